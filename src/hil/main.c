/*
 * Runs the compiled sketch on a simulated board: the true wave goes in, serial bytes come out.
 *
 * Time is simulated time since power-on. Commands and "--at" use the same words:
 *   unplug, replug  the board loses power with the plug
 *   reset           like its reset button
 *   stall=SECONDS   bytes are held back and then delivered together
 *   mute=SECONDS    bytes are lost, as with a loose wire
 *   leads=off, leads=on
 *   send=TEXT       bytes to the board, as a reader would send them
 * Commands are read from stdin, one per line. The program stops at the end of stdin, so that a test
 * that dies leaves nothing behind.
 * On stdout: "ready", "opened", "closed", "event WORD", "end ...".
 */
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "board.h"
#include "inputs.h"
#include "line.h"
#include "max30102.h"
#include "truth.h"

#define STEP_SECONDS 0.001
#define MOST_PLANNED 64
#define LINE_CHARS 256

struct planned {
  double seconds;
  const char *words;
};

struct options {
  const char *elf;
  const char *wave;
  const char *beats;
  double wave_hz;
  double chip_hz;
  double ppm;
  double speed;
  double seconds;
  double boot_seconds;
  bool reset_on_open;
  struct line_settings line;
  struct planned planned[MOST_PLANNED];
  size_t planned_size;
};

static struct options options = {
    .wave_hz = 500, .speed = 1, .seconds = INFINITY, .line = {.seed = 1}};

static volatile sig_atomic_t stop;
static bool powered = true;
static double held_until = -1; /* time until which the boot loader runs; negative when it does not */

static char said[LINE_CHARS]; /* the line that the board is sending */
static size_t said_size;

static double monotonic_seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

__attribute__((format(printf, 1, 2))) static void tell(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  vprintf(format, arguments);
  va_end(arguments);
  putchar('\n');
  fflush(stdout);
}

static void on_signal(int number) {
  (void)number;
  stop = 1;
}

/* --- events from the board --- */

static void on_byte(uint8_t byte) {
  double now = board_seconds();
  if (byte == '\n') {
    truth_write(now, "sent %.*s", (int)said_size, said);
    said_size = 0;
  } else if (said_size < sizeof said) {
    said[said_size++] = (char)byte;
  }
  line_send(byte, now);
}

static void on_begin(void) {
  said_size = 0;
  inputs_begin();
  max30102_board_began();
}

/* --- planned and commanded events --- */

static void happen(const char *words) {
  double now = board_seconds();
  truth_write(now, "event %s %.6f", words, monotonic_seconds());
  if (strcmp(words, "unplug") == 0) {
    line_unplug();
    powered = false;
    held_until = -1;
  } else if (strcmp(words, "replug") == 0) {
    line_plug();
    if (!powered) {
      powered = true;
      held_until = now + options.boot_seconds;
    }
  } else if (strcmp(words, "reset") == 0) {
    held_until = now + options.boot_seconds;
  } else if (strncmp(words, "stall=", 6) == 0) {
    line_stall(now + strtod(words + 6, NULL));
  } else if (strncmp(words, "mute=", 5) == 0) {
    line_mute(now + strtod(words + 5, NULL));
  } else if (strcmp(words, "leads=off") == 0) {
    inputs_leads_off(true);
  } else if (strcmp(words, "leads=on") == 0) {
    inputs_leads_off(false);
  } else if (strncmp(words, "send=", 5) == 0) {
    board_receive((const uint8_t *)words + 5, strlen(words + 5));
  } else {
    fail("no such event: %s", words);
  }
  tell("event %s", words);
}

static void happen_planned(void) {
  for (size_t i = 0; i < options.planned_size; i++) {
    struct planned *next = &options.planned[i];
    if (next->words != NULL && board_seconds() >= next->seconds) {
      const char *words = next->words;
      next->words = NULL;
      happen(words);
    }
  }
}

