// Writes the lines of firmware-protocol.md, digit by digit, straight into the port's buffer.
#pragma once

#include <Arduino.h>
#include <util/crc16.h>

static const uint8_t BLOCK_SAMPLES = 10;

static uint16_t lineCheck;

static void put(char c) {
  lineCheck = _crc_ccitt_update(lineCheck, (uint8_t)c);
  Serial.write((uint8_t)c);
}

static void putDigit(uint8_t value) { put((char)(value < 10 ? '0' + value : 'A' - 10 + value)); }

static void putHex8(uint8_t value) {
  putDigit(value >> 4);
  putDigit(value & 0x0F);
}

static void putHex12(uint16_t value) {
  putDigit((uint8_t)(value >> 8) & 0x0F);
  putHex8((uint8_t)value);
}

static void putHex16(uint16_t value) {
  putHex8((uint8_t)(value >> 8));
  putHex8((uint8_t)value);
}

static void putHex32(uint32_t value) {
  putHex16((uint16_t)(value >> 16));
  putHex16((uint16_t)value);
}

static void putText(PGM_P text) {
  for (char c = (char)pgm_read_byte(text); c != 0; c = (char)pgm_read_byte(++text)) {
    put(c);
  }
}

static void beginLine(char type) {
  lineCheck = 0xFFFF;
  put(type);
}

static void endLine() {
  putHex16(lineCheck); // the argument is evaluated before the digits change it
  Serial.write((uint8_t)'\n');
}

static void sendIdentity(PGM_P identity, bool boot) {
  beginLine('I');
  putText(identity);
  if (boot) {
    putText(PSTR(" boot=1"));
  }
  endLine();
}

static inline void sendBlock(uint16_t sequence, uint32_t micros, const uint16_t *samples) {
  beginLine('P');
  putHex16(sequence);
  putHex32(micros);
  for (uint8_t i = 0; i < BLOCK_SAMPLES; i++) {
    putHex12(samples[i]);
  }
  endLine();
}

static inline void sendBeat(uint16_t sequence, uint32_t micros, uint32_t intervalMicros) {
  beginLine('R');
  putHex16(sequence);
  putHex32(micros);
  putHex32(intervalMicros);
  endLine();
}

static void sendStatus(uint16_t overruns, bool contactLost) {
  beginLine('T');
  putHex16(overruns);
  putHex8(contactLost ? 1 : 0);
  endLine();
}
