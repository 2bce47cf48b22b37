package org.stillpoint.app;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.stillpoint.device.Protocol;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.participant.VirtualSensor;
import org.stillpoint.programme.Script;
import org.stillpoint.serial.ByteSource;
import org.stillpoint.serial.Capture;
import org.stillpoint.serial.CaptureSource;
import org.stillpoint.serial.PacedSource;
import org.stillpoint.serial.ReconnectingSource;
import org.stillpoint.serial.SerialPortSource;

/** Opens the source that a specification names. */
final class Sources {
  private static final int HEAD_BYTES = 64;

  private Sources() {}

  /**
   * Opens a source, not paced.
   *
   * @param protocols what a file without stamps may hold
   * @param rateHz lines a second of a recorded device without a clock
   * @param patienceSeconds how long a port that is gone is looked for; infinite for ever
   * @throws IOException with one sentence when it cannot be opened
   */
  static ByteSource open(
      SensorSpec spec, List<Protocol> protocols, double rateHz, double patienceSeconds)
      throws IOException {
    return switch (spec.kind()) {
      case SERIAL ->
          new ReconnectingSource(
              new PortPlace(spec.path()),
              spec.baud().orElse(SerialPortSource.USUAL_BAUD),
              spec.baud().isEmpty(),
              patienceSeconds);
      case VIRTUAL ->
          new VirtualSource(
              spec.words(), new VirtualSensor(spec.family(), spec.seed(), "stillpoint", b -> {}));
      case REPLAY -> file(Path.of(spec.path()), protocols, rateHz);
    };
  }

  /** Lets a virtual person hear the session; real ones have ears of their own. */
  static Consumer<RecordingEvent> ears(ByteSource source, Script script) {
    ByteSource played = source instanceof PacedSource paced ? paced.source() : source;
    return played instanceof VirtualSource virtual ? virtual.ears(script) : event -> {};
  }

  /**
   * Whether a source may hold a waveform or intervals: a file without stamps. What was captured of
   * a port can only be what a port sends.
   */
  static boolean holdsFormats(SensorSpec spec) {
    if (spec.kind() != SensorSpec.Kind.REPLAY) {
      return false;
    }
    try (InputStream in = read(Path.of(spec.path()))) {
      return !Capture.looksLike(in.readNBytes(HEAD_BYTES));
    } catch (IOException e) {
      return true; // opening it will say why
    }
  }

  private static ByteSource file(Path path, List<Protocol> protocols, double rateHz)
      throws IOException {
    BufferedInputStream in = new BufferedInputStream(read(path), 1 << 16);
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

  /**
   * Refuses what can be read only once, before it is looked into.
   *
   * @throws IOException with one sentence when the path is a pipe or a device
   */
  static void twice(Path path) throws IOException {
    if (Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path)) {
      throw new IOException(
          path + " is no regular file, and has to be read twice: save what it gives as a file.");
    }
  }

  /** Opens a file for reading, or says in one sentence why not. */
  static InputStream read(Path path) throws IOException {
    try {
      if (Files.isDirectory(path)) {
        throw new IOException(path + " is a folder: name a file in it.");
      }
      return Files.newInputStream(path);
    } catch (NoSuchFileException e) {
      throw new IOException("There is no file " + path + ": check the name.", e);
    } catch (java.nio.file.AccessDeniedException e) {
      throw new IOException("The file " + path + " may not be read: check its rights.", e);
    }
  }
}
