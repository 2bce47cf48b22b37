package org.stillpoint.relax;

import org.stillpoint.hrv.HrvWindow;

/**
 * The arithmetic of the index, with all of its constants:
 *
 * <pre>
 * z = 0.5 zHR + 0.5 zV    I = 50 + 50 tanh(z / 3), smoothed exponentially over 20 s
 * </pre>
 *
 * <p>A product decision, not a published scale.
 */
public final class IndexFormula {
  /** The index of a person who is as at their baseline. */
  public static final double BASELINE = 50;

  /** The index is computed this often. */
  public static final double STEP_SECONDS = HrvWindow.STEP_SECONDS;

  /** Time constant of the smoothing. */
  public static final double TAU_SECONDS = 20;

  private static final double HALF = 0.5;
  private static final double WIDTH = 50;
  private static final double Z_SCALE = 3;

  private IndexFormula() {}

  /** Both parts together: the mean of zHR and zV, each in units of the person's own spread. */
  public static double z(double zHr, double zV) {
    return HALF * zHr + HALF * zV;
  }

  /** The index before smoothing, above 0 and below 100; {@link #BASELINE} at z = 0. */
  public static double index(double z) {
    return BASELINE + WIDTH * Math.tanh(z / Z_SCALE);
  }

  /** Weight of the newest value in the smoothed index, by the time since the one before. */
  public static double weight(double seconds) {
    return 1 - Math.exp(-seconds / TAU_SECONDS);
  }
}
