package org.stillpoint.hrv;

/**
 * How rarely runs that match over two intervals also match over the third: {@code -ln(A / B)}
 * (Richman and Moorman 2000, Am J Physiol 278:H2039-H2049). m = 2; N - 2 runs for both lengths;
 * self matches are left out; distances up to and including r match.
 *
 * @param value NaN if no run of two or no run of three matches another
 * @param matchesOfTwo B, pairs of runs of two that match; -1 if nothing was compared
 * @param matchesOfThree A, pairs of runs of three that match; -1 if nothing was compared
 */
public record SampleEntropy(double value, long matchesOfTwo, long matchesOfThree) {

  /** Nothing was compared: the series is too short, too long, or without any variation. */
  static final SampleEntropy UNKNOWN = new SampleEntropy(Double.NaN, -1, -1);

  /**
   * Measures a series.
   *
   * @param rrMillis intervals in time order; the entropy is unknown for fewer than four
   * @param tolerance r, usually 0.2 SDNN, ms; the entropy is unknown for 0
   */
  public static SampleEntropy of(double[] rrMillis, double tolerance) {
    if (rrMillis.length < 4 || !(tolerance > 0)) {
      return UNKNOWN;
    }
    return of(new TemplateMatches(rrMillis, tolerance));
  }

  static SampleEntropy of(TemplateMatches matches) {
    int runs = matches.ofThree().length;
    // The last run of two does not begin a run of three and is left out, both as itself and as a
    // match.
    long two = 1L - matches.ofTwo()[runs];
    long three = 0;
    for (int i = 0; i < runs; i++) {
      two += matches.ofTwo()[i] - 1L;
      three += matches.ofThree()[i] - 1L;
    }
    long b = two / 2;
    long a = three / 2;
    return new SampleEntropy(a > 0 && b > 0 ? -Math.log((double) a / b) : Double.NaN, b, a);
  }
}
