package org.stillpoint.live;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.stillpoint.device.Protocol;
import org.stillpoint.files.InputFile;
import org.stillpoint.serial.ByteSource;
import org.stillpoint.serial.Capture;
import org.stillpoint.serial.CaptureSource;
import org.stillpoint.serial.PacedSource;
import org.stillpoint.serial.ReconnectingSource;
import org.stillpoint.serial.SerialPortSource;

/** Opens the sources that specifications name. */
public final class Sources {
  private static final int HEAD_BYTES = 64;

  private final Clocks clocks;

  /** Sources of a computer with these clocks. */
  public Sources(Clocks clocks) {
    this.clocks = clocks;
  }

  /**
   * Opens a source, paced if it is recorded or virtual.
   *
   * @param protocols the protocols that a file without stamps may hold
   * @param rateHz lines a second of a recorded device without a clock
   * @param patienceSeconds how long a port that disappeared is searched for; may be infinite
   * @param speed 1 for true pace, infinite for as fast as possible; a port has its own pace
   * @throws IOException with one sentence if it cannot be opened
   */
  public ByteSource open(
      SensorSpec spec,
      List<Protocol> protocols,
      double rateHz,
      double patienceSeconds,
      double speed)
      throws IOException {
    return switch (spec.type()) {
      case SERIAL ->
          new ReconnectingSource(
              new PortPlace(spec.path(), clocks),
              spec.baud().orElse(SerialPortSource.USUAL_BAUD),
              spec.baud().isEmpty(),
              patienceSeconds);
      case VIRTUAL -> paced(VirtualSource.of(spec), speed);
      case REPLAY -> paced(file(Path.of(spec.path()), protocols, rateHz), speed);
    };
  }

  private ByteSource paced(ByteSource source, double speed) {
    return Double.isFinite(speed) ? new PacedSource(source, speed, clocks.nanoTime()) : source;
  }

  /** The virtual person whose signal a source plays; empty for any other source. */
  static Optional<VirtualSource> virtual(ByteSource source) {
    ByteSource played = source instanceof PacedSource paced ? paced.source() : source;
    return played instanceof VirtualSource virtual ? Optional.of(virtual) : Optional.empty();
  }

  /**
   * Whether a source may hold the file formats of waveforms and intervals: only a file without
   * stamps can. A capture holds what a port sends.
   */
  public static boolean holdsFormats(SensorSpec spec) {
    if (spec.type() != SensorSpec.SourceType.REPLAY) {
      return false;
    }
    try (InputStream in = InputFile.open(Path.of(spec.path()))) {
      return !Capture.looksLike(in.readNBytes(HEAD_BYTES));
    } catch (IOException e) {
      return true; // opening it will say why
    }
  }

  private static ByteSource file(Path path, List<Protocol> protocols, double rateHz)
      throws IOException {
    BufferedInputStream in = new BufferedInputStream(InputFile.open(path), 1 << 16);
    in.mark(HEAD_BYTES);
    byte[] head = in.readNBytes(HEAD_BYTES);
    in.reset();
    if (head.length == 0) {
      in.close();
      throw new IOException("The file " + path + " is empty: there is nothing to replay.");
    }
    String name = String.valueOf(path.getFileName());
    return Capture.looksLike(head)
        ? new CaptureSource(name, in)
        : new DeviceTimedSource(name, in, protocols, rateHz);
  }
}
