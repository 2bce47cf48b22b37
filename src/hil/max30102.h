/* A MAX30102 on the I2C bus, as far as the sketch uses it: memory, interrupt pin on D2, settings. */
#pragma once

/* Attaches it to the board. It reads the wave as counts of light, rate_hz times a second. */
void max30102_attach(double rate_hz);

/* The processor was reset and its timers are gone; the chip keeps running. */
void max30102_board_began(void);
