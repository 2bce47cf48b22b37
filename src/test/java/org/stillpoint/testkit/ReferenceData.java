package org.stillpoint.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.stillpoint.beat.BeatScore;
import org.stillpoint.signal.PulseSample;

/**
 * Reads the public recordings that lie beside the project, in {@code ../shared/data}; they may be
 * used for tests but not shipped. A test that needs a missing one is aborted and says so, or fails
 * if the system property or environment variable STILLPOINT_REQUIRE contains "data".
 */
public final class ReferenceData {
  private static final String RATE = "# sampling_rate_hz:";
  private static final String EXCLUDED = "# exclude_s:";

  private ReferenceData() {}

  /** A stretch that is not scored, in seconds from the first sample. */
  public record Span(double from, double to) {
    boolean contains(double seconds) {
      return seconds >= from && seconds <= to;
    }
  }

  /**
   * Reference beats.
   *
   * @param seconds times from the first sample, in order
   * @param excluded stretches that are not scored
   */
  public record Reference(List<Double> seconds, List<Span> excluded) {

    /** The score of detected beat times, in seconds, outside the excluded stretches. */
    public BeatScore score(List<Double> detected) {
      return BeatScore.of(scored(seconds), scored(detected));
    }

    /** Those of some times, in seconds, that lie outside the excluded stretches. */
    public double[] scored(List<Double> times) {
      return times.stream()
          .mapToDouble(Double::doubleValue)
          .filter(t -> excluded.stream().noneMatch(span -> span.contains(t)))
          .toArray();
    }
  }

  /**
   * Finds a file or folder of the reference data.
   *
   * @param name path below the data folder, such as {@code waveforms/nk_rest.csv}
   */
  public static Path require(String name) {
    Path path = Path.of("").toAbsolutePath().resolve("../shared/data").resolve(name).normalize();
    Needs.met(
        Files.exists(path),
        "data",
        "Reference data missing: the recordings of ../shared/data are not here.");
    return path;
  }

  /** One column of a waveform; times follow from the sampling rate in the file. */
  public static List<PulseSample> wave(String record, String column) {
    double rate = 0;
    int index = -1;
    List<PulseSample> samples = new ArrayList<>();
    for (String line : lines("waveforms/" + record + ".csv")) {
      if (line.startsWith(RATE)) {
        rate = Double.parseDouble(line.substring(RATE.length()).strip());
      } else if (!line.startsWith("#") && index < 0) {
        index = List.of(line.split(",", -1)).indexOf(column);
        if (index < 0 || rate <= 0) {
          throw new IllegalStateException(record + ": no rate or no column " + column);
        }
      } else if (!line.startsWith("#")) {
        double value = Double.parseDouble(line.split(",", -1)[index]);
        samples.add(new PulseSample(Math.round(samples.size() * 1e9 / rate), value));
      }
    }
    return samples;
  }

  /** Beat times of a record, such as {@code nk_rest.ppg}. */
  public static Reference beats(String record) {
    List<Double> seconds = new ArrayList<>();
    List<Span> excluded = new ArrayList<>();
    for (String line : lines("waveforms/" + record + ".beats.txt")) {
      if (line.startsWith(EXCLUDED)) {
        String[] ends = line.substring(EXCLUDED.length()).strip().split("-", -1);
        excluded.add(new Span(Double.parseDouble(ends[0]), Double.parseDouble(ends[1])));
      } else if (!line.startsWith("#") && !line.isBlank()) {
        seconds.add(Double.parseDouble(line.split("\\s", 2)[0]));
      }
    }
    return new Reference(seconds, excluded);
  }

  /**
   * Intervals in milliseconds, one a line.
   *
   * @param name path below the data folder, such as {@code rr/nk_rest_5min.txt}
   */
  public static double[] intervals(String name) {
    return lines(name).stream()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .mapToDouble(line -> Double.parseDouble(line.split("\\s", 2)[0]))
        .toArray();
  }

  private static List<String> lines(String name) {
    Path path = require(name);
    try {
      return Files.readAllLines(path);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("Reference data unreadable: " + path, e);
    }
  }
}
