package org.stillpoint.serial;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Plays the sensor bytes of a capture as fast as they are read. Host time comes from the stamps of
 * the records, counted from the first one.
 */
public final class CaptureSource implements ByteSource {
  private final String name;
  private final DataInputStream in;
  private final ChunkBuffer rest = new ChunkBuffer();
  private long firstNanos = -1;
  private long hostNanos;
  private volatile boolean closed;

  /**
   * Starts at the first record.
   *
   * @param name what the source is called
   * @param in a capture file, from its first byte; closed with this source
   */
  public CaptureSource(String name, InputStream in) throws IOException {
    this.name = name;
    this.in = Capture.open(in);
  }

  @Override
  public int read(byte[] buffer) throws IOException {
    while (rest.empty()) {
      Optional<CaptureRecord> next = closed ? Optional.empty() : Capture.read(in);
      if (next.isEmpty()) {
        return -1;
      }
      if (firstNanos < 0) {
        firstNanos = next.get().hostNanos();
      }
      hostNanos = Math.max(hostNanos, next.get().hostNanos() - firstNanos);
      if (next.get().kind() == CaptureRecord.InputKind.BYTES) {
        rest.fill(next.get().payload());
      }
    }
    return rest.take(buffer);
  }

  @Override
  public long hostNanos() {
    return hostNanos;
  }

  @Override
  public String description() {
    return name;
  }

  @Override
  public void close() {
    closed = true;
    try {
      in.close();
    } catch (IOException e) {
      org.tinylog.Logger.warn(e, "closing {}", name);
    }
  }
}
