package org.stillpoint.hrv;

import java.util.List;

/**
 * The belief about the breathing rate, which grows while the same rate shows again and again, even
 * if it is too faint to be seen in one window. It is a hidden Markov model: in each step of 5 s the
 * rate drifts a little, seldom jumps, and may go away or come back; then each modulation adds its
 * evidence. Belongs to one thread.
 *
 * <p>The evidence of one modulation is the likelihood of its power at each rate, compared with
 * noise that has the power of the neighbouring rates. Noise gives exponentially distributed powers,
 * a rhythm larger ones. Powers are limited, so that one modulation cannot outvote the others. The
 * sum is tempered because windows overlap twelvefold and modulations are not independent: breathing
 * that is missed by one is often missed by all, so the sum grows with the square root of their
 * number only.
 */
final class BreathTrail {
  /** The bin of the slowest rate, and the number of rates. */
  static final int FIRST = BreathSpectrum.bin(8);

  static final int RATES = BreathSpectrum.bin(30) - FIRST + 1;

  /** Before any evidence: adults at rest, a wide log-normal distribution. */
  private static final double USUAL = 15;

  private static final double USUAL_SPREAD = 0.4;
  private static final double[] PRIOR = prior();

  /** Standard deviation of the drift in one step, in breaths per minute. */
  private static final double DRIFT = 0.3;

  private static final double[] KERNEL = kernel();
  private static final double JUMPS = 0.01;
  private static final double COMES_OR_GOES = 0.015;

  /** Expected power of a rhythm divided by that of the noise around it. */
  private static final double STRENGTH = 2;

  /** Share of the windows with a rhythm in which a modulation shows it. */
  private static final double SHOWN = 0.9;

  private static final double MOST_CONTRAST = 8;
  private static final double TEMPER = 0.08;

  /** Half the width of what counts as one rate, in bins. */
  private static final int NEAR = 6;

  private final double[] belief;
  private double nothing;

  /** A trail without evidence. */
  BreathTrail() {
    belief = PRIOR.clone();
    nothing = 0.5;
    for (int i = 0; i < RATES; i++) {
      belief[i] *= 1 - nothing;
    }
  }

  private BreathTrail(double[] belief, double nothing) {
    this.belief = belief.clone();
    this.nothing = nothing;
  }

  BreathTrail copy() {
    return new BreathTrail(belief, nothing);
  }

  private static double[] prior() {
    double[] prior = new double[RATES];
    double sum = 0;
    for (int i = 0; i < RATES; i++) {
      double off = Math.log(BreathSpectrum.rate(FIRST + i) / USUAL) / USUAL_SPREAD;
      prior[i] = Math.exp(-0.5 * off * off);
      sum += prior[i];
    }
    for (int i = 0; i < RATES; i++) {
      prior[i] /= sum;
    }
    return prior;
  }

  private static double[] kernel() {
    double[] kernel = new double[5];
    double sum = 0;
    for (int i = 0; i < kernel.length; i++) {
      double off = i * BreathSpectrum.STEP / DRIFT;
      kernel[i] = Math.exp(-0.5 * off * off);
      sum += i == 0 ? kernel[i] : 2 * kernel[i];
    }
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] /= sum;
    }
    return kernel;
  }

  /** Lets one step pass. */
  void pass() {
    double[] drifted = new double[RATES];
    double some = 0;
    for (int i = 0; i < RATES; i++) {
      some += belief[i];
      for (int k = 1 - KERNEL.length; k < KERNEL.length; k++) {
        int to = Math.max(0, Math.min(RATES - 1, i + k));
        drifted[to] += belief[i] * KERNEL[Math.abs(k)];
      }
    }
    double anew = (1 - COMES_OR_GOES) * JUMPS * some + COMES_OR_GOES * nothing;
    nothing = (1 - COMES_OR_GOES) * nothing + COMES_OR_GOES * some;
    for (int i = 0; i < RATES; i++) {
      belief[i] = (1 - COMES_OR_GOES) * (1 - JUMPS) * drifted[i] + anew * PRIOR[i];
    }
  }

  /**
   * Adds the evidence of a window.
   *
   * @param spectra of all modulations that have one
   * @param part how much of a step has passed, 0 to 1
   */
  void weigh(List<BreathSpectrum> spectra, double part) {
    if (spectra.isEmpty()) {
      return;
    }
    double[] evidence = new double[RATES];
    for (BreathSpectrum each : spectra) {
      for (int i = 0; i < RATES; i++) {
        evidence[i] += evidence(each, FIRST + i);
      }
    }
    double temper = part * TEMPER / Math.sqrt(spectra.size());
    double sum = nothing;
    for (int i = 0; i < RATES; i++) {
      belief[i] *= Math.exp(temper * evidence[i]);
      sum += belief[i];
    }
    nothing /= sum;
    for (int i = 0; i < RATES; i++) {
      belief[i] /= sum;
    }
  }

  /** Logarithm of how much better a rhythm explains the power of a bin than noise does. */
  static double evidence(BreathSpectrum spectrum, int bin) {
    double contrast = Math.min(MOST_CONTRAST, spectrum.contrast(bin));
    double rhythm = Math.exp(contrast * STRENGTH / (1 + STRENGTH)) / (1 + STRENGTH);
    return Math.log(1 - SHOWN + SHOWN * rhythm);
  }

  /** Index of the most believed rate. */
  private int best() {
    int best = 0;
    double most = 0;
    for (int i = 0; i < RATES; i++) {
      double near = believed(i, NEAR - 2);
      if (near > most) {
        most = near;
        best = i;
      }
    }
    return best;
  }

  private double believed(int index, int width) {
    double sum = 0;
    for (int i = Math.max(0, index - width); i <= Math.min(RATES - 1, index + width); i++) {
      sum += belief[i];
    }
    return sum;
  }

  /** The most believed rate, in breaths per minute. */
  double rate() {
    int best = best();
    double moment = 0;
    for (int i = Math.max(0, best - NEAR); i <= Math.min(RATES - 1, best + NEAR); i++) {
      moment += belief[i] * BreathSpectrum.rate(FIRST + i);
    }
    return moment / believed(best, NEAR);
  }

  /** Logarithm of the odds of the most believed rate. */
  double odds() {
    double near = believed(best(), NEAR);
    return Math.log(near / Math.max(1e-9, 1 - near));
  }
}
