package org.stillpoint.session;

import java.util.ArrayDeque;
import java.util.OptionalDouble;
import org.stillpoint.relax.IndexFormula;

/** A value every five seconds, of the last minutes; some may be missing. */
final class Readings {
  /** A reading this near to a moment stands for it. */
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

  /** Change from so long ago to now; absent when there was no reading then. */
  OptionalDouble change(double seconds, double now, double agoSeconds) {
    for (Reading r : readings) {
      if (Math.abs(seconds - r.seconds - agoSeconds) < NEAR_SECONDS) {
        return OptionalDouble.of(now - r.value);
      }
    }
    return OptionalDouble.empty();
  }

  /** Whether all of the time before is known and nothing in it is further from now than so much. */
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
