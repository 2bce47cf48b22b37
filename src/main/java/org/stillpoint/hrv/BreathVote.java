package org.stillpoint.hrv;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Makes one rate, and a confidence in it, of the spectra of all modulations.
 *
 * <p>Two rates are candidates. The <i>fast</i> one, from 8.5 a minute, is believed by its share in
 * the clearest modulation, since noise hardly ever gathers half its power around one rate; a
 * modulation with a clear rhythm elsewhere speaks against it. The <i>slow</i> one lies where Mayer
 * waves are (about 6 a minute), which also swing the pulse: it must hold most of all power in all
 * modulations together, its harmonics counted in, and the heart must follow deeply, as it does in
 * slow breathing. A fast rate that could be a harmonic of the slow one, or is very small beside it,
 * is none.
 *
 * <p>That several modulations agree raises nothing: in uneven breathing they agree on the same
 * wrong rate. The numbers were chosen on virtual people and generated hearts so that the confidence
 * is the share of right answers.
 */
final class BreathVote {
  private static final double SLOWEST = 3.75;

  /** A peak below this may be the flank of something slower still. */
  private static final double SLOWEST_TOLD = 3.85;

  private static final double SLOW_BELOW = 8.5;
  private static final double FASTEST = 30.5;

  /** So near to half the rate of the beats nothing is told. */
  private static final double NYQUIST_SHARE = 0.95;

  private static final double FAST_SHARE = 0.56;
  private static final double FAST_SPREAD = 0.035;
  private static final double SLOW_SHARE = 0.62;
  private static final double SLOW_SPREAD = 0.03;

  /** Swing of the heart (standard deviation over mean) that a slow breath needs at least. */
  private static final double SHALLOW = 0.03;

  private static final double DEEP = 0.05;

  /** Beyond the Mayer waves, 0.12 Hz, less depth will do, down to three quarters. */
  private static final double MAYER_ENDS = 7.25;

  private static final double FADE = 0.25;

  /** A rhythm elsewhere with a larger share speaks against a fast rate. */
  private static final double CLEAR = 0.45;

  /** Rates nearer than this are the same rhythm. */
  private static final double SAME = 2.25;

  /** Most power of the second, third, fourth harmonic, as a share of the fundamental. */
  private static final double[] HARMONICS = {0.3, 0.15, 0.1};

  /** A harmonic is this near to its multiple, in breaths a minute for each time. */
  private static final double HARMONIC_NEAR = 0.5;

  /** A second harmonic above this may be a breath of its own beside a Mayer wave. */
  private static final double SURELY_HARMONIC = 0.12;

  /** Beside a slow swing, a fast one with less than this share of its power is nothing. */
  private static final double NOTHING = 0.02;

  private static final double SOMETHING = 0.08;

  private final List<BreathSpectrum> spectra;
  private final @Nullable BreathSpectrum heart;
  private final double top;

  /**
   * A vote.
   *
   * @param spectra all modulations that can be read
   * @param heart that of the intervals among them; null when it cannot be read
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
      return BreathEstimate.of(endNanos, centre(fast), fastConfidence);
    }
    return centre(slow) < SLOWEST_TOLD
        ? BreathEstimate.unknown(endNanos)
        : BreathEstimate.of(endNanos, centre(slow), slowConfidence * (1 - fastConfidence));
  }

  /** The highest local maximum of a range; -1 when there is none. */
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

  /** The largest share of a rhythm that is neither this rate nor its harmonic. */
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

  /** Power of the fast rhythm over that of the slow one, where the fast one is clear. */
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

  /** The rate between the bins: the centre of the lobe in all modulations that show it. */
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
