// Bridge from a Bluetooth heart rate strap to Stillpoint, for an ESP32 with the library NimBLE-Arduino 2.
// NOT YET TRIED: this file has been neither compiled nor run by its authors. Only heart_rate.h beside it,
// which reads the data of the strap and writes the lines, is compiled and tested with the project.
//
// It connects to the first strap it finds that offers the standard Heart Rate Service and forwards every
// interval as an R line of firmware-protocol.md at 115200 baud.

#include <NimBLEDevice.h>

#include "heart_rate.h"

static const NimBLEUUID SERVICE((uint16_t)0x180D);
static const NimBLEUUID MEASUREMENT((uint16_t)0x2A37);
static const uint32_t SCAN_MILLIS = 5000;
static const uint32_t STATUS_MILLIS = 1000;

// A strap sends about once a second; without beats for this long it is off the chest or out of range.
static const uint32_t SILENCE_MILLIS = 4000;

struct Notification {
  uint32_t micros;
  uint8_t connection; // over which it arrived: it can wait in the queue until after the next connection
  uint8_t size;
  uint8_t bytes[20];
};

// From the radio task to loop(): only one task writes lines, so that lines are not mixed.
static QueueHandle_t notifications;

static heartRate::Beats beats;
static NimBLEClient *client;
static uint32_t lastBeatMillis;
static uint32_t lastStatusMillis;
static bool contact;
static volatile uint8_t connections; // number of connections made so far

static void send(const heartRate::Line &line) { Serial.write((const uint8_t *)line.bytes(), line.size()); }

static void onNotification(NimBLERemoteCharacteristic *, uint8_t *bytes, size_t size, bool) {
  Notification arrived;
  arrived.micros = micros();
  arrived.connection = connections;
  arrived.size = (uint8_t)(size < sizeof arrived.bytes ? size : sizeof arrived.bytes);
  memcpy(arrived.bytes, bytes, arrived.size);
  xQueueSend(notifications, &arrived, 0);
}

static bool subscribe() {
  NimBLERemoteService *service = client->getService(SERVICE);
  NimBLERemoteCharacteristic *measurement = service ? service->getCharacteristic(MEASUREMENT) : nullptr;
  return measurement && measurement->canNotify() && measurement->subscribe(true, onNotification);
}

static void connect() {
  NimBLEScanResults found = NimBLEDevice::getScan()->getResults(SCAN_MILLIS, false);
  for (int i = 0; i < found.getCount(); i++) {
    const NimBLEAdvertisedDevice *device = found.getDevice(i);
    if (device->isAdvertisingService(SERVICE) && client->connect(device)) {
      connections = connections + 1; // before the first notification, which follows a gap
      if (subscribe()) {
        return;
      }
      client->disconnect();
    }
  }
}

static void forward() {
  Notification arrived;
  while (xQueueReceive(notifications, &arrived, 0) == pdTRUE) {
    heartRate::Measurement measured;
    if (!heartRate::parse(arrived.bytes, arrived.size, measured)) {
      continue;
    }
    beats.of(arrived.connection);
    contact = measured.contact;
    if (measured.count > 0) {
      lastBeatMillis = millis();
    }
    beats.take(measured, arrived.micros, send);
  }
}

static void tellStatus() {
  if (millis() - lastBeatMillis > SILENCE_MILLIS) {
    contact = false;
    beats.lose();
  }
  if (millis() - lastStatusMillis >= STATUS_MILLIS) {
    lastStatusMillis += STATUS_MILLIS;
    send(heartRate::statusLine(!contact));
  }
}

static void answer() {
  bool asked = false;
  while (Serial.available() > 0) {
    asked |= Serial.read() == '?';
  }
  if (asked) {
    send(heartRate::identityLine(false));
  }
}

// The search waits for seconds, so it has its own task and the lines continue.
static void searching(void *) {
  for (;;) {
    if (!client->isConnected()) {
      connect();
    }
    vTaskDelay(pdMS_TO_TICKS(500));
  }
}

void setup() {
  Serial.begin(115200);
  send(heartRate::identityLine(true));
  notifications = xQueueCreate(16, sizeof(Notification));
  NimBLEDevice::init("");
  client = NimBLEDevice::createClient();
  xTaskCreate(searching, "search", 4096, nullptr, 1, nullptr);
}

void loop() {
  forward();
  tellStatus();
  answer();
  vTaskDelay(pdMS_TO_TICKS(5));
}
