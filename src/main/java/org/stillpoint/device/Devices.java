package org.stillpoint.device;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stillpoint.device.Protocol.Speech;
import org.stillpoint.signal.SensorKind;

/** Every protocol that is understood. A new device is one decoder and one line here. */
public final class Devices {
  /** A frame with a check value is next to never right by chance: two samples' blocks suffice. */
  private static final int CHECKED = 20;

  /** Lines without a check value must be right a dozen times. */
  private static final int UNCHECKED = 12;

  /** Who a device is: no frame of another kind can be taken for that. */
  private static final int IDENTIFIED = StillpointDecoder.BLOCK;

  /** An ANT stick is listened to, starts anew within a second, and answers at once. */
  private static final Speech ANT = new Speech(115_200, 1_900_000_000);

  private static final List<Protocol> KEYLESS =
      List.of(
          new Protocol(
              "stillpoint",
              "Stillpoint firmware",
              SensorKind.PPG,
              CHECKED,
              Speech.USUAL,
              StillpointDecoder::new),
          new Protocol(
              "pulsesensor-plotter",
              "PulseSensor, plotter format",
              SensorKind.PPG,
              UNCHECKED,
              Speech.USUAL,
              PulseSensorPlotterDecoder::new),
          new Protocol(
              "pulsesensor-processing",
              "PulseSensor, Processing format",
              SensorKind.PPG,
              UNCHECKED,
              Speech.USUAL,
              PulseSensorProcessingDecoder::new),
          new Protocol(
              "csv",
              "board that sends time and signal",
              SensorKind.PPG,
              UNCHECKED,
              Speech.USUAL,
              TimedCsvDecoder::new,
              () -> new PulseEvidence(false)),
          new Protocol(
              "json",
              "board that sends JSON lines",
              SensorKind.PPG,
              UNCHECKED,
              Speech.USUAL,
              JsonLinesDecoder::new,
              () -> new PulseEvidence(false)),
          new Protocol(
              "pulsesensor-two",
              "two PulseSensors, plotter format",
              SensorKind.PPG,
              UNCHECKED,
              Speech.USUAL,
              TwoSensorsDecoder::new,
              () -> new PulseEvidence(false)),
          new Protocol(
              "numbers",
              "bare values of a pulse sensor",
              SensorKind.PPG,
              UNCHECKED,
              Speech.USUAL,
              NumberLinesDecoder::new,
              () -> new PulseEvidence(true)),
          new Protocol(
              "rr",
              "intervals, one a line",
              SensorKind.INTERVALS,
              UNCHECKED,
              Speech.USUAL,
              RrTextDecoder::new,
              PaceEvidence::new),
          // Asked before others that are: it takes their questions for the beginning of a packet.
          new Protocol(
              "bled112",
              "Bluetooth heart rate strap through a BLED112 dongle",
              SensorKind.INTERVALS,
              IDENTIFIED,
              new Speech(115_200, 500_000_000),
              Bled112Decoder::new),
          new Protocol(
              "hrmi",
              "Polar strap through an HRMI board",
              SensorKind.INTERVALS,
              IDENTIFIED,
              new Speech(9_600, 900_000_000),
              HrmiDecoder::new));

  private Devices() {}

  /** What may stand on a port, in the order in which it is tried, when there is no ANT+ key. */
  public static List<Protocol> live() {
    return live(NetworkKey.NONE);
  }

  /**
   * What may stand on a port, in the order in which it is tried.
   *
   * @param key of ANT+; {@link NetworkKey#NONE} when there is none, or none is needed: a recording
   */
  public static List<Protocol> live(NetworkKey key) {
    return Stream.concat(KEYLESS.stream(), Stream.of(ant(key))).toList();
  }

  private static Protocol ant(NetworkKey key) {
    return new Protocol(
        "ant",
        "ANT+ strap, through an ANT stick",
        SensorKind.INTERVALS,
        IDENTIFIED,
        ANT,
        () -> new AntDecoder(key));
  }

  /**
   * What a file may hold: all of {@link #live()}, and waveforms.
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
            Speech.USUAL,
            () -> new WaveformCsvDecoder(column));
    return Stream.concat(live(key).stream(), Stream.of(waveform)).toList();
  }

  /** The protocol of a name, empty when there is none; for what needs no key. */
  public static Optional<Protocol> named(String name, String column) {
    return named(name, column, NetworkKey.NONE);
  }

  /** The protocol of a name, empty when there is none. */
  public static Optional<Protocol> named(String name, String column, NetworkKey key) {
    return all(column, key).stream().filter(p -> p.name().equals(name)).findFirst();
  }
}
