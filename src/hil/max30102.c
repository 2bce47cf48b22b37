#include "max30102.h"

#include <stdbool.h>
#include <string.h>

#include <avr_twi.h>

#include "board.h"
#include "inputs.h"
#include "truth.h"

#define ADDRESS 0x57
#define STATUS 0x00
#define ENABLE 0x02
#define WRITE_POINTER 0x04
#define OVERFLOWS 0x05
#define READ_POINTER 0x06
#define DATA 0x07
#define MODE 0x09
#define PART 0xFF

#define NEW_SAMPLE 0x40
#define POWER_READY 0x01
#define MODE_RESET 0x40
#define MODE_SLOTS 0x07
#define PART_ID 0x15
#define RESET_SECONDS 0.001
#define STORE_SAMPLES 32
#define MOST_OVERFLOWS 31
#define MOST_COUNTS 0x3FFFF

static double period_seconds;
static double next_seconds;
static double reset_until;
static uint8_t registers[256];
static uint32_t store[STORE_SAMPLES];
static int stored;
static int byte_of_sample;
static bool selected;
static bool addressed;
static uint8_t at;

/* The power-on interrupt cannot be disabled: it holds the pin low until the status is read. */
static bool interrupts(void) {
  return (registers[STATUS] & (registers[ENABLE] | POWER_READY)) != 0;
}

static void show_interrupt(void) {
  board_pin('D', 2, !interrupts());
}

static void clear_interrupts(uint8_t which) {
  registers[STATUS] &= (uint8_t)~which;
  show_interrupt();
}

/* The state after power-up, but without a new power-on interrupt; one not read yet remains. */
static void reset(void) {
  uint8_t unseen = registers[STATUS] & POWER_READY;
  memset(registers, 0, sizeof registers);
  registers[PART] = PART_ID;
  registers[STATUS] = unseen;
  stored = 0;
  byte_of_sample = 0;
  show_interrupt();
}

static void power_on(void) {
  reset();
  registers[STATUS] = POWER_READY;
  show_interrupt();
}

static bool resetting(void) {
  return board_seconds() < reset_until;
}

static void take_sample(void) {
  double counts = inputs_wave(board_seconds());
  uint32_t light = counts < 0 ? 0 : counts > MOST_COUNTS ? MOST_COUNTS : (uint32_t)(counts + 0.5);
  if (stored == STORE_SAMPLES) {
    registers[OVERFLOWS] += registers[OVERFLOWS] < MOST_OVERFLOWS;
    return;
  }
  truth_write(board_seconds(), "light %u", light);
  store[registers[WRITE_POINTER]] = light;
  registers[WRITE_POINTER] = (registers[WRITE_POINTER] + 1) % STORE_SAMPLES;
  stored++;
  registers[STATUS] |= NEW_SAMPLE;
  show_interrupt();
}

static avr_cycle_count_t on_sample_time(avr_t *avr, avr_cycle_count_t when, void *param) {
  (void)avr, (void)when, (void)param;
  if ((registers[MODE] & MODE_SLOTS) == MODE_SLOTS) {
    take_sample();
  }
  next_seconds += period_seconds;
  return board_cycle_at(next_seconds);
}

static uint8_t read_store(void) {
  clear_interrupts(NEW_SAMPLE);
  if (stored == 0) {
    return 0;
  }
  uint32_t light = store[registers[READ_POINTER]];
  uint8_t byte = (uint8_t)(light >> 8 * (2 - byte_of_sample));
  if (++byte_of_sample == 3) {
    byte_of_sample = 0;
    registers[READ_POINTER] = (registers[READ_POINTER] + 1) % STORE_SAMPLES;
    stored--;
    registers[OVERFLOWS] = 0;
  }
  return byte;
}

static uint8_t read_register(void) {
  if (at == DATA) {
    return read_store();
  }
  uint8_t value = registers[at];
  if (at == STATUS) {
    clear_interrupts(0xFF);
  } else if (at == MODE && resetting()) {
    value |= MODE_RESET;
  }
  at++;
  return value;
}

static void write_register(uint8_t value) {
  if (!addressed) {
    addressed = true;
    at = value;
  } else if (resetting()) {
    at++; // too early: ignored
  } else if (at == MODE && (value & MODE_RESET) != 0) {
    reset();
    reset_until = board_seconds() + RESET_SECONDS;
  } else {
    registers[at++] = value;
  }
}

static void answer(uint8_t kind, uint8_t value) {
  avr_irq_t *input = avr_io_getirq(board_avr(), AVR_IOCTL_TWI_GETIRQ(0), TWI_IRQ_INPUT);
  avr_raise_irq(input, avr_twi_irq_msg(kind, ADDRESS << 1, value));
}

static void on_bus(struct avr_irq_t *irq, uint32_t value, void *param) {
  (void)irq, (void)param;
  avr_twi_msg_irq_t message = {.u.v = value};
  uint8_t kind = message.u.twi.msg;
  if (kind & (TWI_COND_STOP | TWI_COND_START)) {
    selected = false;
  }
  if (kind & TWI_COND_START && message.u.twi.addr >> 1 == ADDRESS) {
    selected = true;
    addressed = false;
    answer(TWI_COND_ACK, 1);
    return;
  }
  if (selected && kind & TWI_COND_WRITE) {
    answer(TWI_COND_ACK, 1);
    write_register(message.u.twi.data);
  } else if (selected && kind & TWI_COND_READ) {
    answer(TWI_COND_READ, read_register());
  }
}

void max30102_attach(double rate_hz) {
  period_seconds = 1 / rate_hz;
  next_seconds = period_seconds;
  avr_irq_register_notify(
      avr_io_getirq(board_avr(), AVR_IOCTL_TWI_GETIRQ(0), TWI_IRQ_OUTPUT), on_bus, NULL);
  power_on();
  max30102_board_began();
}

void max30102_board_began(void) {
  if (period_seconds == 0) {
    return;
  }
  while (next_seconds <= board_seconds()) {
    next_seconds += period_seconds;
  }
  board_pin('D', 2, interrupts());
  show_interrupt();
  avr_t *avr = board_avr();
  avr_cycle_timer_register(avr, board_cycle_at(next_seconds) - avr->cycle, on_sample_time, NULL);
}
