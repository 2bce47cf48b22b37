// Sensor firmware for Stillpoint on an ATmega328P board (UNO, Nano) at 16 MHz.
// It sends the protocol of firmware-protocol.md at 115200 baud. Choose what is wired to the board:

#define FRONT_END_PPG 1       // PulseSensor or another analog pulse sensor: signal on A0
#define FRONT_END_ECG 2       // AD8232: OUTPUT on A0, LO+ on D10, LO- on D11 (unused: to ground)
// ELECTRODES touch a person: use them only with a computer that runs on its battery and is unplugged
// from the mains and from everything that is plugged in, or through an isolator made for this.
#define FRONT_END_PULSE_PIN 3 // one pulse per beat, such as a Polar 5 kHz receiver: D8
#define FRONT_END_MAX30102 4  // optical chip: SDA on A4, SCL on A5, INT on D2

#ifndef FRONT_END
#define FRONT_END FRONT_END_PPG
#endif

// The baud rate of the protocol; other rates are only for tests.
#ifndef BAUD
#define BAUD 115200
#endif

#include "lines.h"

// Each front end provides IDENTITY, begin(), poll(), overruns() and contactLost().
#if FRONT_END == FRONT_END_PPG || FRONT_END == FRONT_END_ECG
#include "analog.h"
#elif FRONT_END == FRONT_END_PULSE_PIN
#include "pulse_pin.h"
#elif FRONT_END == FRONT_END_MAX30102
#include "max30102.h"
#else
#error "FRONT_END is none of those above"
#endif

#include <avr/sleep.h>

static const uint16_t STATUS_MILLIS = 1000;

// Even a lead that was off only for a moment must be reported, so it is kept until the next line.
static bool contactWasLost;
static uint16_t lastStatusMillis;

static void tellStatus() {
  contactWasLost |= frontEnd::contactLost();
  if ((uint16_t)((uint16_t)millis() - lastStatusMillis) < STATUS_MILLIS) {
    return;
  }
  lastStatusMillis += STATUS_MILLIS;
  sendStatus(frontEnd::overruns(), contactWasLost);
  contactWasLost = false;
}

// One answer to all waiting questions: a host that keeps asking must not crowd out the samples.
static void answer() {
  bool asked = false;
  while (Serial.available() > 0) {
    asked |= Serial.read() == '?';
  }
  if (asked) {
    sendIdentity(frontEnd::IDENTITY, false);
  }
}

void setup() {
  Serial.begin(BAUD);
  sendIdentity(frontEnd::IDENTITY, true);
  frontEnd::begin();
  set_sleep_mode(SLEEP_MODE_IDLE);
}

void loop() {
  frontEnd::poll();
  answer();
  tellStatus();
  // A sleeping processor samples with less noise. The core's millisecond interrupt ends the sleep at
  // the latest, so anything that arrived just before it does not wait long.
  sleep_mode();
}
