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

  /** An answer that only this device gives to its question. */
  private static final int ANSWERED = 10;

  private static final List<Protocol> LIVE =
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
          // Asked before others that are: it takes their questions for the beginning of a packet.
          new Protocol(
              "bled112",
              "Bluetooth heart rate strap through a BLED112 dongle",
              SensorKind.INTERVALS,
              ANSWERED,
              new Speech(115_200, 500_000_000),
              Bled112Decoder::new),
          new Protocol(
              "hrmi",
              "Polar strap through an HRMI board",
              SensorKind.INTERVALS,
              ANSWERED,
              new Speech(9_600, 900_000_000),
              HrmiDecoder::new));

  private Devices() {}

  /** What may stand on a port, in the order in which it is tried. */
  public static List<Protocol> live() {
    return LIVE;
  }

  /**
   * What a file may hold: all of {@link #live()}, waveforms and intervals.
   *
   * @param column the column of a waveform file, for instance "ppg"
   */
  public static List<Protocol> files(String column) {
    Protocol waveform =
        new Protocol(
            "waveform-csv",
            "waveform file",
            SensorKind.PPG,
            2,
            Speech.USUAL,
            () -> new WaveformCsvDecoder(column));
    Protocol intervals =
        new Protocol(
            "rr",
            "interval file",
            SensorKind.INTERVALS,
            UNCHECKED,
            Speech.USUAL,
            RrTextDecoder::new);
    return Stream.concat(LIVE.stream(), Stream.of(waveform, intervals)).toList();
  }

  /** The protocol of a name, empty when there is none. */
  public static Optional<Protocol> named(String name, String column) {
    return files(column).stream().filter(p -> p.name().equals(name)).findFirst();
  }
}
