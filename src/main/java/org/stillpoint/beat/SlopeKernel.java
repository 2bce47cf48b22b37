package org.stillpoint.beat;

/**
 * The slope of the wave at a given time, from samples at any spacing.
 *
 * <p>The wave is taken as straight between samples, and the slopes of these pieces are averaged
 * under a triweight kernel, which spans +-90 ms for a pulse wave. This is the weighted local line
 * fit of Savitzky and Golay (1964), written so that irregular times, any rate and small holes need
 * no special case: the weight of each piece is the part of the kernel that it covers. Belongs to
 * one thread.
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
   * Creates a kernel.
   *
   * @param halfWidthNanos half the width of the kernel
   */
  SlopeKernel(long halfWidthNanos) {
    this.halfWidthNanos = halfWidthNanos;
  }

  /**
   * Measures slope and scatter at a time that has samples at least the half width before and after
   * it.
   *
   * @param from number of the last sample not after the beginning of the kernel
   * @param centreNanos the time at which to measure
   */
  void measure(SampleRing samples, long from, long centreNanos) {
    slope = slope(samples, from, centreNanos);
    scatter = scatter(samples, from, centreNanos);
  }

  /** The slope alone, in units of the wave per second; parameters as for {@link #measure}. */
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

  /** Slope at the last measurement, in units of the wave per second. */
  double slope() {
    return slope;
  }

  /**
   * Mean squared distance of the samples from their own straight line at the last measurement, in
   * squared units of the wave.
   */
  double scatter() {
    return scatter;
  }

  /** The variance that remains after the samples' own weighted straight line has been removed. */
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
    // NaN or slightly negative where fewer than three samples leave no residual.
    return left > 0 ? left / weights : 0;
  }

  /** Share of the kernel that precedes the given distance from its centre. */
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
