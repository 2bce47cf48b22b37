package org.stillpoint.beat;

/**
 * The slope of the wave around a moment, from samples at any spacing.
 *
 * <p>The wave is taken as straight between samples, and the slopes of these pieces are averaged
 * under a triweight kernel, for a pulse wave of +-90 ms. This is the weighted local line fit of
 * Savitzky and Golay (1964), written so that irregular times, any rate and small holes need no
 * special case: each piece weighs as much as the kernel covers of it. Belongs to one thread.
 */
final class SlopeKernel {
  /**
   * Half the width of the kernel for a pulse wave, ns. Its standard deviation is a third of this,
   * 30 ms: a systolic rise lasts 100 to 200 ms, mains hum 20 ms.
   */
  static final long HALF_WIDTH_NANOS = 90_000_000L;

  private static final double SECONDS = 1e-9;

  private final long halfWidthNanos;
  private double slope;
  private double scatter;

  /**
   * Creates one for a width.
   *
   * @param halfWidthNanos half the width of the kernel
   */
  SlopeKernel(long halfWidthNanos) {
    this.halfWidthNanos = halfWidthNanos;
  }

  /**
   * Looks at the wave around a moment that has samples at least the half width before and after it.
   *
   * @param from number of the last sample not after the beginning of the kernel
   */
  void measure(SampleRing samples, long from, long centreNanos) {
    slope = slope(samples, from, centreNanos);
    scatter = scatter(samples, from, centreNanos);
  }

  /** The slope alone, in units of the wave per second. */
  double slope(SampleRing samples, long from, long centreNanos) {
    double slopes = 0;
    double covered = 0;
    for (long i = from; i + 1 < samples.end() && covered < 1; i++) {
      double share = shareBefore(samples.time(i + 1) - centreNanos) - covered;
      double seconds = (samples.time(i + 1) - samples.time(i)) * SECONDS;
      slopes += share * (samples.value(i + 1) - samples.value(i)) / seconds;
      covered += share;
    }
    return slopes;
  }

  /** Slope in units of the wave per second. */
  double slope() {
    return slope;
  }

  /** Mean squared distance of the samples from their own straight line, in squared units. */
  double scatter() {
    return scatter;
  }

  /** What is left of the variance once the samples' own weighted straight line is taken out. */
  private double scatter(SampleRing samples, long from, long centreNanos) {
    double base = samples.value(from);
    double weights = 0;
    double sumX = 0;
    double sumY = 0;
    double sumXx = 0;
    double sumXy = 0;
    double sumYy = 0;
    for (long i = from + 1; i < samples.end(); i++) {
      double x = (double) (samples.time(i) - centreNanos) / halfWidthNanos;
      if (x >= 1) {
        break;
      }
      double y = samples.value(i) - base;
      double weight = (1 - x * x) * (1 - x * x);
      weights += weight;
      sumX += weight * x;
      sumY += weight * y;
      sumXx += weight * x * x;
      sumXy += weight * x * y;
      sumYy += weight * y * y;
    }
    double spreadX = sumXx - sumX * sumX / weights;
    double spreadXy = sumXy - sumX * sumY / weights;
    double left = sumYy - sumY * sumY / weights - spreadXy * spreadXy / spreadX;
    // Not a number, or a hair below zero, where fewer than three samples leave nothing over.
    return left > 0 ? left / weights : 0;
  }

  /** Share of the kernel that lies before the given distance from its centre. */
  private double shareBefore(long nanos) {
    double u = (double) nanos / halfWidthNanos;
    if (u >= 1) {
      return 1;
    }
    // Integral of 35/32 (1 - u^2)^3.
    double q = u * u;
    return 0.5 + 35.0 / 32 * u * (1 - q * (1 - q * (0.6 - q / 7)));
  }
}
