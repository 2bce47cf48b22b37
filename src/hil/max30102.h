/* A MAX30102 on the I2C bus, as far as the sketch uses it: store, interrupt pin on D2, settings. */
#pragma once

/* Joins it to the board; it takes the wave's numbers as counts of light, so many a second. */
void max30102_attach(double rate_hz);

/* The processor was reset and its timers are gone; the chip goes on. */
void max30102_board_began(void);
