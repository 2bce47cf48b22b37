package org.stillpoint.hrv;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A breathing rate that no window shows clearly, but that has shown again and again. It must also
 * show in the newest window, at least a little and not much less than any other rate: a belief
 * alone would outlast the breathing.
 */
final class TrackedBreath {
  /** Width of what counts as the same rate, and as another one, in bins. */
  private static final int NEAR = 6;

  private static final int FAR = 9;

  /** Evidence of the newest window below which the belief does not count: of one, of several. */
  private static final double LITTLE_ALONE = 0.5;

  private static final double LITTLE = 2;

  /** How much more evidence there may be for another rate. */
  private static final double MORE = 1.5;

  private static final double TOO_MUCH_MORE = 2;

  /** How far the count of breaths may be from the belief, per minute. */
  private static final double CLOSE = 1.25;

  private static final double TOO_FAR = 2;

  /** Slower, it may be the flank of a Mayer wave: neither a belief nor a count, per minute. */
  private static final double SLOWEST_BELIEF = 8.75;

  private static final double SLOWEST_COUNT = 8.5;

  /**
   * Spread of the rate along the window at which breathing is too uneven, per minute: if there is
   * little evidence, from which noise alone gives some spread, and if there is much.
   */
  private static final double UNEVEN_FAINT = 2.2;

  private static final double UNEVEN_CLEAR = 2;

  private static final double FADE = 0.5;
  private static final double FAINT = 3;
  private static final double CLEAR = 5;

  /**
   * Confidence as logarithm of odds: at even belief, by belief, and by spread; fitted on half of
   * the patients of docs/accuracy.md, a little lower than the fit for the sake of noise.
   */
  private static final double SURE = 1.55;

  private static final double BY_BELIEF = 0.6;
  private static final double BY_SPREAD = -0.18;

  private final BreathTrail trail;
  private final List<BreathSpectrum> spectra;

  /**
   * Creates the estimate of a window.
   *
   * @param trail the belief at its end
   * @param spectra of the window, at least one
   */
  TrackedBreath(BreathTrail trail, List<BreathSpectrum> spectra) {
    this.trail = trail;
    this.spectra = spectra;
  }

  BreathEstimate estimate(long endNanos) {
    double rate = trail.rate();
    int bin = BreathSpectrum.bin(rate);
    double here = Double.NEGATIVE_INFINITY;
    double elsewhere = Double.NEGATIVE_INFINITY;
    for (int i = BreathTrail.FIRST; i < BreathTrail.FIRST + BreathTrail.RATES; i++) {
      double evidence = evidence(i);
      if (Math.abs(i - bin) <= NEAR) {
        here = Math.max(here, evidence);
      } else if (Math.abs(i - bin) > FAR) {
        elsewhere = Math.max(elsewhere, evidence);
      }
    }
    Map<BreathEffect, Double> support = support(bin);
    if (support.isEmpty()) {
      return BreathEstimate.unknown(endNanos);
    }
    BreathCount counted = BreathCount.of(spectra, rate);
    double count = counted.breathsPerMinute();
    if (rate < SLOWEST_BELIEF || count < SLOWEST_COUNT) {
      return BreathEstimate.unknown(endNanos);
    }
    double sure = SURE + BY_BELIEF * trail.odds() + BY_SPREAD * counted.spread();
    double little = spectra.size() == 1 ? LITTLE_ALONE : LITTLE;
    double confidence =
        1
            / (1 + Math.exp(-sure))
            * ramp(here, little, little + 1)
            * ramp(elsewhere - here, TOO_MUCH_MORE, MORE)
            * ramp(Math.abs(count - rate), TOO_FAR, CLOSE)
            * even(here, counted.spread());
    return BreathEstimate.of(endNanos, count, confidence, support);
  }

  /** Of one modulation alone the spread does not tell noise from uneven breathing. */
  private double even(double evidence, double spread) {
    if (spectra.size() == 1) {
      return 1;
    }
    double limit = UNEVEN_FAINT - (UNEVEN_FAINT - UNEVEN_CLEAR) * ramp(evidence, FAINT, CLEAR);
    return ramp(spread, limit, limit - FADE);
  }

  private double evidence(int bin) {
    double sum = 0;
    for (BreathSpectrum each : spectra) {
      sum += BreathTrail.evidence(each, bin);
    }
    return sum / Math.sqrt(spectra.size());
  }

  private Map<BreathEffect, Double> support(int bin) {
    Map<BreathEffect, Double> support = new EnumMap<>(BreathEffect.class);
    for (BreathSpectrum each : spectra) {
      double most = 0;
      for (int i = bin - NEAR; i <= bin + NEAR; i++) {
        most = Math.max(most, BreathTrail.evidence(each, i));
      }
      if (most > 0) {
        support.put(each.effect(), most);
      }
    }
    return support;
  }

  private static double ramp(double value, double from, double to) {
    return Math.max(0, Math.min(1, (value - from) / (to - from)));
  }
}
