/* What is fed to the board's pins: a wave, beats, leads. */
#pragma once

#include <stdbool.h>

/* Reads a wave: one number of millivolts a line, so many a second. */
void inputs_read_wave(const char *path, double rate_hz);

/* Reads beats: one time in seconds a line, rising. */
void inputs_read_beats(const char *path);

/* The wave at a time, straight between its points; it stays at its ends. */
double inputs_wave(double seconds);

/* Leads of the AD8232 on or off; LO+ on D10 tells. */
void inputs_leads_off(bool off);

/* Sets the pins and plans the next beat; after every reset. */
void inputs_begin(void);
