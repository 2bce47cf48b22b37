package org.stillpoint.participant;

import java.util.Random;

/**
 * An Ornstein-Uhlenbeck process: noise that is pulled back to its mean. The sum of several with
 * doubling time constants is 1/f noise.
 */
final class OuNoise {
  private final double tauSeconds;
  private final double sigma;
  private double value;
  private double stepSeconds;
  private double keep;
  private double fresh;

  /**
   * A process at its mean, 0.
   *
   * @param tauSeconds time constant of its return to the mean
   * @param sigma its standard deviation in the long run
   */
  OuNoise(double tauSeconds, double sigma) {
    this.tauSeconds = tauSeconds;
    this.sigma = sigma;
  }

  double step(double seconds, Random random) {
    if (seconds != stepSeconds) {
      stepSeconds = seconds;
      keep = StrictMath.exp(-seconds / tauSeconds);
      fresh = sigma * StrictMath.sqrt(1 - keep * keep);
    }
    value = value * keep + fresh * random.nextGaussian();
    return value;
  }
}
