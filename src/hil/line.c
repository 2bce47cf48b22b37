#include "line.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "truth.h"

#define QUEUE_BYTES (1 << 16)

static struct line_settings set;
static struct line_counts counts;
static FILE *capture;
static int master = -1;
static bool open_before;
static uint8_t queue[QUEUE_BYTES];
static size_t queued;
static double last_seconds;
static double stalled_until;
static double muted_until;

void line_begin(const struct line_settings *settings) {
  set = *settings;
  srand48(set.seed);
  if (set.capture != NULL) {
    capture = fopen(set.capture, "wb");
    if (capture == NULL) {
      fail("cannot write %s: %s", set.capture, strerror(errno));
    }
  }
  if (set.link != NULL) {
    line_plug();
  }
}

void line_plug(void) {
  if (set.link == NULL || master >= 0) {
    return;
  }
  char name[128];
  master = posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK);
  if (master < 0 || grantpt(master) != 0 || unlockpt(master) != 0 ||
      ptsname_r(master, name, sizeof name) != 0) {
    fail("no pseudo terminal: %s", strerror(errno));
  }
  struct termios raw;
  tcgetattr(master, &raw);
  cfmakeraw(&raw);
  tcsetattr(master, TCSANOW, &raw);
  /* A terminal that was never opened looks open; once closed, a hang-up shows that it is not. */
  close(open(name, O_RDWR | O_NOCTTY));
  unlink(set.link);
  if (symlink(name, set.link) != 0) {
    fail("cannot link %s: %s", set.link, strerror(errno));
  }
}

void line_unplug(void) {
  if (master < 0) {
    return;
  }
  unlink(set.link);
  close(master);
  master = -1;
  counts.unheard += queued;
  queued = 0;
  open_before = false;
}

static bool by_chance(double share) { return share > 0 && drand48() < share; }

static bool rate_is_right(void) {
  struct termios now;
  return tcgetattr(master, &now) != 0 || cfgetospeed(&now) == B115200;
}

void line_send(uint8_t byte, double seconds) {
  counts.sent++;
  if (seconds < muted_until || by_chance(set.drop)) {
    counts.dropped++;
    truth_write(seconds, "dropped %02X", byte);
    return;
  }
  if (by_chance(set.corrupt)) {
    uint8_t wrong = (uint8_t)(byte ^ 1u << (lrand48() & 7));
    counts.corrupted++;
    truth_write(seconds, "corrupted %02X %02X", byte, wrong);
    byte = wrong;
  }
  if (capture != NULL) {
    fputc(byte, capture);
  }
  if (set.link == NULL) {
    return;
  }
  if (master < 0) {
    counts.unheard++;
  } else if (queued < sizeof queue) {
    queue[queued++] = byte;
  } else {
    counts.crowded++;
  }
}

void line_stall(double until_seconds) { stalled_until = until_seconds; }

void line_mute(double until_seconds) { muted_until = until_seconds; }

static void hand_on(void) {
  if (set.watch_rate && !rate_is_right()) {
    for (size_t i = 0; i < queued; i++) {
      queue[i] = (uint8_t)lrand48();
    }
  }
  size_t done = 0;
  while (done < queued) {
    ssize_t count = write(master, queue + done, queued - done);
    if (count <= 0) {
      break;
    }
    done += (size_t)count;
  }
  /* What did not fit waits: after a delay of this program many bytes are due at once. */
  memmove(queue, queue + done, queued - done);
  queued -= done;
}

enum line_change line_exchange(double seconds) {
  if (master < 0) {
    return LINE_SAME;
  }
  struct pollfd asked = {.fd = master, .events = POLLIN};
  poll(&asked, 1, 0);
  bool open_now = (asked.revents & POLLHUP) == 0;
  enum line_change change =
      open_now == open_before ? LINE_SAME : open_now ? LINE_OPENED : LINE_CLOSED;
  open_before = open_now;
  if (change == LINE_OPENED || !open_now) {
    counts.unheard += queued; /* sent before a reader opened the port */
    queued = 0;
  }
  if (queued > 0 && seconds >= stalled_until && seconds - last_seconds >= set.latency_seconds) {
    last_seconds = seconds;
    hand_on();
  }
  return change;
}

size_t line_received(uint8_t *bytes, size_t room) {
  ssize_t count = master < 0 || !open_before ? 0 : read(master, bytes, room);
  return count > 0 ? (size_t)count : 0;
}

const struct line_counts *line_counts(void) { return &counts; }

void line_end(void) {
  line_unplug();
  if (capture != NULL) {
    fclose(capture);
    capture = NULL;
  }
}
