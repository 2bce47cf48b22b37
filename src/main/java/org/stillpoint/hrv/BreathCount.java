package org.stillpoint.hrv;

import java.util.List;

/**
 * Counts the breaths of a window whose rate is roughly known. The swing at that rate is followed
 * through the window in short parts; how its phase advances tells how many breaths there were, also
 * if they were not even. Modulations swing with different phases, but these advance together, so
 * their advances are added, each weighted by how clearly it shows the rate.
 *
 * @param breathsPerMinute the mean rate
 * @param spread standard deviation of the rate along the window, per minute; small if breathing is
 *     even and seen all the time
 */
record BreathCount(double breathsPerMinute, double spread) {
  /** Length of a part, and distance from one part to the next. */
  private static final double PART_SECONDS = 12;

  private static final double STEP_SECONDS = 2;

  /**
   * Follows the phase.
   *
   * @param spectra at least one, of windows of the same length
   * @param rate the rough rate, per minute
   */
  static BreathCount of(List<BreathSpectrum> spectra, double rate) {
    double seconds = BreathTracker.SECONDS;
    int parts = (int) ((seconds - PART_SECONDS) / STEP_SECONDS) + 1;
    double[] re = new double[parts];
    double[] im = new double[parts];
    for (BreathSpectrum each : spectra) {
      double share = each.share(BreathSpectrum.bin(rate));
      double[] before = {0, 0};
      for (int i = 0; i < parts; i++) {
        double middle = (PART_SECONDS + 2 * STEP_SECONDS * i) / seconds - 1;
        double[] swing = each.swing(rate, middle, PART_SECONDS / seconds, seconds);
        re[i] += share * share * (swing[0] * before[0] + swing[1] * before[1]);
        im[i] += share * share * (swing[1] * before[0] - swing[0] * before[1]);
        before = swing;
      }
    }
    double sum = 0;
    double squares = 0;
    for (int i = 1; i < parts; i++) {
      double off = 60 * Math.atan2(im[i], re[i]) / (2 * Math.PI * STEP_SECONDS);
      sum += off;
      squares += off * off;
    }
    double mean = sum / (parts - 1);
    double spread = Math.sqrt(Math.max(0, squares / (parts - 1) - mean * mean));
    return new BreathCount(rate + mean, spread);
  }
}
