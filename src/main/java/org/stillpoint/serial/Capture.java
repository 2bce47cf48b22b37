package org.stillpoint.serial;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The format of a capture file: the raw bytes of a sensor with the host times of their arrival.
 *
 * <p>The file begins with the line {@code STILLPOINT-CAPTURE 1} and LF. Records follow. Each has a
 * kind (1 byte), the host time in nanoseconds (8 bytes) and the length of the payload (4 bytes),
 * all big-endian, and then the payload. Records are only ever appended, so a torn file is intact up
 * to its last complete record.
 */
public final class Capture {
  /** First line of a capture file, without its line feed. */
  public static final String HEADER = "STILLPOINT-CAPTURE 1";

  /** Longest plausible payload; a longer one means that the file is damaged. */
  private static final int MAX_PAYLOAD = 1 << 20;

  /** One week: no capture is longer. */
  private static final long LONGEST_NANOS = 7 * 86_400 * 1_000_000_000L;

  private Capture() {}

  /** Writes the header line. */
  public static void writeHeader(DataOutputStream out) throws IOException {
    out.write((HEADER + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  /** Appends one record. */
  public static void write(DataOutputStream out, CaptureRecord record) throws IOException {
    out.writeByte(record.kind().code());
    out.writeLong(record.hostNanos());
    out.writeInt(record.payload().length);
    out.write(record.payload());
  }

  /** Whether the first bytes of a file are those of a capture. */
  public static boolean looksLike(byte[] firstBytes) {
    byte[] header = (HEADER + "\n").getBytes(StandardCharsets.US_ASCII);
    return firstBytes.length >= header.length
        && Arrays.equals(firstBytes, 0, header.length, header, 0, header.length);
  }

  /** Opens a file for which {@link #looksLike} was true and skips its header line. */
  public static DataInputStream open(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(new BufferedInputStream(in, 1 << 16));
    data.readNBytes(HEADER.length() + 1);
    return data;
  }

  /**
   * Reads the next record.
   *
   * @return the record; empty at the end of the file and where it is torn
   * @throws IOException when reading fails or the file is damaged; then the message is a sentence
   */
  public static Optional<CaptureRecord> read(DataInputStream in) throws IOException {
    try {
      int kind = in.read();
      if (kind < 0) {
        return Optional.empty();
      }
      long hostNanos = in.readLong();
      int length = in.readInt();
      if (length < 0 || length > MAX_PAYLOAD || hostNanos < 0 || hostNanos > LONGEST_NANOS) {
        throw new IOException(
            "The capture is damaged: one of its records claims to hold "
                + length
                + " bytes at "
                + hostNanos / 1_000_000_000
                + " s; copy the file again, or use another one.");
      }
      byte[] payload = in.readNBytes(length);
      if (payload.length < length) {
        return Optional.empty();
      }
      return Optional.of(
          CaptureRecord.of(CaptureRecord.InputKind.of(kind), hostNanos, payload, length));
    } catch (EOFException torn) {
      return Optional.empty();
    }
  }
}
