// Reads notifications of a heart rate strap, "MICROSECONDS HEX [CONNECTION]" on each line, or the
// word "lost", and writes the lines of the bridge. It serves the test of heart_rate.h.
#include <cstdio>
#include <cstring>

#include "../main/arduino/stillpoint-ble-bridge/heart_rate.h"

static void send(const heartRate::Line &line) {
  fwrite(line.bytes(), 1, line.size(), stdout);
}

int main() {
  heartRate::Beats beats;
  send(heartRate::identityLine(true));
  char text[256];
  while (fgets(text, sizeof text, stdin) != nullptr) {
    unsigned long arrived;
    unsigned connection = 0;
    char digits[200];
    if (strcmp(text, "lost\n") == 0) {
      beats.lose();
      continue;
    }
    if (sscanf(text, "%lu %199s %u", &arrived, digits, &connection) < 2) {
      return 1;
    }
    uint8_t bytes[100];
    size_t size = 0;
    unsigned byte;
    for (const char *at = digits; sscanf(at, "%2x", &byte) == 1; at += 2) {
      bytes[size++] = (uint8_t)byte;
    }
    heartRate::Measurement measured;
    if (!heartRate::parse(bytes, size, measured)) {
      puts("cut short");
      continue;
    }
    send(heartRate::statusLine(!measured.contact));
    beats.of((uint8_t)connection);
    beats.take(measured, (uint32_t)arrived, send);
  }
  return 0;
}
