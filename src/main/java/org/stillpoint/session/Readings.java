package org.stillpoint.session;

import java.util.ArrayDeque;
import java.util.OptionalDouble;
import org.stillpoint.relax.IndexFormula;

/** The values of the last minutes, one every five seconds; some can be missing. */
final class Readings {
  /** A reading this close to a moment counts as taken then. */
  private static final double NEAR_SECONDS = 3;

  private record Reading(double seconds, double value) {}

  private final ArrayDeque<Reading> readings = new ArrayDeque<>();
  private final double keptSeconds;

  /** Keeps readings that are not older than this. */
  Readings(double keptSeconds) {
    this.keptSeconds = keptSeconds + NEAR_SECONDS;
  }

  void add(double seconds, double value) {
    readings.add(new Reading(seconds, value));
    while (readings.getFirst().seconds < seconds - keptSeconds) {
      readings.remove();
    }
  }

  void clear() {
    readings.clear();
  }

  /** Change since {@code agoSeconds} ago; absent without a reading from that time. */
  OptionalDouble change(double seconds, double now, double agoSeconds) {
    for (Reading r : readings) {
      if (Math.abs(seconds - r.seconds - agoSeconds) < NEAR_SECONDS) {
        return OptionalDouble.of(now - r.value);
      }
    }
    return OptionalDouble.empty();
  }

  /**
   * Whether the readings cover the last {@code lengthSeconds} and none of them is further than
   * {@code within} from the present value.
   */
  boolean steady(double seconds, double now, double lengthSeconds, double within) {
    long inside = 0;
    for (Reading r : readings) {
      if (seconds - r.seconds <= lengthSeconds) {
        if (Math.abs(r.value - now) > within) {
          return false;
        }
        inside++;
      }
    }
    boolean reachesBack = change(seconds, now, lengthSeconds).isPresent();
    return reachesBack && inside >= 0.9 * lengthSeconds / IndexFormula.STEP_SECONDS;
  }
}
