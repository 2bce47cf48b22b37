package org.stillpoint.participant;

import java.util.Random;

/**
 * An Ornstein-Uhlenbeck process: noise that is pulled back to its mean. The sum of several with
 * doubling time constants is 1/f noise.
 */
final class OuNoise {
  private final double tauSeconds;
  private final double sigma;
  private final double unhurriedSeconds;
  private double value;
  private double stepSeconds;
  private double waitedSeconds;
  private double keep;
  private double fresh;

  /**
   * A process at its mean, 0.
   *
   * @param tauSeconds time constant of its return to the mean
   * @param sigma its standard deviation in the long run
   */
  OuNoise(double tauSeconds, double sigma) {
    this(tauSeconds, sigma, 0);
  }

  /**
   * A slow process, which need not be simulated in every step.
   *
   * @param unhurriedSeconds how long its value is kept
   */
  OuNoise(double tauSeconds, double sigma, double unhurriedSeconds) {
    this.tauSeconds = tauSeconds;
    this.sigma = sigma;
    this.unhurriedSeconds = unhurriedSeconds;
  }

  double step(double seconds, Random random) {
    waitedSeconds += seconds;
    if (waitedSeconds < unhurriedSeconds - 1e-9) {
      return value;
    }
    if (waitedSeconds != stepSeconds) {
      stepSeconds = waitedSeconds;
      keep = StrictMath.exp(-waitedSeconds / tauSeconds);
      fresh = sigma * StrictMath.sqrt(1 - keep * keep);
    }
    waitedSeconds = 0;
    value = value * keep + fresh * random.nextGaussian();
    return value;
  }
}
