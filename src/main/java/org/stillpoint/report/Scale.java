package org.stillpoint.report;

/**
 * Range and labels of a value axis.
 *
 * @param min lower end of the axis
 * @param max upper end of the axis, above the lower end
 * @param firstTick the lowest labelled value, not below the lower end
 * @param step between labelled values
 */
record Scale(double min, double max, double firstTick, double step) {
  private static final int MOST_STEPS = 6;

  /** The scale of the index. */
  static final Scale INDEX = new Scale(0, 100, 0, 25);

  /**
   * A scale that contains two values with some room, and has labels at round values. It does not
   * begin below 0.
   *
   * @param least smallest span of the scale, so that small changes do not look large
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

  /** A value; if it is outside the scale or at its edge, moved to just inside the nearest end. */
  double inside(double value) {
    double edge = 0.035 * (max - min);
    return Math.max(min + edge, Math.min(max - edge, value));
  }
}
