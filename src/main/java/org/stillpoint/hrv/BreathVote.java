package org.stillpoint.hrv;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Combines the spectra of all modulations into one rate and a confidence in it.
 *
 * <p>There are two candidates. The <i>fast</i> rate, from 8.5 per minute, is rated by its share in
 * the clearest modulation, because noise hardly ever has half its power around one rate. A
 * modulation with a clear rhythm at another rate counts against it. The <i>slow</i> rate is in the
 * range of Mayer waves (about 6 per minute), which also modulate the pulse. It must therefore hold
 * most of the power of all modulations together, including its harmonics, and the heart rate must
 * follow it deeply, as it does in slow breathing. A fast rate is rejected if it could be a harmonic
 * of the slow one or is very small compared with it.
 *
 * <p>Agreement between modulations does not raise the confidence: with uneven breathing they agree
 * on the same wrong rate. The constants were chosen on virtual people and generated intervals so
 * that the confidence equals the share of right answers.
 */
final class BreathVote {
  private static final double SLOWEST = 3.75;

  /** A peak below this rate may be the flank of something even slower. */
  private static final double SLOWEST_TOLD = 3.85;

  private static final double SLOW_BELOW = 8.5;
  private static final double FASTEST = 30.5;

  /** Share of half the heart rate above which no rate is given. */
  private static final double NYQUIST_SHARE = 0.95;

  private static final double FAST_SHARE = 0.56;
  private static final double FAST_SPREAD = 0.035;
  private static final double SLOW_SHARE = 0.62;
  private static final double SLOW_SPREAD = 0.03;

  /** Least swing of the intervals (standard deviation divided by mean) for a slow breath. */
  private static final double SHALLOW = 0.03;

  private static final double DEEP = 0.05;

  /**
   * Above this rate, 0.12 Hz, which is faster than Mayer waves, less depth is needed, down to three
   * quarters.
   */
  private static final double MAYER_ENDS = 7.25;

  private static final double FADE = 0.25;

  /** A rhythm at another rate counts against a fast rate if its share is larger than this. */
  private static final double CLEAR = 0.45;

  /** A rhythm at another rate speaks against a rate if its share is larger by so much. */
  private static final double CLEARER = 0.2;

  private static final double MUCH_CLEARER = 0.4;

  /** A slow rhythm with this share of all power may have harmonics. */
  private static final double SUSPECT = 0.3;

  /** Rates that differ by no more than this are the same rhythm, per minute. */
  private static final double SAME = 2.25;

  /** Largest power of the second, third and fourth harmonic, as a share of the fundamental. */
  private static final double[] HARMONICS = {0.3, 0.15, 0.1};

  /** Largest distance of a harmonic from its multiple, in breaths per minute for each order. */
  private static final double HARMONIC_NEAR = 0.5;

  /**
   * Above this share of the fundamental, a second harmonic may be breathing next to a Mayer wave.
   */
  private static final double SURELY_HARMONIC = 0.12;

  /** Next to a slow swing, a fast one with less than this share of its power does not count. */
  private static final double NOTHING = 0.02;

  private static final double SOMETHING = 0.08;

  private final List<BreathSpectrum> spectra;
  private final @Nullable BreathSpectrum heart;
  private final double top;

  /**
   * Creates a vote.
   *
   * @param spectra spectra of all modulations that have one
   * @param heart the spectrum of the intervals among them; null if they have none
   */
  BreathVote(List<BreathSpectrum> spectra, @Nullable BreathSpectrum heart) {
    this.spectra = spectra;
    this.heart = heart;
    this.top =
        spectra.stream().mapToDouble(s -> NYQUIST_SHARE * s.fastest()).reduce(FASTEST, Math::min);
  }

  BreathEstimate estimate(long endNanos) {
    int fast = best(bin -> squares(bin, false), SLOW_BELOW, top);
    int slow = best(bin -> squares(bin, true), SLOWEST, Math.min(SLOW_BELOW, top));
    double fastConfidence = fast < 0 ? 0 : fastConfidence(fast);
    double slowConfidence = slow < 0 ? 0 : slowConfidence(slow);
    if (fast >= 0 && slow >= 0) {
      double ratio = ratio(fast, slow);
      if (isHarmonic(fast, slow, ratio)) {
        fastConfidence = 0;
        slowConfidence *= 1 - ramp(ratio, SURELY_HARMONIC, HARMONICS[0]);
      } else {
        fastConfidence *= ramp(ratio, NOTHING, SOMETHING);
      }
    }
    if (fastConfidence == 0 && slowConfidence == 0) {
      return BreathEstimate.unknown(endNanos);
    }
    if (fastConfidence >= slowConfidence || fastConfidence >= BreathEstimate.LEAST_CONFIDENCE) {
      return BreathEstimate.of(endNanos, centre(fast), fastConfidence, support(fast));
    }
    return centre(slow) < SLOWEST_TOLD
        ? BreathEstimate.unknown(endNanos)
        : BreathEstimate.of(
            endNanos, centre(slow), slowConfidence * (1 - fastConfidence), support(slow));
  }

