package org.stillpoint.trial;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.stillpoint.hrv.HrvWindow;

/** A value every five seconds, the first at 5 s, NaN where it is absent. Immutable. */
public final class StepSeries {
  private final double[] values;

  StepSeries(double... values) {
    this.values = Arrays.copyOf(values, values.length);
  }

  /** The number of values. */
  public int size() {
    return values.length;
  }

  /** A value, from 0 on; NaN beyond the last. */
  public double value(int i) {
    return i < values.length ? values[i] : Double.NaN;
  }

  /** Session time of a value, in seconds. */
  public static double seconds(int i) {
    return (i + 1) * HrvWindow.STEP_SECONDS;
  }

  /**
   * The largest difference from another series where both are known.
   *
   * @param fromSeconds only values after this time are compared
   * @return NaN if both are never known at the same time
   */
  double largestDistance(StepSeries other, double fromSeconds) {
    double largest = Double.NaN;
    for (int i = 0; i < values.length; i++) {
      double distance = Math.abs(values[i] - other.value(i));
      if (seconds(i) > fromSeconds && !(distance <= largest) && !Double.isNaN(distance)) {
        largest = distance;
      }
    }
    return largest;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StepSeries trace && Arrays.equals(values, trace.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }
}
