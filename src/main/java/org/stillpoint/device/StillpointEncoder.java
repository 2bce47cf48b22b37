package org.stillpoint.device;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Writes lines of the Stillpoint protocol, for virtual sensors. The format is described in
 * firmware-protocol.md. Each line ends with checksum and LF. Any thread may use it.
 */
public final class StillpointEncoder {
  /** Samples in a block. */
  public static final int BLOCK = StillpointDecoder.BLOCK;

  private StillpointEncoder() {}

  /**
   * The identity line.
   *
   * @param fields the fields, such as {@code v=1 sensor=ppg rate=500 bits=10 name=uno boot=1}
   */
  public static byte[] identity(String fields) {
    return checked("I" + fields);
  }

  /**
   * A block of ten samples.
   *
   * @param sequence number of the block; only its low 16 bits are sent
   * @param micros device time of the first sample; only its low 32 bits are sent
   * @param values ten samples, 0 to 4095
   */
  public static byte[] block(long sequence, long micros, int[] values) {
    StringBuilder line = new StringBuilder(48);
    line.append(String.format(Locale.ROOT, "P%04X%08X", sequence & 0xFFFF, micros & 0xFFFF_FFFFL));
    for (int value : values) {
      line.append(String.format(Locale.ROOT, "%03X", value & 0xFFF));
    }
    return checked(line.toString());
  }

  /**
   * A beat of a sensor that finds beats itself.
   *
   * @param sequence number of the beat; only its low 16 bits are sent
   * @param micros device time of the beat
   * @param intervalMicros time since the previous beat; 0 when it is not known
   */
  public static byte[] beat(long sequence, long micros, long intervalMicros) {
    return checked(
        String.format(
            Locale.ROOT,
            "R%04X%08X%08X",
            sequence & 0xFFFF,
            micros & 0xFFFF_FFFFL,
            intervalMicros & 0xFFFF_FFFFL));
  }

  /**
   * The status line.
   *
   * @param overruns samples dropped since boot, 0 to 65535
   * @param flags bit 0: a lead is off
   */
  public static byte[] status(int overruns, int flags) {
    return checked(String.format(Locale.ROOT, "T%04X%02X", overruns & 0xFFFF, flags & 0xFF));
  }

  private static byte[] checked(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.US_ASCII);
    String line = body + String.format(Locale.ROOT, "%04X\n", Crc16.of(bytes, 0, bytes.length));
    return line.getBytes(StandardCharsets.US_ASCII);
  }
}
