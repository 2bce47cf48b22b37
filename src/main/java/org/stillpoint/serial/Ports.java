package org.stillpoint.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The serial ports of this computer. Pseudo terminals are never listed, but they can be opened. */
public final class Ports {
  private Ports() {}

  /** Lists the ports in the system's order; the list is empty when there are none. */
  public static List<PortInfo> list() {
    NativeLibrary.prepare();
    List<PortInfo> ports = new ArrayList<>();
    for (SerialPort port : SerialPort.getCommPorts()) {
      int vendor = port.getVendorID();
      int product = port.getProductID();
      String usbId =
          vendor > 0 ? String.format(Locale.ROOT, "%04x:%04x", vendor, Math.max(product, 0)) : "";
      ports.add(
          new PortInfo(
              port.getSystemPortPath(),
              port.getDescriptivePortName(),
              usbId,
              likely(vendor, product),
              PortRights.advice(port.getSystemPortPath())));
    }
    return List.copyOf(ports);
  }

  /** A sentence that names the ports. */
  static String thereAre(List<PortInfo> ports) {
    return ports.isEmpty()
        ? "This computer has no serial port now."
        : "The ports of this computer now: "
            + ports.stream().map(PortInfo::path).collect(Collectors.joining(", "))
            + ".";
  }

  /**
   * What a USB vendor and product id suggest.
   *
   * @return the kind of device in words; empty when nothing is known
   */
  static String likely(int vendor, int product) {
    return switch (vendor) {
      case 0x2341, 0x2a03 -> "Arduino board";
      case 0x1a86 -> "CH340 serial chip, as on many Nano and UNO clones";
      case 0x0403 -> "FTDI serial chip, as on older Arduino boards";
      case 0x10c4 -> "CP210x serial chip, as on ESP32 boards and the first ANT stick";
      case 0x0fcf -> "ANT stick";
      case 0x2458 -> "BLED112 Bluetooth dongle";
      case 0x239a -> "Adafruit board";
      case 0x1b4f -> "SparkFun board";
      case 0x303a -> "ESP32 board";
      case 0x2e8a -> "Raspberry Pi Pico board";
      case 0x16c0 -> "Teensy board";
      default -> product > 0 ? "USB serial device" : "";
    };
  }
}
