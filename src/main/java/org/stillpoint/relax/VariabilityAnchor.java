package org.stillpoint.relax;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Compares variability only with itself at a similar breathing. The anchor A begins as the lnRMSSD
 * of the start; {@code zV = (lnRMSSD - A) / spread} counts while the breathing rate stays within 20
 * % of the anchor's. When it leaves that band or is not clear, zV stands at its last value; when
 * that lasts 30 s, or the pacer is switched, the breathing has changed: zV stands still for 64 s at
 * the new rate, longer than the window of RMSSD, and A is set anew so that zV goes on from where it
 * stood. While breathing is unknown, variability earns and loses nothing.
 *
 * <p>Breathing that drifts is within the band for a while before it is seen to leave it, and the
 * windows of both measures reach back a minute. So what zV earned or lost in the 64 s before it
 * left belongs to the breathing: it is taken back as soon as a measured rate shows the change. Not
 * when a pacer is switched, which is known at once, and not while the rate is only unclear.
 *
 * <p>A product decision, open to better evidence. Belongs to one thread; time is given.
 */
final class VariabilityAnchor {
  /**
   * A rate this far off is another breathing. With 20 % virtual people who only slow their
   * breathing gained three points of the index on average, with 10 % one and a half.
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

  /** What zV was while breathing was alike, from the last moment that is 64 s old or older on. */
  private final List<Standing> standings = new ArrayList<>();

  private record Standing(double seconds, double zV) {}

  /**
   * An anchor at the person's start.
   *
   * @param lnRmssd of the start
   * @param spread of lnRMSSD that makes one point of z, above 0
   * @param breathsPerMinute of the start; absent when it was not clear
   * @param seconds now
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
   * The next step.
   *
   * @param seconds now, later than before
   * @param lnRmssd of the last minute
   * @param breathsPerMinute of the last minute; absent when not clear
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

  /** The breathing is known to change now: a pacer was switched on or off. */
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

  /** The anchor, lnRMSSD. */
  double anchor() {
    return anchor;
  }
}
