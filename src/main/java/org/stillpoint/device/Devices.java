package org.stillpoint.device;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.stillpoint.device.Protocol.LineSettings;
import org.stillpoint.signal.SensorKind;

/** Lists every protocol that can be read. A new device needs one decoder and one line here. */
public final class Devices {
  /** A frame with a checksum is hardly ever right by chance: two blocks of samples are enough. */
  private static final int CHECKED = 20;

  /** Lines without a checksum must be right a dozen times. */
  private static final int UNCHECKED = 12;

  /** An identification is enough: no frame of another protocol can be mistaken for it. */
  private static final int IDENTIFIED = StillpointDecoder.BLOCK;

  private static final List<Protocol> KEYLESS =
      List.of(
          framed("stillpoint", "Stillpoint firmware", StillpointDecoder::new),
          wave("pulsesensor-plotter", "PulseSensor, plotter format", PulseSensorPlotterDecoder::new)
              .with(RateEvidence::new),
          wave(
                  "pulsesensor-processing",
                  "PulseSensor, Processing format",
                  PulseSensorProcessingDecoder::new)
              .with(RateEvidence::new),
          wave("csv", "board that sends time and signal", TimedCsvDecoder::new)
              .with(() -> new PulseEvidence(false)),
          wave("json", "board that sends JSON lines", JsonLinesDecoder::new)
              .with(() -> new PulseEvidence(false)),
          wave("pulsesensor-two", "two PulseSensors, plotter format", TwoSensorsDecoder::new)
              .with(() -> new PulseEvidence(false)),
          wave("numbers", "bare samples of a pulse sensor", NumberLinesDecoder::new)
              .with(() -> new PulseEvidence(true)),
          intervals("rr", "intervals, one per line", RrTextDecoder::new).with(PaceEvidence::new),
          // Before the other protocols in which the host speaks first: the dongle would take their
          // questions for the beginning of a packet.
          asked(
              "bled112",
              "Bluetooth heart rate strap through a BLED112 dongle",
              115_200,
              0.5,
              Bled112Decoder::new),
          asked("hrmi", "Polar strap through an HRMI board", 9_600, 0.9, HrmiDecoder::new));

  private Devices() {}

  /**
   * The protocols that a device on a port can use, in the order in which they are tried, without an
   * ANT+ key.
   */
  public static List<Protocol> live() {
    return live(NetworkKey.NONE);
  }

  /**
   * The protocols that a device on a port can use, in the order in which they are tried.
   *
   * @param key the ANT+ key; {@link NetworkKey#NONE} when there is none, or none is needed, as for
   *     a recording
   */
  public static List<Protocol> live(NetworkKey key) {
    // Time to listen to a stick, which then restarts within a second and answers at once.
    Protocol ant =
        asked("ant", "ANT+ strap through an ANT stick", 115_200, 1.9, () -> new AntDecoder(key));
    return Stream.concat(KEYLESS.stream(), Stream.of(ant)).toList();
  }

  /**
   * The protocols that a file can hold: those of {@link #live()} and waveform files.
   *
   * @param column the column of a waveform file, "ppg" or "ecg"
   */
  public static List<Protocol> files(String column) {
    return all(column, NetworkKey.NONE);
  }

  private static List<Protocol> all(String column, NetworkKey key) {
    Protocol waveform =
        new Protocol(
            "waveform-csv",
            "waveform file",
            WaveformCsvDecoder.kind(column),
            2,
            LineSettings.USUAL,
            () -> new WaveformCsvDecoder(column),
            () -> Evidence.NOT_NEEDED);
    return Stream.concat(live(key).stream(), Stream.of(waveform)).toList();
  }

  /** The protocol with a name, without an ANT+ key; empty when there is none. */
  public static Optional<Protocol> named(String name, String column) {
    return named(name, column, NetworkKey.NONE);
  }

  /** The protocol with a name; empty when there is none. */
  public static Optional<Protocol> named(String name, String column, NetworkKey key) {
    return all(column, key).stream().filter(p -> p.name().equals(name)).findFirst();
  }

  private static Protocol framed(String name, String words, Supplier<FrameDecoder> decoder) {
    return sends(name, words, SensorKind.PPG, CHECKED, decoder);
  }

  private static Protocol wave(String name, String words, Supplier<FrameDecoder> decoder) {
    return sends(name, words, SensorKind.PPG, UNCHECKED, decoder);
  }

  private static Protocol intervals(String name, String words, Supplier<FrameDecoder> decoder) {
    return sends(name, words, SensorKind.INTERVALS, UNCHECKED, decoder);
  }

  private static Protocol sends(
      String name, String words, SensorKind kind, int frames, Supplier<FrameDecoder> decoder) {
    return new Protocol(
        name, words, kind, frames, LineSettings.USUAL, decoder, () -> Evidence.NOT_NEEDED);
  }

  /** A device that is silent until it is asked, and then answers within this many seconds. */
  private static Protocol asked(
      String name, String words, int baud, double seconds, Supplier<FrameDecoder> decoder) {
    LineSettings speech = new LineSettings(baud, Math.round(seconds * 1e9));
    return new Protocol(
        name, words, SensorKind.INTERVALS, IDENTIFIED, speech, decoder, () -> Evidence.NOT_NEEDED);
  }
}
