package org.stillpoint.monitor;

import java.util.Locale;
import java.util.Optional;
import org.stillpoint.rr.WindowQuality;

/** Why a signal is not good enough to be followed, in words for the person. */
final class WhyNotLive {
  private WhyNotLive() {}

  /** The reason; empty when the signal is good enough. */
  static Optional<String> of(WindowQuality quality) {
    if (quality.longestHoleSeconds() > WindowQuality.LONGEST_HOLE_SECONDS) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "no usable signal for %.0f s of the last minute; see that the sensor sits well",
              quality.longestHoleSeconds()));
    }
    if (quality.irregular()) {
      return Optional.of(
          "the time between the beats is too irregular for its variability to be measured");
    }
    return quality.live()
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "signal quality %.2f is below 0.90; see that the sensor sits well",
                quality.q()));
  }

  /** Whether the sensor is to blame; a rhythm that is irregular is none of its faults. */
  static boolean poorSignal(WindowQuality quality) {
    return !quality.live() && !quality.irregular();
  }
}
