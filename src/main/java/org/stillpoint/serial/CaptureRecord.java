package org.stillpoint.serial;

import java.util.Arrays;

/** One entry of a capture: what arrived, and when. Immutable. */
public final class CaptureRecord {

  /** What a record holds. */
  public enum InputKind {
    /** Bytes of the sensor. */
    BYTES(0),
    /** Something the person or the program asked for. */
    COMMAND(1);

    private final int code;

    InputKind(int code) {
      this.code = code;
    }

    /** Its byte in the file. */
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
   * Makes a record with a copy of the first bytes of an array.
   *
   * @param kind what the payload is
   * @param hostNanos host time since the capture began, not negative, never decreasing
   * @param bytes the payload from 0 to {@code count}; for a command its name in UTF-8
   */
  public static CaptureRecord of(InputKind kind, long hostNanos, byte[] bytes, int count) {
    return new CaptureRecord(kind, hostNanos, Arrays.copyOf(bytes, count));
  }

  /** What the payload is. */
  public InputKind kind() {
    return kind;
  }

  /** Host time since the capture began. */
  public long hostNanos() {
    return hostNanos;
  }

  /** The bytes; to be read only. */
  public byte[] payload() {
    return payload;
  }
}
