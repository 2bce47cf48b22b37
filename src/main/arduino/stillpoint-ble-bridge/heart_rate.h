// Converts the Heart Rate Measurement (characteristic 2A37) to lines of firmware-protocol.md. Plain
// C++ that does not depend on the board, so that it can be compiled and tested on any computer.
#pragma once

#include <stddef.h>
#include <stdint.h>

namespace heartRate {

static const size_t MOST_INTERVALS = 9; // as many as fit into a notification of 20 bytes
static const size_t LONGEST_LINE = 128;

struct Measurement {
  uint16_t beatsPerMinute;
  bool contactKnown; // whether the strap can detect contact at all
  bool contact;
  size_t count;
  uint16_t intervals[MOST_INTERVALS]; // in 1/1024 s, oldest first
};

// Reads a notification; returns false when it is cut short.
inline bool parse(const uint8_t *bytes, size_t size, Measurement &out) {
  if (size < 2) {
    return false;
  }
  const uint8_t flags = bytes[0];
  const bool wide = flags & 0x01;
  const bool energy = flags & 0x08;
  const bool intervals = flags & 0x10;
  size_t at = wide ? 3 : 2;
  if (energy) {
    at += 2;
  }
  if (size < at) {
    return false;
  }
  out.beatsPerMinute = (uint16_t)(bytes[1] | (wide ? bytes[2] << 8 : 0));
  out.contactKnown = flags & 0x04;
  out.contact = !out.contactKnown || (flags & 0x02);
  out.count = 0;
  while (intervals && at + 2 <= size && out.count < MOST_INTERVALS) {
    out.intervals[out.count++] = (uint16_t)(bytes[at] | bytes[at + 1] << 8);
    at += 2;
  }
  return true;
}

// Exact to half a microsecond: 1/1024 s is 15625/16 microseconds.
inline uint32_t micros(uint16_t interval) { return ((uint32_t)interval * 15625 + 8) / 16; }

// A line under construction; end() adds the checksum and LF.
class Line {
public:
  explicit Line(char type) { put(type); }

  Line &text(const char *words) {
    while (*words != 0) {
      put(*words++);
    }
    return *this;
  }

  Line &hex(uint32_t value, unsigned digits) {
    while (digits > 0) {
      put("0123456789ABCDEF"[value >> 4 * --digits & 0x0F]);
    }
    return *this;
  }

  Line &end() {
    hex(check, 4);
    put('\n');
    return *this;
  }

  const char *bytes() const { return characters; }
  size_t size() const { return length; }

private:
  void put(char c) {
    if (length == LONGEST_LINE) {
      return; // a host discards a longer line anyway
    }
    characters[length++] = c;
    check ^= (uint8_t)c; // CRC-16/MCRF4XX
    for (int bit = 0; bit < 8; bit++) {
      check = (uint16_t)(check & 1 ? check >> 1 ^ 0x8408 : check >> 1);
    }
  }

  char characters[LONGEST_LINE];
  size_t length = 0;
  uint16_t check = 0xFFFF;
};

inline Line identityLine(bool boot) {
  return Line('I').text("v=1 sensor=beats name=stillpoint-ble-bridge").text(boot ? " boot=1" : "").end();
}

inline Line statusLine(bool contactLost) {
  return Line('T').hex(0, 4).hex(contactLost ? 1 : 0, 2).end();
}

// Numbers and times the beats of notifications. The radio gives the time of arrival, not the time of
// the beats. Of several beats in a notification, the last one gets the time of arrival, and the
// others are earlier by the intervals. Times never go back.
class Beats {
public:
  // Takes a measurement and its time of arrival; calls send(line) for each beat. Times are in
  // microseconds.
  template <typename Send> void take(const Measurement &measured, uint32_t arrived, Send send) {
    if (!measured.contact) {
      lose();
      return;
    }
    uint32_t after = 0; // time from a beat to the last one
    for (size_t i = 1; i < measured.count; i++) {
      after += micros(measured.intervals[i]);
    }
    for (size_t i = 0; i < measured.count; i++) {
      if (i > 0) {
        after -= micros(measured.intervals[i]);
      }
      uint32_t time = arrived - after;
      // After a long silence the clock may have wrapped: only a small step back really is one.
      if (any && last - time < MOST_BACK_MICROS) {
        time = last + 1;
      }
      const uint32_t interval = known ? micros(measured.intervals[i]) : 0;
      send(Line('R').hex(sequence++, 4).hex(time, 8).hex(interval, 8).end());
      last = time;
      any = true;
      known = true;
    }
  }

  // The next measurement arrived over this connection; between two connections there is a gap.
  void of(uint8_t number) {
    if (number != connection) {
      connection = number;
      lose();
    }
  }

  // Contact or connection was lost: the next interval would cross the gap.
  void lose() { known = false; }

private:
  static const uint32_t MOST_BACK_MICROS = 20000000; // longer than the intervals of a notification

  uint8_t connection = 0;
  uint16_t sequence = 0;
  uint32_t last = 0;
  bool any = false;
  bool known = false;
};

} // namespace heartRate
