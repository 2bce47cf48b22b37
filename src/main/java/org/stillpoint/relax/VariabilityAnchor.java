package org.stillpoint.relax;

import java.util.ArrayDeque;
import java.util.OptionalDouble;
import org.apache.commons.math3.stat.StatUtils;
import org.stillpoint.hrv.HrvWindow;

/**
 * Compares variability with itself, and only at a breathing that is not known to differ. Slower and
 * more regular breathing alone changes RMSSD (Shao 2024), and shows as a narrow line in the
 * spectrum of the changes from beat to beat, see {@link org.stillpoint.hrv.BreathLine}. The line
 * holds the very part of RMSSD that breathing can change, so without a clear line there is little
 * to mistake.
 *
 * <p>The anchor A is at first the lnRMSSD of the start. {@code zV = (lnRMSSD - A) / spread} takes
 * part unless a clear line shows another rate than that of A (more than 10 % away), or shows after
 * a start without one: breathing has become more regular. The line must be there in eight windows
 * in a row, because one window of real intervals often shows a line by chance. Then zV stands still
 * until the new rate has been the same for 64 s beyond the minute in which it was first seen, and A
 * is set so that zV goes on from where it stood. Unclear breathing is not changed breathing. A
 * breath pacer that begins, ends or changes its rate, or a movement, counts as such a change; it is
 * known at once, so zV stands still for 64 s, longer than the window of RMSSD.
 *
 * <p>zV stands at its median over the stretch in which the rate was known to be that of A.
 * Breathing that creeps away stays within the band for a while, and the windows reach back one
 * minute: what was gained after the last step close to the rate of A is taken back.
 *
 * <p>This is a product decision, open to better evidence; docs/evidence.md has the figures behind
 * its constants. All times are arguments. Belongs to one thread.
 */
final class VariabilityAnchor {
  /**
   * Least share of the line for a clear rate. With more, variability takes part more often, but
   * breathing alone moves more people.
   */
  static final double CLEAR = 0.22;

  /** A rate that differs by more than this share is a different breathing. */
  private static final double BAND = 0.10;

  /** A rate that differs by no more than this share is surely the same: it confirms what is. */
  private static final double NEAR = 0.05;

  /**
   * The line is seen in windows of a minute, so a new rate is first seen mixed with the old one.
   */
  private static final double MIXED_SECONDS = HrvWindow.SECONDS;

  private static final double KEPT_SECONDS = 300;
  private static final double REFINED_SECONDS = 180;

  /** The latest windows: a rate is their median. */
  private static final double RATE_SECONDS = 35;

  /**
   * Number of these windows, eight. All must agree on a new rate, as a line can also show by
   * chance.
   */
  private static final int AGREEING = 1 + (int) (RATE_SECONDS / HrvWindow.STEP_SECONDS);

  private record LineRate(double seconds, double perMinute) {}

  private final Comparison variability;
  private OptionalDouble anchorRate;
  private OptionalDouble newRate = OptionalDouble.empty();
  private final ArrayDeque<LineRate> rates = new ArrayDeque<>();
  private boolean held;
  private double heldUntil;

  /**
   * An anchor at the person's start.
   *
   * @param lnRmssd lnRMSSD of the start
   * @param spread change of lnRMSSD that corresponds to one unit of z, above 0
   * @param linePerMinute rate of the clear line of the start; absent if there was none
   */
  VariabilityAnchor(double lnRmssd, double spread, OptionalDouble linePerMinute) {
    this.variability = new Comparison(lnRmssd, spread, KEPT_SECONDS, REFINED_SECONDS);
    this.anchorRate = linePerMinute;
  }

  /**
   * Notes a window of the start itself, which counts for where zV stands.
   *
   * @param seconds the present
   * @param lnRmssd its lnRMSSD
   * @param linePerMinute rate of the clear line in it; absent if there is none
   */
  void start(double seconds, double lnRmssd, OptionalDouble linePerMinute) {
    if (comparable(linePerMinute)) {
      variability.remember(seconds, lnRmssd);
    }
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
    linePerMinute.ifPresent(rate -> rates.add(new LineRate(seconds, rate)));
    while (!rates.isEmpty() && rates.getFirst().seconds < seconds - RATE_SECONDS) {
      rates.remove();
    }
    if (!held && isAtAnotherRate()) {
      hold(seconds + MIXED_SECONDS + Comparison.STANDSTILL_SECONDS);
    }
    if (held) {
      waitForTheNewRate(seconds, linePerMinute);
    }
    if (!held) {
      variability.follow(seconds, lnRmssd, comparable(linePerMinute));
    }
    return variability.z();
  }

  /** Whether all of the latest windows agree on a rate that is not that of A. */
  private boolean isAtAnotherRate() {
    OptionalDouble latest = latestRate();
    return rates.size() == AGREEING
        && !near(latest, anchorRate, BAND)
        && rates.stream().allMatch(r -> near(OptionalDouble.of(r.perMinute), latest, BAND));
  }

  /** The median of the latest clear rates; absent without any. */
  private OptionalDouble latestRate() {
    double[] latest = rates.stream().mapToDouble(LineRate::perMinute).toArray();
    return latest.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(StatUtils.percentile(latest, 50));
  }

  private boolean comparable(OptionalDouble linePerMinute) {
    return anchorRate.isEmpty() ? linePerMinute.isEmpty() : near(linePerMinute, anchorRate, NEAR);
  }

  /**
   * Notes that variability changes now for another reason than settling: another pace of the breath
   * pacer, or another posture.
   */
  void changed(double seconds) {
    hold(seconds + Comparison.STANDSTILL_SECONDS);
  }

  private void hold(double untilSeconds) {
    if (!held) {
      variability.stand();
    }
    heldUntil = held ? Math.max(heldUntil, untilSeconds) : untilSeconds;
    held = true;
    newRate = OptionalDouble.empty();
  }

  private void waitForTheNewRate(double seconds, OptionalDouble linePerMinute) {
    if (linePerMinute.isPresent() && !near(linePerMinute, newRate, BAND)) {
      if (newRate.isPresent()) {
        heldUntil = seconds + MIXED_SECONDS + Comparison.STANDSTILL_SECONDS;
      }
      newRate = linePerMinute;
    }
    if (seconds >= heldUntil) {
      held = false;
      anchorRate = rates.isEmpty() ? newRate : latestRate();
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
