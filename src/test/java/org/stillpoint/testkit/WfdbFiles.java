package org.stillpoint.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes WFDB signal and annotation files, so that tests know what they hold. */
public final class WfdbFiles {
  private static final int SKIP = 59;
  private static final int TEXT = 63;

  private WfdbFiles() {}

  /** Samples in format 16: two bytes, the lower first. */
  public static byte[] format16(int... samples) {
    byte[] bytes = new byte[2 * samples.length];
    for (int i = 0; i < samples.length; i++) {
      bytes[2 * i] = (byte) samples[i];
      bytes[2 * i + 1] = (byte) (samples[i] >> 8);
    }
    return bytes;
  }

  /** Samples in format 212: two of 12 bits in three bytes; an odd last one takes two bytes. */
  public static byte[] format212(int... samples) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < samples.length; i += 2) {
      boolean pair = i + 1 < samples.length;
      int second = pair ? samples[i + 1] : 0;
      out.write(samples[i]);
      out.write(((samples[i] >> 8) & 0x0F) | ((second >> 4) & 0xF0));
      if (pair) {
        out.write(second);
      }
    }
    return out.toByteArray();
  }

  /** Several signals of equal length, a sample of each after the other. */
  public static int[] interleaved(int[]... signals) {
    int[] all = new int[signals.length * signals[0].length];
    for (int i = 0; i < all.length; i++) {
      all[i] = signals[i % signals.length][i / signals.length];
    }
    return all;
  }

  /** Writes a record of one signal in one file, with 200 steps to the millivolt. */
  public static void record(
      Path folder, String name, double rateHz, int format, String description, int... samples)
      throws IOException {
    Files.write(
        folder.resolve(name + ".dat"), format == 16 ? format16(samples) : format212(samples));
    Files.writeString(
        folder.resolve(name + ".hea"),
        String.format(
            "%s 1 %s %d%n%s.dat %d 200(0)/mV 12 0 0 0 0 %s%n",
            name, rateHz, samples.length, name, format, description));
  }

  /** An annotation file that is written bit by bit. */
  public static final class Annotations {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private long last;

    /** A mark at a time in frames; what ten bits do not hold is skipped first. */
    public Annotations mark(long frame, int code) {
      long since = frame - last;
      last = frame;
      if (since < 0 || since > 1023) {
        word(SKIP << 10);
        word((int) (since >> 16));
        word((int) since);
        since = 0;
      }
      word(code << 10 | (int) since);
      return this;
    }

    /** A text that belongs to the last mark. */
    public Annotations text(String text) {
      byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
      word(TEXT << 10 | bytes.length);
      out.writeBytes(bytes);
      if (bytes.length % 2 == 1) {
        out.write(0);
      }
      return this;
    }

    /** A field that belongs to the last mark: 60 number, 61 subtype, 62 channel. */
    public Annotations field(int code, int value) {
      word((code << 10) | (value & 0x3FF));
      return this;
    }

    /** The bytes so far, without the end mark. */
    public byte[] torn() {
      return out.toByteArray();
    }

    /** The whole file. */
    public byte[] bytes() {
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      whole.writeBytes(out.toByteArray());
      whole.write(0);
      whole.write(0);
      return whole.toByteArray();
    }

    private void word(int value) {
      out.write(value);
      out.write(value >> 8);
    }
  }
}
