package org.stillpoint.guide;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads WAV files: PCM of 8, 16, 24 or 32 bits or floats, one or two channels, 8 to 48 kHz. */
public final class WavFile {
  /** A minute of the largest format; no prompt is longer. */
  static final long MOST_BYTES = 24_000_000;

  private static final int LEAST_HZ = 8_000;
  private static final int MOST_HZ = 48_000;
  private static final int PCM = 1;
  private static final int FLOAT = 3;
  private static final int EXTENSIBLE = 0xFFFE;

  /** Position of the true format in an extensible header. */
  private static final int SUB_FORMAT_AT = 24;

  /** A program that writes to a pipe cannot know the length and gives one of about this size. */
  private static final long UNKNOWN_LENGTH = 0x7FFFF000L;

  private WavFile() {}

  /**
   * Reads a file.
   *
   * @throws IOException with one sentence if the file does not exist, cannot be read, is damaged or
   *     is longer than a prompt can be
   */
  public static Pcm read(Path file) throws IOException {
    byte[] bytes;
    try {
      long size = Files.size(file);
      if (size > MOST_BYTES) {
        throw new IOException(file + " is far too long for a prompt: cut it down to the speech.");
      }
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new IOException("There is no sound file " + file + ".", e);
    }
    try {
      return parse(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
    } catch (IOException e) {
      throw new IOException(file + " cannot be played: " + e.getMessage(), e);
    }
  }

  private static Pcm parse(ByteBuffer in) throws IOException {
    if (in.remaining() < 12 || !tag(in).equals("RIFF")) {
      throw new IOException("it is not a WAV file; save it as WAV, PCM, 16 bit.");
    }
    in.getInt();
    if (!tag(in).equals("WAVE")) {
      throw new IOException("it is not a WAV file; save it as WAV, PCM, 16 bit.");
    }
    Format format = null;
    while (in.remaining() >= 8) {
      String tag = tag(in);
      long size = in.getInt() & 0xFFFFFFFFL;
      if (tag.equals("data")) {
        if (format == null) {
          throw new IOException("its header is damaged; record or save it again.");
        }
        return samples(in, size, format);
      }
      if (size > in.remaining()) {
        break;
      }
      int next = (int) Math.min(in.limit(), in.position() + size + (size & 1));
      if (tag.equals("fmt ")) {
        format = Format.of(in.slice().order(ByteOrder.LITTLE_ENDIAN), size);
      }
      in.position(next);
    }
    throw new IOException("it is cut off and holds no sound; record or save it again.");
  }

  private static String tag(ByteBuffer in) {
    byte[] tag = new byte[4];
    in.get(tag);
    return new String(tag, StandardCharsets.ISO_8859_1);
  }

  private static Pcm samples(ByteBuffer in, long size, Format format) throws IOException {
    int frameBytes = format.channels * format.bits / 8;
    if (size < UNKNOWN_LENGTH && size > in.remaining()) {
      throw new IOException("it is cut off, its end is missing; record or save it again.");
    }
    int frames = (int) (Math.min(size, in.remaining()) / frameBytes);
    float[] samples = new float[frames];
    for (int i = 0; i < frames; i++) {
      float sum = 0;
      for (int channel = 0; channel < format.channels; channel++) {
        sum += format.sample(in);
      }
      samples[i] = sum / format.channels;
    }
    return new Pcm(samples, format.rateHz, format.channels, format.bits);
  }

  private record Format(boolean floating, int channels, int rateHz, int bits) {

    static Format of(ByteBuffer in, long size) throws IOException {
      if (size < 16) {
        throw new IOException("its header is damaged; record or save it again.");
      }
      int kind = in.getShort() & 0xFFFF;
      int channels = in.getShort() & 0xFFFF;
      int rateHz = in.getInt();
      in.position(14);
      int bits = in.getShort() & 0xFFFF;
      if (kind == EXTENSIBLE && size >= SUB_FORMAT_AT + 2) {
        kind = in.getShort(SUB_FORMAT_AT) & 0xFFFF;
      }
      boolean whole = kind == PCM && (bits == 8 || bits == 16 || bits == 24 || bits == 32);
      if (!whole && !(kind == FLOAT && bits == 32)) {
        throw new IOException("its sound is compressed; save it as WAV, PCM, 16 bit.");
      }
      if (channels < 1 || channels > 2) {
        throw new IOException("it has " + channels + " channels; save it with one or two.");
      }
      if (rateHz < LEAST_HZ || rateHz > MOST_HZ) {
        throw new IOException(
            "it has " + rateHz + " samples a second; save it with 8000 to 48000.");
      }
      return new Format(kind == FLOAT, channels, rateHz, bits);
    }

    float sample(ByteBuffer in) {
      if (floating) {
        float value = in.getFloat();
        return Float.isFinite(value) ? Math.max(-1, Math.min(1, value)) : 0;
      }
      return switch (bits) {
        case 8 -> ((in.get() & 0xFF) - 128) / 128f;
        case 16 -> in.getShort() / 32_768f;
        case 24 -> ((in.get() & 0xFF) | (in.get() & 0xFF) << 8 | in.get() << 16) / 8_388_608f;
        default -> in.getInt() / 0x1p31f;
      };
    }
  }
}
