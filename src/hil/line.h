/* The way from the board to the reader: a pseudo terminal under a link, with all that goes wrong. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct line_settings {
  const char *link;    /* where the terminal is to be found; NULL: there is none */
  const char *capture; /* file of all bytes that got through, or NULL */
  double drop;         /* share of the bytes that are lost */
  double corrupt;      /* share of the bytes of which one bit is turned over */
  long seed;
  double latency_seconds; /* bytes are handed on so often, together */
  bool watch_rate;        /* a reader at another rate than 115200 gets garbage */
};

struct line_counts {
  unsigned long sent;      /* by the board */
  unsigned long dropped;   /* by chance, or muted */
  unsigned long corrupted; /* by chance */
  unsigned long unheard;   /* nobody had the port open */
  unsigned long crowded;   /* the reader did not read */
};

enum line_change { LINE_SAME, LINE_OPENED, LINE_CLOSED };

void line_begin(const struct line_settings *settings);
void line_plug(void);
void line_unplug(void);

/* Takes a byte of the board. */
void line_send(uint8_t byte, double seconds);

/* Lets nothing through until then; after that all at once. */
void line_stall(double until_seconds);

/* Loses everything until then. */
void line_mute(double until_seconds);

/* Hands on what is due and tells whether a reader came or went. */
enum line_change line_exchange(double seconds);

/* What the reader has sent. */
size_t line_received(uint8_t *bytes, size_t room);

const struct line_counts *line_counts(void);

void line_end(void);
