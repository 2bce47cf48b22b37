package org.stillpoint.monitor;

import java.util.Locale;
import java.util.Optional;
import org.stillpoint.rr.WindowQuality;

/**
 * Decides whether pacing holds because the last minute cannot be trusted, and says why. It holds
 * when the quality falls below 0.88 and until it is back at 0.92, so that a quality near a limit
 * does not flip it back and forth. In between it stays as it was. Unless the sensor was the reason,
 * it holds until the quality has been back for a minute. Belongs to the chain's thread.
 */
final class QualityHold {
  /**
   * One minute, in which every beat of the window is a new one: the quality of a heart with an
   * early beat now and then rises and falls with each of them.
   */
  private static final int STEPS_AFTER_EARLY_BEATS = 12;

  private boolean held;
  private boolean early;

  /** Steps in a row with a quality that is good enough. */
  private int good;

  /**
   * Takes the quality of the next step.
   *
   * @return whether pacing holds now
   */
  boolean step(WindowQuality quality) {
    good = quality.q() >= WindowQuality.RELEASE_FROM ? good + 1 : 0;
    if (quality.holds()) {
      held = true;
      good = 0;
      early |= !poorSignal(quality);
    } else if (good >= (early ? STEPS_AFTER_EARLY_BEATS : 1)) {
      held = false;
      early = false;
    }
    return held;
  }

  /** Why it holds, as a clause for the person; empty while it does not. */
  Optional<String> why(WindowQuality quality) {
    if (!held) {
      return Optional.empty();
    }
    if (quality.longestHoleSeconds() > WindowQuality.LONGEST_HOLE_SECONDS) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "no usable signal for %.0f s of the last minute; see that the sensor sits well",
              quality.longestHoleSeconds()));
    }
    if (quality.irregular()) {
      return Optional.of("the time between your beats is too irregular to measure its variability");
    }
    if (!poorSignal(quality)) {
      return Optional.of(
          "some of your beats came early, so their variability says little now; the sensor sits"
              + " well");
    }
    boolean back = quality.q() >= WindowQuality.HOLD_BELOW;
    return Optional.of(
        (back ? "the signal is getting better" : "the signal is too poor")
            + String.format(
                Locale.ROOT,
                " (quality %.0f %%, needed %.0f %%); see that the sensor sits well",
                Math.floor(100 * quality.q()),
                100 * WindowQuality.RELEASE_FROM));
  }

  /**
   * Whether it holds and the sensor is the reason; early beats and the rhythm are not its fault.
   */
  boolean poorSignal(WindowQuality quality) {
    boolean hole = quality.longestHoleSeconds() > WindowQuality.LONGEST_HOLE_SECONDS;
    return held
        && (hole || (!quality.irregular() && quality.qOfSignal() < WindowQuality.RELEASE_FROM));
  }
}