static void obey_stdin(void) {
  static char line[LINE_CHARS];
  static size_t size;
  char read_now[LINE_CHARS];
  ssize_t count = read(STDIN_FILENO, read_now, sizeof read_now);
  if (count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR)) {
    stop = 1;
  }
  for (ssize_t i = 0; i < count; i++) {
    if (read_now[i] == '\n') {
      line[size] = 0;
      size = 0;
      happen(line);
    } else if (size + 1 < sizeof line) {
      line[size++] = read_now[i];
    }
  }
}

static void exchange(void) {
  switch (line_exchange(board_seconds())) {
    case LINE_OPENED:
      truth_write(board_seconds(), "opened %.6f", monotonic_seconds());
      tell("opened");
      if (options.reset_on_open && powered) {
        held_until = board_seconds() + options.boot_seconds; /* DTR pulls the reset pin */
      }
      break;
    case LINE_CLOSED:
      truth_write(board_seconds(), "closed %.6f", monotonic_seconds());
      tell("closed");
      break;
    case LINE_SAME:
      break;
  }
  uint8_t received[LINE_CHARS];
  size_t count = line_received(received, sizeof received);
  if (powered && held_until < 0) {
    board_receive(received, count);
  }
}

/* Runs one step of simulated time. */
static void step(void) {
  double end = board_seconds() + STEP_SECONDS;
  if (!powered || held_until >= 0) {
    board_skip_until(end);
    if (powered && end >= held_until) {
      held_until = -1;
      board_reset();
    }
  } else if (!board_run_until(end)) {
    truth_write(board_seconds(), "crashed");
    fail("the board's program has crashed");
  }
  happen_planned();
  exchange();
  obey_stdin();
}

static void run(void) {
  double began = monotonic_seconds();
  double worst_late = 0;
  while (!stop && board_seconds() < options.seconds) {
    step();
    if (options.speed > 0) {
      double due = began + board_seconds() / options.speed;
      double late = monotonic_seconds() - due;
      worst_late = late > worst_late ? late : worst_late;
      struct timespec until = {(time_t)due, (long)(fmod(due, 1) * 1e9)};
      clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, NULL);
    }
  }
  const struct line_counts *counts = line_counts();
  char totals[LINE_CHARS];
  snprintf(
      totals, sizeof totals,
      "end sent=%lu dropped=%lu corrupted=%lu unheard=%lu crowded=%lu wall=%.3f cpu=%.3f late=%.3f",
      counts->sent, counts->dropped, counts->corrupted, counts->unheard, counts->crowded,
      monotonic_seconds() - began, (double)clock() / CLOCKS_PER_SEC, worst_late);
  truth_write(board_seconds(), "%s", totals);
  tell("%s", totals);
}

/* --- options --- */

static double number(const char *text) {
  char *end;
  double value = strtod(text, &end);
  if (end == text || *end != 0) {
    fail("not a number: %s", text);
  }
  return value;
}

static void plan(const char *text) {
  char *colon;
  double seconds = strtod(text, &colon);
  if (*colon != ':' || options.planned_size == MOST_PLANNED) {
    fail("not SECONDS:EVENT, or too many: %s", text);
  }
  options.planned[options.planned_size++] = (struct planned){seconds, colon + 1};
}

enum name {
  ELF = 1,
  WAVE,
  RATE,
  BEATS,
  CHIP,
  LINK,
  CAPTURE,
  TRUTH,
  SPEED,
  SECONDS,
  PPM,
  DROP,
  CORRUPT,
  SEED,
  LATENCY,
  LINE_RATE,
  RESET_ON_OPEN,
  BOOT,
  AT
};

