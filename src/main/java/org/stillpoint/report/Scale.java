package org.stillpoint.report;

/**
 * Ends and steps of a value axis.
 *
 * @param min its lower end
 * @param max its upper end, above the lower
 * @param firstTick the lowest labelled value, not below the lower end
 * @param step between labelled values
 */
record Scale(double min, double max, double firstTick, double step) {
  private static final int MOST_STEPS = 6;

  /** The scale of the index. */
  static final Scale INDEX = new Scale(0, 100, 0, 25);

  /**
   * A scale that holds two values with some room, labelled at round ones.
   *
   * @param least span of the scale at least, so that small changes are not blown up
   */
  static Scale around(double low, double high, double least) {
    double room = Math.max(0.12 * (high - low), (least - (high - low)) / 2);
    double min = Math.max(0, low - room);
    double max = Math.max(high + room, min + least);
    double step = niceStep((max - min) / MOST_STEPS);
    return new Scale(min, max, Math.ceil(min / step) * step, step);
  }

  private static double niceStep(double atLeast) {
    double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
    for (double factor : new double[] {1, 2, 5}) {
      if (factor * power >= atLeast) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  /** A value moved to just inside the nearest end if it lies beyond it. */
  double inside(double value) {
    double edge = 0.035 * (max - min);
    return Math.max(min + edge, Math.min(max - edge, value));
  }
}
