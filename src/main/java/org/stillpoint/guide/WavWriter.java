package org.stillpoint.guide;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes a WAV file of one channel, 16 bits, at {@link Sound#RATE_HZ}, piece by piece. The header
 * is correct after every piece, so that the file can be played even after a crash. May be used by
 * one thread at a time.
 */
final class WavWriter implements Closeable {
  private static final int HEADER_BYTES = 44;
  private static final int FRAME_BYTES = 2;

  private final FileChannel channel;
  private ByteBuffer buffer = buffer(0);
  private long frames;

  /** Creates the file, or empties it. */
  WavWriter(Path file) throws IOException {
    this.channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING);
    channel.write(header(), 0);
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Adds the first {@code count} samples; values beyond -1 and 1 are clipped. */
  void write(float[] samples, int count) throws IOException {
    if (buffer.capacity() < count * FRAME_BYTES) {
      buffer = buffer(count * FRAME_BYTES);
    }
    buffer.clear();
    for (int i = 0; i < count; i++) {
      buffer.putShort(sixteenBits(samples[i]));
    }
    buffer.flip();
    long at = HEADER_BYTES + frames * FRAME_BYTES;
    while (buffer.hasRemaining()) {
      at += channel.write(buffer, at);
    }
    frames += count;
    channel.write(header(), 0);
  }

  /** A sample as a 16-bit integer, clipped at full scale. */
  static short sixteenBits(float sample) {
    return (short) Math.max(-32_768, Math.min(32_767, Math.round(sample * 32_767f)));
  }

  private ByteBuffer header() {
    ByteBuffer header = buffer(HEADER_BYTES);
    int bytes = (int) (frames * FRAME_BYTES);
    header.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(HEADER_BYTES - 8 + bytes);
    header.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    header.putShort((short) 1).putShort((short) 1).putInt(Sound.RATE_HZ);
    header.putInt(Sound.RATE_HZ * FRAME_BYTES).putShort((short) FRAME_BYTES).putShort((short) 16);
    header.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
    return header.flip();
  }

  /** Samples written so far. */
  long frames() {
    return frames;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