static const struct option LONG_OPTIONS[] = {
    {"elf", required_argument, NULL, ELF},         /* the compiled sketch */
    {"wave", required_argument, NULL, WAVE},       /* file in millivolts (for the chip, light) */
    {"rate", required_argument, NULL, RATE},       /* samples a second of the wave file; 500 */
    {"beats", required_argument, NULL, BEATS},     /* file of beat times for the pulse pin */
    {"max30102", required_argument, NULL, CHIP},   /* attaches the chip; its samples a second */
    {"link", required_argument, NULL, LINK},       /* path for the port */
    {"capture", required_argument, NULL, CAPTURE}, /* file for the bytes that got through */
    {"truth", required_argument, NULL, TRUTH},     /* file for what happened */
    {"speed", required_argument, NULL, SPEED},     /* 1; 0 for as fast as possible */
    {"seconds", required_argument, NULL, SECONDS}, /* simulated time; no end */
    {"ppm", required_argument, NULL, PPM},         /* error of the board's clock; positive is fast */
    {"drop", required_argument, NULL, DROP},       /* share of bytes */
    {"corrupt", required_argument, NULL, CORRUPT}, /* share of bytes */
    {"seed", required_argument, NULL, SEED},       /* of the random numbers */
    {"latency", required_argument, NULL, LATENCY}, /* milliseconds between two deliveries */
    {"line-rate", no_argument, NULL, LINE_RATE},   /* garbage unless read at 115200 */
    {"reset-on-open", no_argument, NULL, RESET_ON_OPEN},
    {"boot", required_argument, NULL, BOOT}, /* seconds in the boot loader */
    {"at", required_argument, NULL, AT},     /* SECONDS:EVENT */
    {NULL, 0, NULL, 0}};

static void take(int option, const char *value) {
  switch ((enum name)option) {
    case ELF: options.elf = value; return;
    case WAVE: options.wave = value; return;
    case RATE: options.wave_hz = number(value); return;
    case BEATS: options.beats = value; return;
    case CHIP: options.chip_hz = number(value); return;
    case LINK: options.line.link = value; return;
    case CAPTURE: options.line.capture = value; return;
    case TRUTH: truth_open(value); return;
    case SPEED: options.speed = number(value); return;
    case SECONDS: options.seconds = number(value); return;
    case PPM: options.ppm = number(value); return;
    case DROP: options.line.drop = number(value); return;
    case CORRUPT: options.line.corrupt = number(value); return;
    case SEED: options.line.seed = (long)number(value); return;
    case LATENCY: options.line.latency_seconds = number(value) / 1000; return;
    case LINE_RATE: options.line.watch_rate = true; return;
    case RESET_ON_OPEN: options.reset_on_open = true; return;
    case BOOT: options.boot_seconds = number(value); return;
    case AT: plan(value); return;
  }
  fail("see the options in main.c");
}

int main(int count, char **words) {
  int option;
  while ((option = getopt_long(count, words, "", LONG_OPTIONS, NULL)) > 0) {
    take(option, optarg);
  }
  if (options.elf == NULL || optind < count) {
    fail("usage: board --elf SKETCH.elf [options]; see main.c");
  }
  if (options.wave != NULL) {
    inputs_read_wave(options.wave, options.wave_hz);
  }
  if (options.beats != NULL) {
    inputs_read_beats(options.beats);
  }
  struct sigaction on_stop = {.sa_handler = on_signal};
  sigaction(SIGTERM, &on_stop, NULL);
  sigaction(SIGINT, &on_stop, NULL);
  signal(SIGPIPE, SIG_IGN);
  fcntl(STDIN_FILENO, F_SETFL, fcntl(STDIN_FILENO, F_GETFL) | O_NONBLOCK);

  const struct board_listener listener = {on_byte, inputs_wave, on_begin};
  board_load(options.elf, options.ppm, &listener);
  if (options.chip_hz > 0) {
    max30102_attach(options.chip_hz);
  }
  line_begin(&options.line);
  truth_write(board_seconds(), "began %.6f", monotonic_seconds());
  tell("ready");
  run();
  line_end();
  truth_close();
  return 0;
}
