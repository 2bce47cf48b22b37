package org.stillpoint.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The value of the Bluetooth characteristic Heart Rate Measurement (2A37), as in the Heart Rate
 * Service specification 1.0: a byte of flags, the heart rate in one or two bytes, optionally the
 * energy expended, then the intervals since the last message, oldest first, in 1/1024 s.
 *
 * @param rate heart rate in beats per minute, as averaged by the strap
 * @param contact whether the strap has skin contact; empty when it cannot detect that
 * @param ticks intervals in 1/1024 s; empty when none ended since the last message
 */
record HeartRateMeasurement(int rate, Optional<Boolean> contact, List<Integer> ticks) {
  static final double MILLIS_PER_TICK = 1000 / 1024.0;

  private static final int WIDE_RATE = 1;
  private static final int CONTACT = 2;
  private static final int CONTACT_KNOWN = 4;
  private static final int ENERGY = 8;
  private static final int INTERVALS = 16;
  private static final int RESERVED = 0xE0;

  HeartRateMeasurement {
    ticks = List.copyOf(ticks);
  }

  /** Reads a value; empty when it is not valid: cut short, or with flags that do not exist. */
  static Optional<HeartRateMeasurement> of(byte[] value) {
    int flags = value.length == 0 ? RESERVED : value[0] & 0xFF;
    boolean wide = (flags & WIDE_RATE) != 0;
    int at = 1 + (wide ? 2 : 1) + ((flags & ENERGY) != 0 ? 2 : 0);
    int rest = value.length - at;
    boolean listed = (flags & INTERVALS) != 0;
    if ((flags & RESERVED) != 0 || rest < 0 || (listed ? rest % 2 != 0 : rest != 0)) {
      return Optional.empty();
    }
    List<Integer> ticks = new ArrayList<>();
    for (; at < value.length; at += 2) {
      ticks.add(u16(value, at));
    }
    Optional<Boolean> contact =
        (flags & CONTACT_KNOWN) != 0 ? Optional.of((flags & CONTACT) != 0) : Optional.empty();
    int rate = wide ? u16(value, 1) : value[1] & 0xFF;
    return Optional.of(new HeartRateMeasurement(rate, contact, ticks));
  }

  private static int u16(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
  }
}
