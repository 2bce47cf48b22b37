/* The simulated board: an ATmega328P that runs a program, and its time. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <sim_avr.h>

/* Receives what the board does. */
struct board_listener {
  void (*sent)(uint8_t byte);
  double (*millivolts)(double seconds); /* at A0 */
  void (*began)(void);                  /* after every reset: pins and timers must be set again */
};

/* Loads a program. A clock that is fast by some ppm runs more cycles per second of true time. */
void board_load(const char *elf, double clock_ppm, const struct board_listener *listener);

avr_t *board_avr(void);

/* True time since the first power-on, in seconds. */
double board_seconds(void);

/* Cycle counts for the timers of simavr. */
avr_cycle_count_t board_cycles(double seconds);
avr_cycle_count_t board_cycle_at(double seconds);

/* Runs until about this time; returns false when the processor has crashed. */
bool board_run_until(double seconds);

/* Lets time pass without power, or in the boot loader; a reset must follow. */
void board_skip_until(double seconds);

void board_reset(void);

/* Sends bytes to the board, as fast as it accepts them. */
void board_receive(const uint8_t *bytes, size_t count);

/* Sets an input pin: port 'B', 'C' or 'D'. */
void board_pin(char port, int pin, bool high);
