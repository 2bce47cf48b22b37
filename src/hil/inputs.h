/* The inputs at the board's pins: a wave, beats, leads. */
#pragma once

#include <stdbool.h>

/* Reads a wave: one value in millivolts per line, rate_hz values a second. */
void inputs_read_wave(const char *path, double rate_hz);

/* Reads beats: one time in seconds per line, in rising order. */
void inputs_read_beats(const char *path);

/* The wave at a time, linearly interpolated; before and after it, its first and last value. */
double inputs_wave(double seconds);

/* Sets whether the leads of the AD8232 are off, which LO+ on D10 shows. */
void inputs_leads_off(bool off);

/* Sets the pins and plans the next beat. Call it after every reset. */
void inputs_begin(void);