  /**
   * How far the window admits a fast rate that it does not show clearly itself.
   *
   * @param rate in breaths per minute
   * @return 1 if nothing speaks against it; 0 if another rhythm is much clearer, or if the rate may
   *     be a harmonic of a slow rhythm
   */
  double admits(double rate) {
    int fast = BreathSpectrum.bin(rate);
    double against = 0;
    for (BreathSpectrum each : spectra) {
      double more = elsewhere(each, rate) - each.share(fast);
      against = Math.max(against, ramp(more, CLEARER, MUCH_CLEARER));
    }
    int slow = best(bin -> squares(bin, true), SLOWEST, Math.min(SLOW_BELOW, top));
    if (slow >= 0 && isHarmonic(fast, slow, ratio(fast, slow))) {
      double whole = 0;
      for (BreathSpectrum each : spectra) {
        whole = Math.max(whole, each.wholeShare(slow));
      }
      against = Math.max(against, ramp(whole, SUSPECT, CLEAR));
    }
    return 1 - against;
  }

  /** How much each modulation shows a rate. */
  private Map<BreathEffect, Double> support(int bin) {
    Map<BreathEffect, Double> support = new EnumMap<>(BreathEffect.class);
    for (BreathSpectrum each : spectra) {
      double share = each.share(bin);
      if (share > 0) {
        support.put(each.effect(), share * share);
      }
    }
    return support;
  }

  /** The highest local maximum of a range; -1 if there is none. */
  private static int best(IntToDoubleFunction score, double from, double below) {
    int best = -1;
    double most = 0;
    int first = BreathSpectrum.bin(from);
    double before = score.applyAsDouble(first - 1);
    double now = score.applyAsDouble(first);
    for (int bin = first; BreathSpectrum.rate(bin) < below; bin++) {
      double next = score.applyAsDouble(bin + 1);
      if (now >= before && now >= next && now > most) {
        best = bin;
        most = now;
      }
      before = now;
      now = next;
    }
    return best;
  }

  private double squares(int bin, boolean whole) {
    double sum = 0;
    for (BreathSpectrum each : spectra) {
      double share = whole ? each.wholeShare(bin) : each.share(bin);
      sum += share * share;
    }
    return sum;
  }

  private double fastConfidence(int bin) {
    double clearest = 0;
    double elsewhere = 0;
    for (BreathSpectrum each : spectra) {
      clearest = Math.max(clearest, each.share(bin));
      elsewhere = Math.max(elsewhere, elsewhere(each, BreathSpectrum.rate(bin)));
    }
    double evidence = clearest - Math.max(0, elsewhere - CLEAR);
    return logistic((evidence - FAST_SHARE) / FAST_SPREAD);
  }

  /** The largest share of a rhythm that is neither at this rate nor at one of its harmonics. */
  private double elsewhere(BreathSpectrum spectrum, double rate) {
    IntToDoubleFunction others =
        bin -> isSame(BreathSpectrum.rate(bin), rate) ? 0 : spectrum.share(bin);
    int other = best(others, SLOW_BELOW - 1, top);
    return other < 0 ? 0 : spectrum.share(other);
  }

  private static boolean isSame(double other, double rate) {
    return Math.abs(other - rate) <= SAME
        || Math.abs(other - 2 * rate) <= 1
        || Math.abs(other - 3 * rate) <= 1;
  }

  private double slowConfidence(int bin) {
    double rate = BreathSpectrum.rate(bin);
    double sum = 0;
    double squares = 0;
    for (BreathSpectrum each : spectra) {
      double share = each.wholeShare(bin);
      double second = each.wholeShare(BreathSpectrum.bin(2 * rate));
      double third = each.wholeShare(BreathSpectrum.bin(3 * rate));
      double all = share + Math.min(0.4 * share, second) + Math.min(0.2 * share, third);
      sum += all;
      squares += all * all;
    }
    double depth = heart == null ? 0 : heart.depth() * Math.sqrt(heart.wholeShare(bin));
    double together = logistic((squares / sum - SLOW_SHARE) / SLOW_SPREAD);
    double fade = 1 - FADE * ramp(rate, MAYER_ENDS, SLOW_BELOW);
    return together * ramp(depth, fade * SHALLOW, fade * DEEP);
  }

  /** Power of the fast rhythm divided by that of the slow one, where the fast one is clear. */
  private double ratio(int fast, int slow) {
    double above = 0;
    double below = 0;
    for (BreathSpectrum each : spectra) {
      double weight = each.share(fast) * each.share(fast);
      above += weight * each.wholeShare(fast);
      below += weight * each.wholeShare(slow);
    }
    return above / below;
  }

  private static boolean isHarmonic(int fast, int slow, double ratio) {
    for (int times = 2; times <= 4; times++) {
      double off = BreathSpectrum.rate(fast) - times * BreathSpectrum.rate(slow);
      if (Math.abs(off) <= HARMONIC_NEAR * times && ratio < HARMONICS[times - 2]) {
        return true;
      }
    }
    return false;
  }

  /** The rate interpolated between bins: the centre of the lobe in all modulations that show it. */
  private double centre(int bin) {
    double sum = 0;
    double moment = 0;
    for (BreathSpectrum each : spectra) {
      double weight = each.share(bin) * each.share(bin);
      sum += weight;
      moment += weight * each.centre(bin);
    }
    return moment / sum;
  }

  private static double ramp(double value, double from, double to) {
    return Math.max(0, Math.min(1, (value - from) / (to - from)));
  }

  private static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
