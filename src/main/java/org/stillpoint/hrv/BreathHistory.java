package org.stillpoint.hrv;

import java.util.List;
import java.util.function.LongFunction;

/**
 * The beliefs about the breathing rate at every full 5 s of the last minutes. The steps follow from
 * the times of the intervals alone, so the same input gives the same beliefs whenever somebody
 * asks. Belongs to one thread.
 */
final class BreathHistory {
  private static final long STEP_NANOS = 5_000_000_000L;

  /** Steps kept: more than two minutes. */
  private static final int KEPT = 32;

  /** After a longer silence, in steps, everything begins anew. */
  private static final long LONGEST_SILENCE = 12;

  private final BreathTrail[] trails = new BreathTrail[KEPT];
  private long newest;
  private int count;

  /**
   * Makes the steps before a time.
   *
   * @param nanos end of the next interval
   * @param window gives the spectra of the window that ends at a time
   */
  void advance(long nanos, LongFunction<List<BreathSpectrum>> window) {
    long last = Math.floorDiv(nanos - 1, STEP_NANOS);
    if (count == 0 || last - newest > LONGEST_SILENCE) {
      count = 0;
      keep(last, new BreathTrail());
    }
    while (newest < last) {
      BreathTrail trail = trails[slot(newest)].copy();
      trail.pass();
      trail.weigh(window.apply((newest + 1) * STEP_NANOS), 1);
      keep(newest + 1, trail);
    }
  }

  private void keep(long step, BreathTrail trail) {
    newest = step;
    trails[slot(step)] = trail;
    count = Math.min(KEPT, count + 1);
  }

  private static int slot(long step) {
    return (int) Math.floorMod(step, (long) KEPT);
  }

  /**
   * The belief at a time, from the newest step before it and the window that ends then.
   *
   * @param spectra of that window
   */
  BreathTrail at(long nanos, List<BreathSpectrum> spectra) {
    long step = Math.min(newest, Math.floorDiv(nanos - 1, STEP_NANOS));
    if (count == 0 || step <= newest - count) {
      return new BreathTrail();
    }
    BreathTrail trail = trails[slot(step)].copy();
    trail.pass();
    trail.weigh(spectra, Math.min(1, (double) (nanos - step * STEP_NANOS) / STEP_NANOS));
    return trail;
  }
}
