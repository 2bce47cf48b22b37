package org.stillpoint.device;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.stillpoint.signal.Fault;
import org.stillpoint.signal.SensorKind;

/**
 * Reads a waveform file: comments {@code # key: value}, of which {@code sampling_rate_hz} is
 * required, a line of column names, then a line of numbers for each sample. Times are computed from
 * the sampling rate.
 */
final class WaveformCsvDecoder extends LineDecoder {
  private static final double LEAST_HZ = 1;
  private static final double MOST_HZ = 10_000;

  /** The signals in such files, which must not be mistaken for one another. */
  private static final List<String> SIGNALS = List.of("ppg", "ecg", "rsp", "resp", "eda");

  private final String column;
  private double rateHz;
  private int columnAt = -1;
  private long samples;

  /** Blank lines since the last sample: missing samples, unless the file ends with them. */
  private int blanks;

  /**
   * Chooses the column.
   *
   * @param column its name, "ppg" or "ecg"; a single column with an unknown name is used as well
   */
  WaveformCsvDecoder(String column) {
    this.column = column;
  }

  /** What a column with this name holds: an ECG, or else a pulse wave. */
  static SensorKind kind(String column) {
    return column.equals("ecg") ? SensorKind.ECG : SensorKind.PPG;
  }

  @Override
  boolean decode(byte[] line, int length, FrameHandler out) {
    if (line[0] == '#') {
      readRate(AsciiFields.string(line, length));
      return true;
    }
    if (rateHz == 0) {
      return false;
    }
    if (columnAt < 0) {
      return readNames(AsciiFields.string(line, length), out);
    }
    missed(out);
    double value = value(line, length);
    if (Double.isNaN(value)) {
      return false;
    }
    out.clockedSample(Math.round(samples * 1e9 / rateHz), value);
    samples++;
    return true;
  }

  private void missed(FrameHandler out) {
    if (blanks > 0) {
      out.fault(Fault.MALFORMED_LINE, blanks);
      out.lost(blanks);
      samples += blanks;
      blanks = 0;
    }
  }

  @Override
  void blank() {
    blanks += columnAt >= 0 ? 1 : 0;
  }

  private void readRate(String comment) {
    if (columnAt >= 0) {
      return; // a comment among the samples changes nothing
    }
    int colon = comment.indexOf(':');
    if (colon > 0 && comment.substring(1, colon).trim().equals("sampling_rate_hz")) {
      try {
        double rate = Double.parseDouble(comment.substring(colon + 1).trim());
        rateHz = rate >= LEAST_HZ && rate <= MOST_HZ ? rate : 0;
      } catch (NumberFormatException e) {
        rateHz = 0;
      }
    }
  }

  private boolean readNames(String line, FrameHandler out) {
    List<String> names =
        Arrays.stream(line.split(",", -1)).map(n -> n.trim().toLowerCase(Locale.ROOT)).toList();
    boolean unnamed = names.size() == 1 && isUnknownName(names.get(0));
    columnAt = unnamed ? 0 : names.indexOf(column);
    if (columnAt >= 0) {
      out.identified(new DeviceIdentity(kind(column), "waveform file", OptionalDouble.of(rateHz)));
    }
    return columnAt >= 0;
  }

  /**
   * Whether this is a name, and not one of the known signals; a number is not a name, but a sample.
   */
  private static boolean isUnknownName(String name) {
    return !SIGNALS.contains(name) && name.chars().anyMatch(Character::isLetter);
  }

  private double value(byte[] line, int length) {
    int from = 0;
    for (int i = 0; i < columnAt; i++) {
      int comma = AsciiFields.indexOf(line, from, length, ',');
      if (comma < 0) {
        return Double.NaN;
      }
      from = comma + 1;
    }
    int comma = AsciiFields.indexOf(line, from, length, ',');
    int to = comma < 0 ? length : comma;
    long integer = AsciiFields.integer(line, from, to);
    if (integer != AsciiFields.NOT_A_NUMBER) {
      return integer;
    }
    try {
      double value =
          Double.parseDouble(
              new String(line, from, to - from, java.nio.charset.StandardCharsets.ISO_8859_1));
      return Double.isFinite(value) ? value : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  @Override
  void malformed(FrameHandler out) {
    if (columnAt >= 0) {
      samples++; // a torn line still takes a sample's place in time
      out.lost(1);
    }
  }
}
