package org.stillpoint.relax;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Compares variability only with variability at similar breathing. The anchor A is at first the
 * lnRMSSD of the baseline. {@code zV = (lnRMSSD - A) / spread} is updated while the breathing rate
 * stays within 10 % of the anchor's rate.
 *
 * <p>When the rate leaves that band or is not clear, zV keeps its last value. When that lasts 30 s,
 * or the breath pacer is switched, the breathing has changed. zV then keeps its value until the new
 * rate has lasted for 64 s, longer than the window of RMSSD. After that A is set so that zV
 * continues from its value. While the breathing is unknown, variability neither raises nor lowers
 * the index.
 *
 * <p>Breathing that drifts stays within the band for a while before it is seen to leave it, and the
 * windows of both measures reach back one minute. The change of zV in the 64 s before the rate left
 * the band is therefore attributed to the breathing. It is undone as soon as a measured rate shows
 * the change. It is not undone when a pacer is switched, which is known at once, nor while the rate
 * is only unclear.
 *
 * <p>This is a product decision, open to better evidence. All times are arguments. Belongs to one
 * thread.
 */
final class VariabilityAnchor {
  /**
   * A rate that differs by more than this share is a different breathing. With 20 %, virtual people
   * who only slow their breathing gained three points of the index on average; with 10 %, one and a
   * half.
   */
  private static final double BAND = 0.10;

  private static final double PATIENCE_SECONDS = 30;
  private static final double STANDSTILL_SECONDS = 64;

  private final double spread;
  private double anchor;
  private OptionalDouble anchorRate;
  private BreathingRegime regime;
  private double zV;
  private double alikeAtSeconds;
  private OptionalDouble newRate = OptionalDouble.empty();
  private double newRateAtSeconds;

  /**
   * Values of zV while breathing was alike; the first is the latest one that is at least 64 s old,
   * or else the oldest.
   */
  private final List<Standing> standings = new ArrayList<>();

  private record Standing(double seconds, double zV) {}

  /**
   * Creates an anchor at the person's baseline.
   *
   * @param lnRmssd lnRMSSD of the baseline
   * @param spread change of lnRMSSD that corresponds to one unit of z, above 0
   * @param breathsPerMinute breathing rate of the baseline; absent if it was not clear
   * @param seconds the present
   */
  VariabilityAnchor(
      double lnRmssd, double spread, OptionalDouble breathsPerMinute, double seconds) {
    this.anchor = lnRmssd;
    this.spread = spread;
    this.anchorRate = breathsPerMinute;
    this.regime = breathsPerMinute.isPresent() ? BreathingRegime.ALIKE : BreathingRegime.CHANGED;
    this.alikeAtSeconds = seconds;
    this.newRateAtSeconds = seconds;
  }

  /**
   * Takes the next step.
   *
   * @param seconds the present, later than in the step before
   * @param lnRmssd lnRMSSD of the last minute
   * @param breathsPerMinute breathing rate of the last minute; absent if not clear
   * @return zV
   */
  double step(double seconds, double lnRmssd, OptionalDouble breathsPerMinute) {
    if (regime == BreathingRegime.CHANGED) {
      settle(seconds, lnRmssd, breathsPerMinute);
    } else if (near(breathsPerMinute, anchorRate)) {
      regime = BreathingRegime.ALIKE;
      alikeAtSeconds = seconds;
      zV = (lnRmssd - anchor) / spread;
      remember(seconds);
    } else if (seconds - alikeAtSeconds < PATIENCE_SECONDS) {
      regime = BreathingRegime.DOUBTFUL;
    } else {
      begin(seconds);
      settle(seconds, lnRmssd, breathsPerMinute);
    }
    return zV;
  }

  private void remember(double seconds) {
    standings.add(new Standing(seconds, zV));
    while (standings.size() > 1 && standings.get(1).seconds <= seconds - STANDSTILL_SECONDS) {
      standings.remove(0);
    }
  }

  /** Notes that the breathing changes now, because the breath pacer was switched on or off. */
  void changed(double seconds) {
    standings.clear();
    begin(seconds);
  }

  private void begin(double seconds) {
    regime = BreathingRegime.CHANGED;
    newRate = OptionalDouble.empty();
    newRateAtSeconds = seconds;
  }

  private void settle(double seconds, double lnRmssd, OptionalDouble rate) {
    if (rate.isPresent() && !near(rate, anchorRate) && !standings.isEmpty()) {
      zV = standings.get(0).zV;
      standings.clear();
    }
    if (rate.isPresent() && !near(rate, newRate)) {
      newRate = rate;
      newRateAtSeconds = seconds;
    } else if (rate.isPresent() && seconds - newRateAtSeconds >= STANDSTILL_SECONDS) {
      anchor = lnRmssd - zV * spread;
      anchorRate = rate;
      alikeAtSeconds = seconds;
      regime = BreathingRegime.ALIKE;
      standings.clear();
      remember(seconds);
    }
  }

  private static boolean near(OptionalDouble rate, OptionalDouble other) {
    return rate.isPresent()
        && other.isPresent()
        && Math.abs(rate.getAsDouble() - other.getAsDouble()) <= BAND * other.getAsDouble();
  }

  BreathingRegime regime() {
    return regime;
  }

  /** The anchor, a value of lnRMSSD. */
  double anchor() {
    return anchor;
  }
}
