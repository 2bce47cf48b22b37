/* The connection from board to reader: a pseudo terminal behind a link, with simulated faults. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct line_settings {
  const char *link;    /* path at which the terminal is found; NULL: no terminal */
  const char *capture; /* file for all bytes that got through, or NULL */
  double drop;         /* share of the bytes that are lost */
  double corrupt;      /* share of the bytes in which one bit is flipped */
  long seed;
  double latency_seconds; /* time between two deliveries of collected bytes */
  bool watch_rate;        /* a reader at a baud rate other than 115200 gets garbage */
};

struct line_counts {
  unsigned long sent;      /* by the board */
  unsigned long dropped;   /* by chance, or muted */
  unsigned long corrupted; /* by chance */
  unsigned long unheard;   /* no reader had the port open */
  unsigned long crowded;   /* the reader did not read */
};

enum line_change { LINE_SAME, LINE_OPENED, LINE_CLOSED };

void line_begin(const struct line_settings *settings);
void line_plug(void);
void line_unplug(void);

/* Takes a byte from the board. */
void line_send(uint8_t byte, double seconds);

/* Lets nothing through until this time, then everything at once. */
void line_stall(double until_seconds);

/* Loses everything until this time. */
void line_mute(double until_seconds);

/* Delivers what is due and returns whether a reader opened or closed the port. */
enum line_change line_exchange(double seconds);

/* What the reader has sent. */
size_t line_received(uint8_t *bytes, size_t room);

const struct line_counts *line_counts(void);

void line_end(void);
