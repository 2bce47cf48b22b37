package org.stillpoint.serial;

import java.util.Arrays;

/** One record of a capture: what arrived, and when. Treat it as immutable. */
public final class CaptureRecord {

  /** What a record holds. */
  public enum InputKind {
    /** Bytes from the sensor. */
    BYTES(0),
    /** Something that the person or the program asked for. */
    COMMAND(1);

    private final int code;

    InputKind(int code) {
      this.code = code;
    }

    /** The byte that stands for it in the file. */
    int code() {
      return code;
    }

    static InputKind of(int code) {
      return code == COMMAND.code ? COMMAND : BYTES;
    }
  }

  private final InputKind kind;
  private final long hostNanos;
  private final byte[] payload;

  private CaptureRecord(InputKind kind, long hostNanos, byte[] payload) {
    this.kind = kind;
    this.hostNanos = hostNanos;
    this.payload = payload;
  }

  /**
   * Creates a record with a copy of the first bytes of an array.
   *
   * @param kind what the payload is
   * @param hostNanos host time since the capture began: not negative, and not before that of the
   *     previous record
   * @param bytes the payload, from 0 to {@code count}, exclusive; for a command its name in UTF-8
   * @param count length of the payload
   */
  public static CaptureRecord of(InputKind kind, long hostNanos, byte[] bytes, int count) {
    return new CaptureRecord(kind, hostNanos, Arrays.copyOf(bytes, count));
  }

  /** What the payload is. */
  public InputKind kind() {
    return kind;
  }

  /** Host time since the capture began, in nanoseconds. */
  public long hostNanos() {
    return hostNanos;
  }

  /** The payload; not a copy, so it must not be changed. */
  public byte[] payload() {
    return payload;
  }
}
