#include "board.h"

#include <stdio.h>
#include <string.h>

#include <avr_adc.h>
#include <avr_ioport.h>
#include <avr_uart.h>
#include <sim_elf.h>

#include "truth.h"

#define NOMINAL_HZ 16000000
#define SUPPLY_MILLIVOLTS 5000
#define INBOX_BYTES 4096

static avr_t *avr;
static struct board_listener listener;
static double cycles_a_second;
static double epoch_seconds; /* time at which the cycle count was epoch_cycle */
static avr_cycle_count_t epoch_cycle;

static uint8_t inbox[INBOX_BYTES];
static size_t inbox_size;
static bool uart_full;

static avr_irq_t *uart(int which) {
  return avr_io_getirq(avr, AVR_IOCTL_UART_GETIRQ('0'), which);
}

static void on_sent(struct avr_irq_t *irq, uint32_t value, void *param) {
  (void)irq, (void)param;
  listener.sent((uint8_t)value);
}

static void on_room(struct avr_irq_t *irq, uint32_t value, void *param) {
  (void)irq, (void)value, (void)param;
  uart_full = false;
}

static void on_full(struct avr_irq_t *irq, uint32_t value, void *param) {
  (void)irq, (void)value, (void)param;
  uart_full = true;
}

/* The converter was started: sets the value that it will find. */
static void on_conversion(struct avr_irq_t *irq, uint32_t value, void *param) {
  (void)irq, (void)param;
  union {
    uint32_t value;
    avr_adc_mux_t mux;
  } started = {.value = value};
  if (started.mux.src != 0) {
    return;
  }
  double millivolts = listener.millivolts(board_seconds());
  millivolts = millivolts < 0 ? 0 : millivolts > SUPPLY_MILLIVOLTS ? SUPPLY_MILLIVOLTS : millivolts;
  uint32_t rounded = (uint32_t)(millivolts + 0.5);
  truth_write(board_seconds(), "adc %u", rounded);
  avr_raise_irq(avr_io_getirq(avr, AVR_IOCTL_ADC_GETIRQ, ADC_IRQ_ADC0), rounded);
}

/* The main loop sets the pace, so a sleeping processor does not wait here. */
static void no_sleep(avr_t *sleeping, avr_cycle_count_t how_long) {
  (void)sleeping, (void)how_long;
}

static void log_errors(avr_t *from, const int level, const char *format, va_list arguments) {
  (void)from;
  if (level <= LOG_ERROR) {
    vfprintf(stderr, format, arguments);
  }
}

void board_load(const char *elf, double clock_ppm, const struct board_listener *told) {
  listener = *told;
  cycles_a_second = NOMINAL_HZ * (1 + clock_ppm * 1e-6);
  avr_global_logger_set(log_errors);

  elf_firmware_t firmware;
  memset(&firmware, 0, sizeof firmware);
  if (elf_read_firmware(elf, &firmware) != 0) {
    fail("%s is no program for the board", elf);
  }
  /* The file that the Arduino build makes contains none of this. */
  strcpy(firmware.mmcu, "atmega328p");
  firmware.frequency = NOMINAL_HZ;
  avr = avr_make_mcu_by_name(firmware.mmcu);
  if (avr == NULL || avr_init(avr) != 0) {
    fail("the simulator has no ATmega328P");
  }
  avr_load_firmware(avr, &firmware);
  avr->vcc = avr->avcc = avr->aref = SUPPLY_MILLIVOLTS;
  avr->sleep = no_sleep;
  avr->log = LOG_ERROR;

  uint32_t none = 0; /* no echo of lines, no sleep when the program polls */
  avr_ioctl(avr, AVR_IOCTL_UART_SET_FLAGS('0'), &none);
  avr_irq_register_notify(uart(UART_IRQ_OUTPUT), on_sent, NULL);
  avr_irq_register_notify(uart(UART_IRQ_OUT_XON), on_room, NULL);
  avr_irq_register_notify(uart(UART_IRQ_OUT_XOFF), on_full, NULL);
  avr_irq_register_notify(
      avr_io_getirq(avr, AVR_IOCTL_ADC_GETIRQ, ADC_IRQ_OUT_TRIGGER), on_conversion, NULL);
  listener.began();
}

avr_t *board_avr(void) { return avr; }

double board_seconds(void) {
  return epoch_seconds + (double)(avr->cycle - epoch_cycle) / cycles_a_second;
}

avr_cycle_count_t board_cycles(double seconds) {
  return (avr_cycle_count_t)(seconds * cycles_a_second + 0.5);
}

avr_cycle_count_t board_cycle_at(double seconds) {
  double ahead = seconds - epoch_seconds;
  return epoch_cycle + (ahead <= 0 ? 0 : board_cycles(ahead));
}

static void deliver(void) {
  size_t given = 0;
  while (given < inbox_size && !uart_full) {
    avr_raise_irq(uart(UART_IRQ_INPUT), inbox[given++]);
  }
  memmove(inbox, inbox + given, inbox_size - given);
  inbox_size -= given;
}

bool board_run_until(double seconds) {
  avr_cycle_count_t end = board_cycle_at(seconds);
  deliver();
  while (avr->cycle < end) {
    int state = avr_run(avr);
    if (state == cpu_Done || state == cpu_Crashed) {
      return false;
    }
  }
  return true;
}

void board_skip_until(double seconds) {
  if (seconds > board_seconds()) {
    epoch_seconds = seconds;
    epoch_cycle = avr->cycle;
  }
}

void board_reset(void) {
  double now = board_seconds();
  avr_reset(avr); /* clears its timers, perhaps also its cycle count */
  epoch_seconds = now;
  epoch_cycle = avr->cycle;
  inbox_size = 0;
  uart_full = false;
  listener.began();
}

void board_receive(const uint8_t *bytes, size_t count) {
  size_t room = sizeof inbox - inbox_size;
  size_t taken = count < room ? count : room;
  memcpy(inbox + inbox_size, bytes, taken);
  inbox_size += taken;
}

void board_pin(char port, int pin, bool high) {
  avr_raise_irq(avr_io_getirq(avr, AVR_IOCTL_IOPORT_GETIRQ(port), pin), high);
}
