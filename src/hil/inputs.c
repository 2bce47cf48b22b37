#include "inputs.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "board.h"
#include "truth.h"

#define PULSE_SECONDS 0.015

struct numbers {
  double *values;
  size_t size;
};

static struct numbers wave;
static double wave_rate_hz;
static struct numbers beats;
static size_t next_beat;
static bool leads_off;

static struct numbers read_numbers(const char *path) {
  FILE *file = fopen(path, "r");
  if (file == NULL) {
    fail("cannot read %s: %s", path, strerror(errno));
  }
  struct numbers read = {NULL, 0};
  size_t room = 0;
  double value;
  while (fscanf(file, "%lf", &value) == 1) {
    if (read.size == room) {
      room = room == 0 ? 4096 : 2 * room;
      read.values = realloc(read.values, room * sizeof *read.values);
      if (read.values == NULL) {
        fail("%s is too large", path);
      }
    }
    read.values[read.size++] = value;
  }
  bool whole = feof(file) != 0;
  fclose(file);
  if (!whole || read.size == 0) {
    fail("%s does not hold numbers alone", path);
  }
  return read;
}

void inputs_read_wave(const char *path, double rate_hz) {
  wave = read_numbers(path);
  wave_rate_hz = rate_hz;
}

void inputs_read_beats(const char *path) { beats = read_numbers(path); }

double inputs_wave(double seconds) {
  if (wave.size == 0) {
    return 0;
  }
  double place = seconds * wave_rate_hz;
  if (place <= 0) {
    return wave.values[0];
  }
  if (place >= (double)(wave.size - 1)) {
    return wave.values[wave.size - 1];
  }
  size_t before = (size_t)place;
  double share = place - (double)before;
  return wave.values[before] + share * (wave.values[before + 1] - wave.values[before]);
}

static void pulse(bool high) { board_pin('B', 0, high); /* D8 */ }

static avr_cycle_count_t end_pulse(avr_t *avr, avr_cycle_count_t when, void *param) {
  (void)avr, (void)when, (void)param;
  pulse(false);
  return 0;
}

static avr_cycle_count_t begin_pulse(avr_t *avr, avr_cycle_count_t when, void *param) {
  (void)when, (void)param;
  pulse(true);
  truth_write(board_seconds(), "beat %.7f", beats.values[next_beat]);
  next_beat++;
  avr_cycle_timer_register(avr, board_cycles(PULSE_SECONDS), end_pulse, NULL);
  return next_beat < beats.size ? board_cycle_at(beats.values[next_beat]) : 0;
}

static void set_leads(void) { board_pin('B', 2, leads_off); /* D10 */ }

void inputs_leads_off(bool off) {
  leads_off = off;
  set_leads();
}

void inputs_begin(void) {
  /* A reset clears what the pins read, but the simulator passes on only changes. */
  board_pin('B', 2, !leads_off);
  set_leads();
  board_pin('B', 3, true);
  board_pin('B', 3, false);
  pulse(false);
  while (next_beat < beats.size && beats.values[next_beat] <= board_seconds()) {
    next_beat++;
  }
  if (next_beat < beats.size) {
    avr_t *avr = board_avr();
    avr_cycle_timer_register(
        avr, board_cycle_at(beats.values[next_beat]) - avr->cycle, begin_pulse, NULL);
  }
}
