package org.stillpoint.trial;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.stillpoint.hrv.HrvWindow;

/** A value every five seconds from the fifth on, NaN where it is absent. Immutable. */
public final class StepSeries {
  private final double[] values;

  StepSeries(double... values) {
    this.values = Arrays.copyOf(values, values.length);
  }

  /** How many values there are. */
  public int size() {
    return values.length;
  }

  /** A value; NaN beyond the last. */
  public double value(int i) {
    return i < values.length ? values[i] : Double.NaN;
  }

  /** When a value was taken, in seconds of session time. */
  public static double seconds(int i) {
    return (i + 1) * HrvWindow.STEP_SECONDS;
  }

  /**
   * The largest distance from another one where both are known.
   *
   * @param fromSeconds nothing is compared before
   * @return NaN when they never are
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
