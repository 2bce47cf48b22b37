package org.stillpoint.relax;

import java.util.OptionalDouble;

/**
 * Compares variability with itself, and only at a breathing that is not known to differ. Slower and
 * more regular breathing alone changes RMSSD (Shao 2024), and shows as a narrow line in the
 * spectrum of the changes from beat to beat, see {@link org.stillpoint.hrv.BreathLine}. The line
 * holds the very part of RMSSD that breathing can change, so without a clear line there is little
 * to mistake.
 *
 * <p>The anchor A is at first the lnRMSSD of the start. {@code zV = (lnRMSSD - A) / spread} takes
 * part unless a clear line shows another rate than that of A (more than 10 % away). Then zV stands
 * still until the new rate has lasted for 64 s, longer than the window of RMSSD, and A is set so
 * that zV goes on from where it stood. Unclear breathing is not changed breathing. A breath pacer
 * that begins, ends or changes its rate counts as such a change.
 *
 * <p>zV stands at its median over the stretch in which the rate was known to be that of A.
 * Breathing that creeps away stays within the band for a while, and the windows reach back one
 * minute: what was gained after the last step close to the rate of A is taken back.
 *
 * <p>This is a product decision, open to better evidence. All times are arguments. Belongs to one
 * thread.
 */
final class VariabilityAnchor {
  /** Least share of the line for a clear rate; see docs/accuracy.md. */
  static final double CLEAR = 0.40;

  /** A rate that differs by more than this share is a different breathing. */
  private static final double BAND = 0.10;

  /** A rate that differs by no more than this share is surely the same: it confirms what is. */
  private static final double NEAR = 0.05;

  private static final double STANDSTILL_SECONDS = 64;
  private static final double KEPT_SECONDS = 180;

  private final Comparison variability;
  private OptionalDouble anchorRate;
  private OptionalDouble newRate = OptionalDouble.empty();
  private boolean held;
  private double changedAtSeconds;

  /**
   * An anchor at the person's start.
   *
   * @param lnRmssd lnRMSSD of the start
   * @param spread change of lnRMSSD that corresponds to one unit of z, above 0
   * @param linePerMinute rate of the clear line of the start; absent if there was none
   */
  VariabilityAnchor(double lnRmssd, double spread, OptionalDouble linePerMinute) {
    this.variability = new Comparison(lnRmssd, spread, KEPT_SECONDS);
    this.anchorRate = linePerMinute;
  }

  /**
   * Takes the next step.
   *
   * @param seconds the present, later than in the step before
   * @param lnRmssd lnRMSSD of the last minute
   * @param linePerMinute rate of the clear line in it; absent if there is none
   * @return zV
   */
  double step(double seconds, double lnRmssd, OptionalDouble linePerMinute) {
    if (!held && anchorRate.isPresent() && linePerMinute.isPresent()) {
      if (!near(linePerMinute, anchorRate, BAND)) {
        changed(seconds);
      }
    }
    if (held) {
      waitForTheNewRate(seconds, linePerMinute);
    }
    if (!held) {
      if (anchorRate.isEmpty()) {
        anchorRate = linePerMinute;
      }
      boolean known = anchorRate.isEmpty() || near(linePerMinute, anchorRate, NEAR);
      variability.follow(seconds, lnRmssd, known);
    }
    return variability.z();
  }

  /**
   * Notes that variability changes now for another reason than settling: another pace of the breath
   * pacer, or another posture.
   */
  void changed(double seconds) {
    if (!held) {
      variability.stand();
    }
    held = true;
    newRate = OptionalDouble.empty();
    changedAtSeconds = seconds;
  }

  private void waitForTheNewRate(double seconds, OptionalDouble linePerMinute) {
    if (linePerMinute.isPresent() && !near(linePerMinute, newRate, BAND)) {
      boolean first = newRate.isEmpty();
      newRate = linePerMinute;
      changedAtSeconds = first ? changedAtSeconds : seconds;
    }
    if (seconds - changedAtSeconds >= STANDSTILL_SECONDS) {
      held = false;
      anchorRate = newRate;
      variability.resume(seconds);
    }
  }

  private static boolean near(OptionalDouble rate, OptionalDouble other, double share) {
    return rate.isPresent()
        && other.isPresent()
        && Math.abs(rate.getAsDouble() - other.getAsDouble()) <= share * other.getAsDouble();
  }

  /** Whether variability stands still. */
  boolean held() {
    return held;
  }

  /** The anchor, a value of lnRMSSD. */
  double anchor() {
    return variability.zero();
  }
}
