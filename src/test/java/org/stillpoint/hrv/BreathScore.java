package org.stillpoint.hrv;

import java.util.Locale;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.util.ResizableDoubleArray;

/** How often a rate was given, and how far it was wrong. */
final class BreathScore {
  private final ResizableDoubleArray errors = new ResizableDoubleArray();
  private int windows;

  void add(double truth, BreathEstimate estimate) {
    windows++;
    estimate.breathsPerMinute().ifPresent(rate -> errors.addElement(Math.abs(rate - truth)));
  }

  int windows() {
    return windows;
  }

  int given() {
    return errors.getNumElements();
  }

  /** Share of the windows in which a rate was given. */
  double givenShare() {
    return (double) given() / windows;
  }

  /** Median error of the given rates, in breaths per minute; NaN if there are none. */
  double medianError() {
    return StatUtils.percentile(errors.getElements(), 50);
  }

  /**
   * Share of the given rates that are wrong by more than the given number of breaths per minute.
   */
  double wrongShare(double breathsPerMinute) {
    long wrong = 0;
    for (double error : errors.getElements()) {
      wrong += error > breathsPerMinute ? 1 : 0;
    }
    return given() == 0 ? 0 : (double) wrong / given();
  }

  /**
   * Cells of a table: windows, share with a rate, median error, share wrong by more than 1 and 2.
   */
  String cells() {
    String share = String.format(Locale.ROOT, "%d | %.1f |", windows, 100 * givenShare());
    return given() == 0
        ? share + " - | - | - |"
        : share
            + String.format(
                Locale.ROOT,
                " %.2f | %.1f | %.1f |",
                medianError(),
                100 * wrongShare(1),
                100 * wrongShare(2));
  }
}
