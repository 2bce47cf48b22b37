package org.stillpoint.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stillpoint.signal.SensorKind;

/**
 * The header of a WFDB record (NAME.hea): a line for the record, a line for each signal, comments
 * after #. Records of several segments are refused. Format: header(5) of the WFDB Applications
 * Guide, physionet.org.
 *
 * @param name of the record, as in the header
 * @param framesPerSecond rate of the frames; annotations give times in frames
 * @param frames length of the record in frames; 0 when the header does not give it
 * @param signals in header order, at least one
 */
public record WfdbHeader(
    String name, double framesPerSecond, long frames, List<WfdbChannel> signals) {
  private static final double USUAL_HZ = 250;
  private static final double LEAST_HZ = 0.01;
  private static final double MOST_HZ = 1_000_000;
  private static final int MOST_SIGNALS = 1000;
  private static final int MOST_SAMPLES_PER_FRAME = 10_000;
  private static final int SIGNAL_FIELDS = 9;

  private static final Pattern FORMAT =
      Pattern.compile("(\\d{1,4})(?:x(\\d{1,6}))?(?::(\\d{1,9}))?(?:\\+(\\d{1,15}))?");

  private static final Pattern GAIN =
      Pattern.compile("([-+]?[0-9.]+(?:[eE][-+]?\\d+)?)(?:\\([-+]?\\d+\\))?(?:/(\\S*))?");

  /** Copies the list. */
  public WfdbHeader {
    signals = List.copyOf(signals);
  }

  /**
   * Reads a header.
   *
   * @param file name of the file, for error sentences
   * @param in the file; not closed
   * @throws IOException with one sentence that says which line is wrong
   */
  public static WfdbHeader read(String file, InputStream in) throws IOException {
    TextLines lines = new TextLines(file, in);
    String[] record = content(file, lines).split("\\s+", -1);
    if (record.length < 2 || !record[1].matches("\\d{1,9}")) {
      throw wrong(file, lines, "is not a record line (NAME SIGNALS RATE LENGTH)");
    }
    int segments = record[0].indexOf('/');
    if (segments > 0) {
      String first = content(file, lines).split("\\s+", 2)[0];
      throw new IOException(
          file
              + " is a record of several segments: name a segment instead, for instance "
              + first
              + ".");
    }
    double rate = record.length < 3 ? USUAL_HZ : rate(file, lines, record[2]);
    int count = Integer.parseInt(record[1]);
    if (count == 0 || count > MOST_SIGNALS) {
      throw wrong(file, lines, "says that the record has " + count + " signals");
    }
    List<WfdbChannel> signals = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      signals.add(signal(file, lines, i));
    }
    boolean known = record.length > 3 && record[3].matches("\\d{1,12}");
    return new WfdbHeader(record[0], rate, known ? Long.parseLong(record[3]) : 0, signals);
  }

  private static String content(String file, TextLines lines) throws IOException {
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (!line.isEmpty() && line.charAt(0) != '#') {
        return line;
      }
    }
    throw new IOException(
        file
            + " ends after "
            + lines.number()
            + " lines, in the middle of the header: copy it again.");
  }

  /**
   * The frame rate, without the counter frequency that can follow it: 360, 360/360, 360/24(7.5).
   */
  private static double rate(String file, TextLines lines, String text) throws IOException {
    double rate = number(text.split("/", 2)[0]);
    if (!(rate >= LEAST_HZ && rate <= MOST_HZ)) {
      throw wrong(file, lines, "gives '" + text + "' as the sampling rate");
    }
    return rate;
  }

  private static WfdbChannel signal(String file, TextLines lines, int number) throws IOException {
    String[] fields = content(file, lines).split("\\s+", SIGNAL_FIELDS);
    Matcher format = FORMAT.matcher(fields.length < 2 ? "" : fields[1]);
    if (!format.matches()) {
      throw wrong(file, lines, "is not a signal line (FILE FORMAT GAIN ..)");
    }
    int perFrame = format.group(2) == null ? 1 : Integer.parseInt(format.group(2));
    if (perFrame < 1 || perFrame > MOST_SAMPLES_PER_FRAME) {
      throw wrong(file, lines, "gives " + perFrame + " samples per frame");
    }
    Matcher gain = GAIN.matcher(fields.length < 3 ? "" : fields[2]);
    boolean calibrated = gain.matches();
    String units = calibrated && gain.group(2) != null ? gain.group(2) : "mV";
    return new WfdbChannel(
        number,
        fields[0],
        Integer.parseInt(format.group(1)),
        perFrame,
        format.group(3) == null ? 0 : Integer.parseInt(format.group(3)),
        format.group(4) == null ? 0 : Long.parseLong(format.group(4)),
        calibrated && number(gain.group(1)) < 0,
        units,
        description(fields, calibrated));
  }

  /** The text after the numbers. Some programs leave out numbers that the format requires. */
  private static String description(String[] fields, boolean calibrated) {
    int at = calibrated ? 3 : 2;
    while (at < Math.min(fields.length, SIGNAL_FIELDS - 1) && fields[at].matches("[-+]?\\d+")) {
      at++;
    }
    return IntStream.range(at, fields.length)
        .mapToObj(i -> fields[i])
        .collect(Collectors.joining(" "));
  }

  /** Sampling rate of a signal, in Hz. */
  public double rateHz(WfdbChannel signal) {
    return framesPerSecond * signal.samplesPerFrame();
  }

  /** The first signal of a kind; a named lead is preferred to a voltage without a name. */
  public Optional<WfdbChannel> first(SensorKind kind) {
    return signals.stream()
        .filter(s -> s.kind().filter(k -> k == kind).isPresent())
        .min(Comparator.comparing(s -> kind == SensorKind.ECG && !s.isLead()));
  }

  /**
   * The signal with this description, in upper or lower case, or else the one with this number,
   * from 0.
   */
  public Optional<WfdbChannel> named(String channel) {
    Optional<WfdbChannel> named =
        signals.stream().filter(s -> s.description().equalsIgnoreCase(channel)).findFirst();
    return named.isPresent()
        ? named
        : signals.stream().filter(s -> Integer.toString(s.number()).equals(channel)).findFirst();
  }

  /** The signals with their numbers, such as "0 MLII, 1 V5". */
  public String signalWords() {
    return signals.stream()
        .map(s -> s.number() + " " + s.description())
        .collect(Collectors.joining(", "));
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static IOException wrong(String file, TextLines lines, String what) {
    return new IOException(
        file
            + ", line "
            + lines.number()
            + " "
            + what
            + ": the file is damaged or is not a WFDB header; copy it again.");
  }
}
