package org.stillpoint.relax;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Compares one measure with a zero, in units of its spread: {@code z = (value - zero) / unit}. When
 * something other than settling has changed the measure, z stands still, and later goes on from
 * where it stood with another zero.
 *
 * <p>z stands at its median over the last values that are known to be comparable, because a single
 * value of a window of 60 s is a matter of chance. For the same reason the new zero is the median
 * over the first minutes after the standstill; until then it is refined with every value. Belongs
 * to one thread.
 */
final class Comparison {
  /** How long z stands still after a change: longer than the windows of a minute. */
  static final double STANDSTILL_SECONDS = 64;

  private record Standing(double seconds, double z) {}

  private final double unit;
  private final double keptSeconds;
  private final double refinedSeconds;
  private final List<Standing> standings = new ArrayList<>();
  private final List<Double> fresh = new ArrayList<>();
  private double zero;
  private double z;
  private double stood;
  private double refinedUntil = Double.NEGATIVE_INFINITY;

  /**
   * A comparison at z = 0.
   *
   * @param zero value of the measure that gives 0
   * @param unit change of the measure that raises z by 1; negative if a fall raises it
   * @param keptSeconds how far back comparable values count for a standstill
   * @param refinedSeconds how long a new zero is refined
   */
  Comparison(double zero, double unit, double keptSeconds, double refinedSeconds) {
    this.zero = zero;
    this.unit = unit;
    this.keptSeconds = keptSeconds;
    this.refinedSeconds = refinedSeconds;
  }

  /**
   * Compares a value.
   *
   * @param seconds the present, later than in the call before
   * @param comparable whether it is known that only settling can have changed it
   */
  void follow(double seconds, double value, boolean comparable) {
    if (seconds <= refinedUntil) {
      fresh.add(value);
      zero = median(fresh) - stood * unit;
    }
    z = (value - zero) / unit + 0.0; // never -0.0, which prints as a fall
    if (comparable) {
      remember(seconds, value);
    }
  }

  /** Notes a value that only settling can have changed, without following it. */
  void remember(double seconds, double value) {
    standings.add(new Standing(seconds, (value - zero) / unit));
    while (standings.get(0).seconds < seconds - keptSeconds) {
      standings.remove(0);
    }
  }

  /**
   * z stands still from now on, at its median over the comparable values since the last change;
   * without any, where it stood then.
   */
  void stand() {
    z = standings.isEmpty() ? stood : median(standings.stream().map(Standing::z).toList());
    stood = z;
    standings.clear();
    refinedUntil = Double.NEGATIVE_INFINITY;
  }

  /** z goes on from where it stood; follow it with the value of the same moment. */
  void resume(double seconds) {
    fresh.clear();
    refinedUntil = seconds + refinedSeconds;
  }

  private static double median(List<Double> values) {
    double[] all = values.stream().mapToDouble(Double::doubleValue).toArray();
    return StatUtils.percentile(all, 50);
  }

  double z() {
    return z;
  }

  /** The value that gives z = 0 now. */
  double zero() {
    return zero;
  }
}
