package org.stillpoint.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.apache.commons.math3.stat.StatUtils;
import org.stillpoint.hrv.ResonanceCandidates;
import org.stillpoint.hrv.ResonanceCandidates.Candidate;
import org.stillpoint.hrv.ResonanceCandidates.Segment;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.rr.Tachogram;

/**
 * Collects the response of the heart to each rate of a resonance assessment. The first 20 s of a
 * rate are left out, because breath and heart need them to adjust. A rate counts if the breathing
 * was seen to follow it in most of the minutes that are wholly within it. The breath itself is not
 * measured: phases are relative to the pacer, so a person who lags behind it lags at every rate.
 */
final class ResonanceTrial {
  private static final long SETTLE_NANOS = 20_000_000_000L;

  /** A rate that was held for less does not count. */
  private static final long LEAST_NANOS = 60_000_000_000L;

  /** A measured rate within this share of the paced one follows it. */
  private static final double NEAR = 0.08;

  private record Paced(long fromNanos, double inhaleSeconds, double exhaleSeconds) {

    /** Phase in radians: 0 at the end of the in-breath, half a turn before it at the beginning. */
    double phase(long nanos) {
      double seconds = (nanos - fromNanos) / 1e9;
      return seconds < inhaleSeconds
          ? Math.PI * (seconds / inhaleSeconds - 1)
          : Math.PI * (seconds - inhaleSeconds) / exhaleSeconds;
    }

    boolean covers(long nanos) {
      double seconds = (nanos - fromNanos) / 1e9;
      return seconds >= 0 && seconds <= inhaleSeconds + exhaleSeconds;
    }
  }

  private final List<Segment> segments = new ArrayList<>();
  private final List<Paced> breaths = new ArrayList<>();
  private OptionalDouble rate = OptionalDouble.empty();
  private long sinceNanos;
  private int minutes;
  private int followed;

  /** A paced breath begins. */
  void breath(long nanos, double inhaleSeconds, double exhaleSeconds) {
    breaths.add(new Paced(nanos, inhaleSeconds, exhaleSeconds));
  }

  /**
   * Takes the breathing rate of the last minute.
   *
   * @param breathsPerMinute absent when it is not clear
   */
  void measured(long nanos, OptionalDouble breathsPerMinute) {
    if (rate.isPresent() && nanos - sinceNanos >= SETTLE_NANOS + LEAST_NANOS) {
      double paced = rate.getAsDouble();
      minutes++;
      followed +=
          breathsPerMinute.stream().anyMatch(b -> Math.abs(b - paced) <= NEAR * paced) ? 1 : 0;
    }
  }

  /**
   * The pacer changes its rate or falls silent.
   *
   * @param next its rate from now on, breaths a minute; absent when it is silent
   * @param recent judged intervals of the last minutes, oldest first
   */
  void pacer(long nanos, OptionalDouble next, List<RrInterval> recent) {
    long from = sinceNanos + SETTLE_NANOS;
    List<RrInterval> held =
        recent.stream().filter(i -> i.startNanos() >= from && i.endNanos() <= nanos).toList();
    if (rate.isPresent() && !held.isEmpty() && 2 * followed > minutes) {
      long end = held.get(held.size() - 1).endNanos();
      if (end - from >= LEAST_NANOS) {
        Tachogram tachogram = new Tachogram(from, end, held);
        segments.add(new Segment(rate.getAsDouble(), tachogram, phaseDegrees(held)));
      }
    }
    rate = next;
    sinceNanos = nanos;
    minutes = 0;
    followed = 0;
    breaths.clear();
  }

  /** The phase by which the heart rate follows the paced breath, at the rate of the breath. */
  private OptionalDouble phaseDegrees(List<RrInterval> held) {
    double[] heart =
        held.stream().filter(RrInterval::usable).mapToDouble(i -> 60_000 / i.millis()).toArray();
    double mean = StatUtils.mean(heart);
    double real = 0;
    double imaginary = 0;
    for (RrInterval each : held) {
      long middle = (each.startNanos() + each.endNanos()) / 2;
      for (Paced breath : breaths) {
        if (each.usable() && breath.covers(middle)) {
          double departure = 60_000 / each.millis() - mean;
          real += departure * Math.cos(breath.phase(middle));
          imaginary += departure * Math.sin(breath.phase(middle));
          break;
        }
      }
    }
    return real == 0 && imaginary == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.toDegrees(Math.atan2(imaginary, real)));
  }

  /** The rates that count, the best first; empty with fewer than two. */
  List<Candidate> ranked() {
    List<Candidate> ranked = ResonanceCandidates.rank(segments);
    return ranked.size() < 2 ? List.of() : ranked;
  }

  /** The result in a sentence, without its capital letter and full stop. */
  static String words(List<Candidate> ranked) {
    return ranked.isEmpty()
        ? "no resonance rate was found: your breathing followed fewer than two of the rates; try"
            + " again another day"
        : String.format(
            Locale.ROOT,
            "your resonance rate today is %.1f breaths a minute; it may differ on another day, so"
                + " repeat the assessment once or twice",
            ranked.get(0).breathsPerMinute());
  }
}
