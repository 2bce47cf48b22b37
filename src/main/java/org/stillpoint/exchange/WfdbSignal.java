package org.stillpoint.exchange;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stillpoint.signal.PulseSample;

/**
 * Reads the samples of one signal of a WFDB record, in order, from a signal file in format 16 or
 * 212 that can hold other signals too. Values are the stored ones, in steps of the converter, and
 * negated when the gain is negative. A sample that is marked as missing is left out, as a hole in
 * time. Holds no more than a buffer. Belongs to one thread. Formats: signal(5) of the WFDB
 * Applications Guide, physionet.org.
 */
public final class WfdbSignal implements Closeable {
  private static final int BUFFER_BYTES = 1 << 16;

  /** Stands for the end of the file; no sample in either format is as low. */
  private static final int END = Integer.MIN_VALUE;

  /** A signal file can be padded, but not by more than this. */
  private static final double SURPLUS_SECONDS = 2;

  private static final int MISSING_16 = -32_768;
  private static final int MISSING_212 = -2_048;

  private final String name;
  private final InputStream in;
  private final WfdbChannel channel;
  private final double rateHz;

  /**
   * Number of samples that the header promises, before the skew; the largest number when it gives
   * none.
   */
  private final long promised;

  /**
   * Samples in a frame of the file: of all signals, before the chosen signal, of the chosen signal.
   */
  private final int frameLength;

  private final int first;
  private final int perFrame;

  private long read;
  private int inFrame;
  private int second = END;
  private long missing;
  private final double surplusSeconds;
  private boolean ended;

  private WfdbSignal(Path file, WfdbHeader header, WfdbChannel channel) throws IOException {
    this.name = file.toString();
    this.channel = channel;
    this.rateHz = header.rateHz(channel);
    this.perFrame = channel.samplesPerFrame();
    this.promised = header.frames() == 0 ? Long.MAX_VALUE : header.frames() * perFrame;
    int before = 0;
    int all = 0;
    for (WfdbChannel other : header.signals()) {
      if (other.file().equals(channel.file())) {
        before += other.number() < channel.number() ? other.samplesPerFrame() : 0;
        all += other.samplesPerFrame();
      }
    }
    this.first = before;
    this.frameLength = all;
    double frames = header.frames() == 0 ? Double.MAX_VALUE : header.frames() + channel.skew();
    double frameBytes = all * (channel.format() == 16 ? 2 : 1.5);
    double left = Files.size(file) - channel.byteOffset() - frames * frameBytes;
    this.surplusSeconds = left / frameBytes / header.framesPerSecond();
    this.in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
  }

  /**
   * Opens a signal.
   *
   * @param folder where the header is; the signal file must be there too
   * @throws IOException with one sentence when it cannot be read
   */
  public static WfdbSignal open(Path folder, WfdbHeader header, WfdbChannel channel)
      throws IOException {
    if (channel.format() != 16 && channel.format() != 212) {
      throw new IOException(
          "The signal "
              + channel.description()
              + " of "
              + header.name()
              + " is stored in format "
              + channel.format()
              + ", but only 16 and 212 can be read: convert it with xform from the WFDB tools.");
    }
    if (!channel.file().matches("[^/\\\\]+") || channel.file().matches("\\.+")) {
      throw new IOException(
          "The header of "
              + header.name()
              + " names the signal file "
              + channel.file()
              + ", but only a file beside the header is read: put it there"
              + " and correct the header.");
    }
    Path file = folder.resolve(channel.file());
    if (!Files.isRegularFile(file)) {
      throw new IOException(
          "The signal file "
              + file
              + ", named in the header of "
              + header.name()
              + ", does not exist: copy it beside the header.");
    }
    WfdbSignal signal = new WfdbSignal(file, header, channel);
    try {
      signal.in.skipNBytes(channel.byteOffset());
    } catch (EOFException e) {
      signal.ended = true;
    }
    return signal;
  }

  /** The next sample that is not missing, with its time since the record began; null at the end. */
  public @Nullable PulseSample next() throws IOException {
    while (!ended && read < promised) {
      int value = nextOfChannel();
      if (value == END) {
        ended = true;
        return null;
      }
      long number = read++ - channel.skew();
      if (number >= 0) {
        if (value != (channel.format() == 16 ? MISSING_16 : MISSING_212)) {
          long time = Math.round(number * 1e9 / rateHz);
          return new PulseSample(time, channel.inverted() ? -value : value);
        }
        missing++;
      }
    }
    return null;
  }

  private int nextOfChannel() throws IOException {
    while (true) {
      int value = channel.format() == 16 ? next16() : next212();
      int place = inFrame;
      inFrame = place + 1 == frameLength ? 0 : place + 1;
      if (value == END || (place >= first && place < first + perFrame)) {
        return value;
      }
    }
  }

  /** Two bytes, low byte first. */
  private int next16() throws IOException {
    int low = in.read();
    int high = in.read();
    return high < 0 ? END : (short) (high << 8 | low);
  }

  /** Two samples of 12 bits in three bytes: the middle byte holds the upper bits of both. */
  private int next212() throws IOException {
    if (second != END) {
      int value = second;
      second = END;
      return value;
    }
    int low = in.read();
    int middle = in.read();
    if (middle < 0) {
      return END;
    }
    int last = in.read();
    second = last < 0 ? END : signed12((middle & 0xF0) << 4 | last);
    return signed12((middle & 0x0F) << 8 | low);
  }

  private static int signed12(int value) {
    return value >= 2048 ? value - 4096 : value;
  }

  /** Whole sentences about missing or surplus data; complete once everything has been read. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (missing > 0) {
      notes.add(missing + " samples of " + name + " are marked as missing: they were left out.");
    }
    if (ended && promised < Long.MAX_VALUE && read < promised) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%s ends after %.1f s of %.1f s: the rest is missing; copy the file again.",
              name,
              read / rateHz,
              promised / rateHz));
    }
    if (surplusSeconds > SURPLUS_SECONDS) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%s is %.0f s longer than its header says, and the surplus was not read: check"
                  + " that it belongs to this record and is in format %d.",
              name,
              surplusSeconds,
              channel.format()));
    }
    return notes;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
