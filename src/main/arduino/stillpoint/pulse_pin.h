// One pulse per beat on D8, timed by the input capture of timer 1. The hardware records the time of
// the edge, so interrupts and the program cannot delay it.
#pragma once

#include <avr/cpufunc.h>
#include <util/atomic.h>

// Which edge marks the beat: 1 rising, as with Polar receivers; 0 falling.
#ifndef PULSE_RISING
#define PULSE_RISING 1
#endif

namespace frontEnd {

static const char IDENTITY[] PROGMEM = "v=1 sensor=beats name=stillpoint-pulse-pin";

// No heart beats twice within this time: it is a bouncing edge, or the strap of a person nearby.
static const uint32_t SHORTEST_MICROS = 250000;

// No usable interval is longer than this: contact was lost, and the interval means nothing.
static const uint32_t LONGEST_MICROS = 3000000;

static const uint8_t PIN = 8;
static const uint8_t RING_BEATS = 8;

static uint32_t ring[RING_BEATS];
static volatile uint8_t filling;
static volatile uint8_t sending;
static volatile uint16_t dropped;
static volatile uint32_t turns; // overflows of the 16-bit timer

static uint16_t sequence;
static uint32_t lastMicros;
static bool lastKnown;

// The timer counts half microseconds: 65536 of them are 2^15 microseconds.
static_assert(F_CPU / 8 == 2000000, "the timer must count half microseconds");
static uint32_t microsAt(uint32_t turn, uint16_t ticks) { return (turn << 15) + (ticks >> 1); }

// Whether an overflow of the timer before it reached `ticks` has not been counted yet.
static bool turnPending(uint16_t ticks) { return (TIFR1 & _BV(TOV1)) != 0 && ticks < 0x8000; }

ISR(TIMER1_OVF_vect) { turns++; }

ISR(TIMER1_CAPT_vect) {
  uint16_t ticks = ICR1;
  uint8_t next = (uint8_t)((filling + 1) % RING_BEATS);
  if (next == sending) {
    dropped += dropped < UINT16_MAX;
    return;
  }
  ring[filling] = microsAt(turns + turnPending(ticks), ticks);
  filling = next;
}

static uint32_t nowMicros() {
  uint32_t now;
  ATOMIC_BLOCK(ATOMIC_RESTORESTATE) {
    uint16_t ticks = TCNT1;
    now = microsAt(turns + turnPending(ticks), ticks);
  }
  return now;
}

static void begin() {
  pinMode(PIN, INPUT);
  TCCR1A = 0;
  TCCR1B = _BV(ICNC1) | (PULSE_RISING ? _BV(ICES1) : 0) | _BV(CS11);
  TCNT1 = 0;
  TIFR1 = _BV(ICF1) | _BV(TOV1);
  TIMSK1 = _BV(ICIE1) | _BV(TOIE1);
}

static void poll() {
  while (sending != filling) {
    _MemoryBarrier(); // read the time only after it is known to be stored, release it only after that
    uint32_t micros = ring[sending];
    _MemoryBarrier();
    sending = (uint8_t)((sending + 1) % RING_BEATS);
    uint32_t passed = micros - lastMicros;
    if (lastKnown && passed < SHORTEST_MICROS) {
      continue;
    }
    sendBeat(sequence++, micros, lastKnown && passed <= LONGEST_MICROS ? passed : 0);
    lastMicros = micros;
    lastKnown = true;
  }
  // Forgotten in time: after a wrap of the clock, the last beat would seem recent again.
  if (lastKnown && nowMicros() - lastMicros > LONGEST_MICROS) {
    lastKnown = false;
  }
}

static uint16_t overruns() {
  uint16_t count;
  ATOMIC_BLOCK(ATOMIC_RESTORESTATE) { count = dropped; }
  return count;
}

static bool contactLost() { return !lastKnown; }

} // namespace frontEnd
