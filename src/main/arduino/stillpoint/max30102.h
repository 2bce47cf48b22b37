// MAX30102, a reflective optical chip on I2C. It samples with its own clock and stores 32 samples.
// Its INT pin falls at the first unread sample. That edge is the time of a block. Ten samples later
// the whole block is read, which lets INT rise again. Tried only with a simulated chip.
#pragma once

#include <Wire.h>
#include <util/atomic.h>

namespace frontEnd {

static const char IDENTITY[] PROGMEM = "v=1 sensor=ppg rate=100 bits=12 name=stillpoint-max30102";

static const uint8_t ADDRESS = 0x57;
static const uint8_t INT_PIN = 2;
static const uint8_t SAMPLE_BYTES = 3;

static const uint8_t INT_STATUS = 0x00;
static const uint8_t INT_ENABLE = 0x02;
static const uint8_t FIFO_WRITE = 0x04; // the overflow count and the read pointer follow
static const uint8_t FIFO_DATA = 0x07;
static const uint8_t FIFO_CONFIG = 0x08;
static const uint8_t MODE = 0x09;
static const uint8_t SAMPLING = 0x0A;
static const uint8_t INFRARED_CURRENT = 0x0D;
static const uint8_t SLOTS = 0x11;

static const uint8_t MODE_RESET = 0x40;
static const uint8_t MOST_RESET_MILLIS = 10; // usually one

struct Setting {
  uint8_t address;
  uint8_t value;
};

static const Setting SETTINGS[] PROGMEM = {
    {FIFO_CONFIG, 0x40},      // averages of four samples; when full, keep the old samples
    {SAMPLING, 0x2F},         // 4096 nA, 400 a second (100 after averaging), 18 bits
    {INFRARED_CURRENT, 0x1F}, // 6.2 mA: enough for a finger, far from full scale
    {SLOTS, 0x02},            // infrared only
    {INT_ENABLE, 0x40},       // interrupt at new samples
    {MODE, 0x07},             // start, in slot mode
};

static const uint32_t NOMINAL_BLOCK_MICROS = 100000;
static const uint32_t FIRST_LOOK_MICROS = 85000; // no chip is so fast that it has ten samples earlier
static const uint16_t SILENCE_MILLIS = 1000;

// If less light than this is reflected, there is no finger.
static const int32_t DARK = 20000;

// The pulse is about one hundredth of the light. Twelve bits hold a quarter of the distance from the
// level, which follows the light in 2.56 s: far slower than a pulse rises.
static const uint8_t LEVEL_SHIFT = 8;
static const uint8_t SCALE_SHIFT = 2;
static const int16_t MIDDLE = 2048;
static const int16_t MOST = 4095;

static_assert(BLOCK_SAMPLES * SAMPLE_BYTES <= BUFFER_LENGTH, "a block must be read at once");

static volatile bool stamped;
static volatile uint32_t stampMicros;

static bool running;
static bool sentAny;
static bool begun; // whether a block has begun; its time is in:
static uint32_t blockMicros;
static uint32_t blockLength;
static uint16_t sequence;
static uint16_t lastSignMillis;
static int32_t level;
static bool levelKnown;
static bool dark;

static void onReady() {
  if (!stamped) {
    stampMicros = micros();
    stamped = true;
  }
}

static bool writeRegister(uint8_t address, uint8_t value) {
  Wire.beginTransmission(ADDRESS);
  Wire.write(address);
  Wire.write(value);
  return Wire.endTransmission() == 0;
}

static bool readRegisters(uint8_t address, uint8_t count) {
  Wire.beginTransmission(ADDRESS);
  Wire.write(address);
  return Wire.endTransmission() == 0 && Wire.requestFrom(ADDRESS, count) == count;
}

// Anything written before the chip has finished its reset is lost.
static bool resetChip() {
  if (!writeRegister(MODE, MODE_RESET)) {
    return false;
  }
  uint16_t since = (uint16_t)millis();
  do {
    if (readRegisters(MODE, 1) && (Wire.read() & MODE_RESET) == 0) {
      // After power-up the chip holds INT low until its status is read; without that, no edge follows.
      return readRegisters(INT_STATUS, 1);
    }
  } while ((uint16_t)((uint16_t)millis() - since) <= MOST_RESET_MILLIS);
  return false;
}

static void startChip() {
  running = false;
  begun = false;
  levelKnown = false;
  blockLength = NOMINAL_BLOCK_MICROS;
  lastSignMillis = (uint16_t)millis();
  if (!resetChip()) {
    return;
  }
  stamped = false;
  for (uint8_t i = 0; i < sizeof(SETTINGS) / sizeof(SETTINGS[0]); i++) {
    uint8_t address = pgm_read_byte(&SETTINGS[i].address);
    if (!writeRegister(address, pgm_read_byte(&SETTINGS[i].value))) {
      return;
    }
  }
  running = true;
  // The timing starts again and the number of dropped samples is unknown: a boot line says that.
  if (sentAny) {
    sentAny = false;
    sequence = 0;
    sendIdentity(IDENTITY, true);
  }
}

static void begin() {
  pinMode(INT_PIN, INPUT_PULLUP);
  Wire.begin();
  Wire.setClock(400000);
  Wire.setWireTimeout(3000, true); // a loose wire must not stop the program
  attachInterrupt(digitalPinToInterrupt(INT_PIN), onReady, FALLING);
  startChip();
}

// More light is reflected when there is less blood: inverted, the wave rises with each heartbeat.
static uint16_t scaled(int32_t raw) {
  if (!levelKnown) {
    levelKnown = true;
    level = raw << LEVEL_SHIFT;
  }
  int32_t value = MIDDLE + (((level >> LEVEL_SHIFT) - raw) >> SCALE_SHIFT);
  if (value < 0 || value > MOST) { // a finger was put on, lifted or moved: no pulse is that large
    level = raw << LEVEL_SHIFT;
    return MIDDLE;
  }
  level += raw - (level >> LEVEL_SHIFT);
  return (uint16_t)value;
}

static int32_t nextRaw() {
  int32_t high = Wire.read() & 0x03;
  int32_t middle = Wire.read();
  return high << 16 | middle << 8 | Wire.read();
}

// Begins the next block if its first sample is ready.
static void beginBlock(bool followsAnother) {
  uint32_t micros;
  ATOMIC_BLOCK(ATOMIC_RESTORESTATE) {
    begun = stamped;
    micros = stampMicros;
  }
  if (!begun) {
    return;
  }
  if (followsAnother) {
    blockLength = micros - blockMicros;
  }
  blockMicros = micros;
}

// Number of samples in the chip; -1 when it does not answer or has lost some for lack of room.
static int8_t waiting() {
  if (!readRegisters(FIFO_WRITE, 3)) {
    return -1;
  }
  uint8_t writeAt = Wire.read();
  uint8_t overflows = Wire.read();
  uint8_t readAt = Wire.read();
  return overflows != 0 ? -1 : (int8_t)((writeAt - readAt) & 0x1F);
}

// Reads ten samples, then sends them: sending can wait, but the chip's memory must be read in time.
static bool sendNextBlock(bool late) {
  uint16_t samples[BLOCK_SAMPLES];
  stamped = false; // reading lets INT rise: from here on, an edge belongs to the next block
  if (!readRegisters(FIFO_DATA, BLOCK_SAMPLES * SAMPLE_BYTES)) {
    return false;
  }
  int32_t raw = 0;
  for (uint8_t i = 0; i < BLOCK_SAMPLES; i++) {
    raw = nextRaw();
    samples[i] = scaled(raw);
  }
  dark = raw < DARK;
  uint32_t began = blockMicros;
  int8_t left = waiting();
  begun = false;
  if (late || (left > 0 && !stamped)) {
    // The next sample was ready before this block was read, so it had no edge of its own.
    begun = true;
    blockMicros = began + blockLength;
  }
  sendBlock(sequence++, began, samples);
  sentAny = true;
  return left >= 0;
}

static void poll() {
  uint16_t now = (uint16_t)millis();
  if ((uint16_t)(now - lastSignMillis) > SILENCE_MILLIS) {
    startChip();
  }
  if (!begun) {
    beginBlock(sentAny);
  }
  if (!running || !begun || micros() - blockMicros < FIRST_LOOK_MICROS) {
    return;
  }
  int8_t count = waiting();
  if (count >= (int8_t)BLOCK_SAMPLES) {
    lastSignMillis = now;
    if (!sendNextBlock(count > (int8_t)BLOCK_SAMPLES)) {
      count = -1;
    }
  }
  if (count < 0) {
    startChip();
  }
}

// Samples are not dropped one by one: when the chip's memory overflows, the chip is restarted.
static uint16_t overruns() { return 0; }

static bool contactLost() { return !running || dark; }

} // namespace frontEnd
