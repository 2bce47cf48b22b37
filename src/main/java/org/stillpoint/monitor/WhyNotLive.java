package org.stillpoint.monitor;

import java.util.Locale;
import java.util.Optional;
import org.stillpoint.rr.WindowQuality;

/** The reason why pacing cannot follow the signal, in words for the person. */
final class WhyNotLive {
  private WhyNotLive() {}

  /** The reason as a clause; empty when the signal is good enough. */
  static Optional<String> of(WindowQuality quality) {
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
    return quality.live()
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "the signal is too poor (quality %.2f, below 0.90); see that the sensor sits well",
                quality.q()));
  }

  /** Whether the sensor is the reason; an irregular rhythm is not its fault. */
  static boolean poorSignal(WindowQuality quality) {
    return !quality.live() && !quality.irregular();
  }
}
