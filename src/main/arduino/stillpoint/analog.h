// Samples an analog wave on A0: a pulse sensor, or the ECG of an AD8232 with its leads-off pins.
#pragma once

#include <avr/cpufunc.h>
#include <util/atomic.h>

namespace frontEnd {

static const uint16_t RATE_HZ = 500;
static const uint16_t PERIOD_MICROS = 1000000UL / RATE_HZ;
static const uint16_t TIMER_DIVISOR = 8;
static const uint8_t RING_BLOCKS = 8;

static_assert(F_CPU % ((uint32_t)TIMER_DIVISOR * RATE_HZ) == 0, "the timer misses the rate");
static_assert(F_CPU / TIMER_DIVISOR / RATE_HZ <= 65536, "the timer cannot count that far");
static_assert(PERIOD_MICROS > 2 * 13 * 128 / (F_CPU / 1000000), "a conversion takes longer");

#if FRONT_END == FRONT_END_ECG
static const char IDENTITY[] PROGMEM = "v=1 sensor=ecg rate=500 bits=10 name=stillpoint-ecg";
static const uint8_t LEAD_OFF_PLUS = 10;
static const uint8_t LEAD_OFF_MINUS = 11;
#else
static const char IDENTITY[] PROGMEM = "v=1 sensor=ppg rate=500 bits=10 name=stillpoint-ppg";
#endif

struct Block {
  uint16_t sequence;
  uint32_t micros;
  uint16_t samples[BLOCK_SAMPLES];
};

// The interrupt fills the block at `filling`; the blocks from `sending` up to it wait to be sent.
static Block ring[RING_BLOCKS];
static volatile uint8_t filling;
static volatile uint8_t sending;
static volatile uint16_t dropped;

// Sampling must not wait for the program. If this timer triggered the converter directly, its flag
// would have to be cleared in an interrupt anyway.
ISR(TIMER1_COMPA_vect) { ADCSRA |= _BV(ADSC); }

ISR(ADC_vect) {
  // Time is counted in timer periods: it has no jitter and continues over dropped blocks.
  static uint32_t micros;
  static uint16_t sequence;
  static uint8_t filled;

  Block &block = ring[filling];
  if (filled == 0) {
    block.micros = micros;
    block.sequence = sequence;
  }
  block.samples[filled++] = ADC;
  micros += PERIOD_MICROS;
  if (filled < BLOCK_SAMPLES) {
    return;
  }
  filled = 0;
  sequence++;
  uint8_t next = (uint8_t)((filling + 1) % RING_BLOCKS);
  if (next != sending) {
    filling = next;
  } else { // no room: overwrite a whole block, so that the blocks sent stay evenly spaced
    dropped = dropped > UINT16_MAX - BLOCK_SAMPLES ? UINT16_MAX : dropped + BLOCK_SAMPLES;
  }
}

static void begin() {
  ADMUX = _BV(REFS0); // A0 against the supply voltage
  DIDR0 = _BV(ADC0D); // the digital input of the pin only adds noise
  ADCSRA = _BV(ADEN) | _BV(ADIE) | _BV(ADPS2) | _BV(ADPS1) | _BV(ADPS0);

  TCCR1A = 0;
  TCCR1B = _BV(WGM12) | _BV(CS11);
  OCR1A = F_CPU / TIMER_DIVISOR / RATE_HZ - 1;
  TCNT1 = 0;
  TIFR1 = _BV(OCF1A);
  TIMSK1 = _BV(OCIE1A);
}

// One block at most: a port too slow for the samples must still carry the status that reports it.
static void poll() {
  if (sending == filling) {
    return;
  }
  _MemoryBarrier(); // read the block only after it is known to be full, release it only after that
  const Block &block = ring[sending];
  sendBlock(block.sequence, block.micros, block.samples);
  _MemoryBarrier();
  sending = (uint8_t)((sending + 1) % RING_BLOCKS);
}

static uint16_t overruns() {
  uint16_t count;
  ATOMIC_BLOCK(ATOMIC_RESTORESTATE) { count = dropped; }
  return count;
}

static bool contactLost() {
#if FRONT_END == FRONT_END_ECG
  return digitalRead(LEAD_OFF_PLUS) == HIGH || digitalRead(LEAD_OFF_MINUS) == HIGH;
#else
  return false;
#endif
}

} // namespace frontEnd
