package org.stillpoint.relax;

import org.stillpoint.hrv.HrvWindow;

/**
 * The formula of the index and all of its constants:
 *
 * <pre>
 * z = 0.5 zHR + 0.5 zV    I = 50 + 50 tanh(z / 3), smoothed exponentially over 20 s
 * </pre>
 *
 * <p>This is a product decision, not a published scale.
 */
public final class IndexFormula {
  /** The index of a person who is exactly at their baseline. */
  public static final double BASELINE = 50;

  /** Time between two computations of the index, in seconds. */
  public static final double STEP_SECONDS = HrvWindow.STEP_SECONDS;

  /** Time constant of the smoothing, in seconds. */
  public static final double TAU_SECONDS = 20;

  private static final double HALF = 0.5;
  private static final double WIDTH = 50;
  private static final double Z_SCALE = 3;

  private IndexFormula() {}

  /** z, the mean of zHR and zV, each in units of the person's own spread. */
  public static double z(double zHr, double zV) {
    return HALF * zHr + HALF * zV;
  }

  /** The index before smoothing, above 0 and below 100; {@link #BASELINE} for z = 0. */
  public static double index(double z) {
    return BASELINE + WIDTH * Math.tanh(z / Z_SCALE);
  }

  /**
   * Weight of the newest value in the smoothed index.
   *
   * @param seconds time since the value before it
   * @return 0 to 1
   */
  public static double weight(double seconds) {
    return 1 - Math.exp(-seconds / TAU_SECONDS);
  }
}
