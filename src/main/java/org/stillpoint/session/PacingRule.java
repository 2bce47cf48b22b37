package org.stillpoint.session;

import java.util.ArrayDeque;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Decides from the index how the script is paced: looks every 30 s, acts only when two looks agree,
 * leaves at least 90 s between two changes and ignores changes within 5 points of the index at
 * which it last acted. A signal that cannot be trusted is answered at once, by holding. Product
 * decisions, open to better evidence. A pure state machine: values and time in, decisions out.
 */
final class PacingRule {
  /** Time between two looks. */
  static final double LOOK_SECONDS = 30;

  static final double LEAST_FACTOR = 0.7;
  static final double MOST_FACTOR = 1.6;

  private static final double DWELL_SECONDS = 90;
  private static final double TREND_SECONDS = 90;
  private static final double DEAD_BAND = 5;
  private static final double DEEP_INDEX = 60;
  private static final double DEEPENING = 5;
  private static final double UNSETTLING = -8;
  private static final double LONGER = 1.10;
  private static final double SHORTER = 0.85;

  private record Reading(double seconds, double index) {}

  private final ArrayDeque<Reading> readings = new ArrayDeque<>();
  private PacingState state = PacingState.NOMINAL;
  private double factor = 1;
  private double actedAtIndex;
  private double actedAtSeconds = Double.NEGATIVE_INFINITY;
  private @Nullable PacingState lastWish;

  /** Takes an index that is live. */
  void reading(double seconds, double index) {
    readings.add(new Reading(seconds, index));
    while (readings.getFirst().seconds < seconds - 2 * TREND_SECONDS) {
      readings.remove();
    }
  }

  /** Forgets the readings so far: they do not compare with those to come. */
  void forgetTrend() {
    readings.clear();
  }

  /**
   * Looks at the index.
   *
   * @param seconds session time
   * @param index the index if it is live
   * @param whyNot why it is not, in words; used when it is absent
   */
  Decision look(double seconds, OptionalDouble index, String whyNot) {
    if (index.isEmpty()) {
      return hold(seconds, whyNot);
    }
    double now = index.getAsDouble();
    OptionalDouble change = change(seconds, now);
    PacingState wish = wish(now, change);
    boolean agreed = wish == lastWish;
    lastWish = wish;
    boolean renewed = wish == state && wish == PacingState.DEEPEN && now > actedAtIndex + DEAD_BAND;
    boolean renewable = renewed && deepening(now, change) && factor < MOST_FACTOR;
    boolean leavingHold = state == PacingState.HOLD;
    if (leavingHold) {
      state = PacingState.NOMINAL;
    }
    if (wish == state && !renewable) {
      return decision(seconds, leavingHold, describe(now, change));
    }
    if (!agreed) {
      String waiting = ", waiting for a second look before a change";
      return decision(seconds, leavingHold, describe(now, change) + waiting);
    }
    if (seconds - actedAtSeconds < DWELL_SECONDS) {
      String waiting = ", too soon after the last change for another";
      return decision(seconds, leavingHold, describe(now, change) + waiting);
    }
    act(wish, seconds, now);
    return decision(seconds, true, describe(now, change));
  }

  private void act(PacingState wish, double seconds, double index) {
    factor =
        switch (wish) {
          case DEEPEN -> Math.min(MOST_FACTOR, Math.max(1, factor) * LONGER);
          case SUPPORT -> Math.max(LEAST_FACTOR, Math.min(1, factor) * SHORTER);
          case NOMINAL, HOLD -> 1;
        };
    state = wish;
    actedAtIndex = index;
    actedAtSeconds = seconds;
  }

  private Decision hold(double seconds, String whyNot) {
    boolean changed = state != PacingState.HOLD;
    state = PacingState.HOLD;
    factor = 1;
    lastWish = null;
    return decision(seconds, changed, "script as written, nothing adapted: " + whyNot);
  }

  private PacingState wish(double now, OptionalDouble change) {
    if (change.isPresent() && change.getAsDouble() <= UNSETTLING) {
      return PacingState.SUPPORT;
    }
    if (deepening(now, change)) {
      return PacingState.DEEPEN;
    }
    if (state == PacingState.DEEPEN && now >= actedAtIndex - DEAD_BAND) {
      return PacingState.DEEPEN;
    }
    if (state == PacingState.SUPPORT && now <= actedAtIndex + DEAD_BAND) {
      return PacingState.SUPPORT;
    }
    return PacingState.NOMINAL;
  }

  private static boolean deepening(double now, OptionalDouble change) {
    return now >= DEEP_INDEX && change.isPresent() && change.getAsDouble() >= DEEPENING;
  }

  /** Change against the reading 90 s ago, absent when there was none. */
  private OptionalDouble change(double seconds, double now) {
    for (Reading r : readings) {
      double age = seconds - r.seconds;
      if (Math.abs(age - TREND_SECONDS) < 3) {
        return OptionalDouble.of(now - r.index);
      }
    }
    return OptionalDouble.empty();
  }

  private Decision decision(double seconds, boolean changed, String reason) {
    return new Decision(seconds, state, changed, factor, reason);
  }

  private String describe(double now, OptionalDouble change) {
    String pacing =
        switch (state) {
          case DEEPEN ->
              String.format(
                  Locale.ROOT,
                  "silences %.0f %% longer and optional cues left out",
                  (factor - 1) * 100);
          case SUPPORT ->
              String.format(
                  Locale.ROOT,
                  "silences %.0f %% shorter, with points of contact and leave to move",
                  (1 - factor) * 100);
          case NOMINAL, HOLD -> "script as written";
        };
    return pacing + ": " + indexWords(now, change);
  }

  private static String indexWords(double now, OptionalDouble change) {
    String index = String.format(Locale.ROOT, "index %.0f", now);
    if (change.isEmpty()) {
      return index + ", its trend not yet known";
    }
    double points = change.getAsDouble();
    long rounded = Math.round(Math.abs(points));
    if (rounded == 0) {
      return index + ", steady for 90 s";
    }
    return index + (points > 0 ? ", up " : ", down ") + rounded + " in 90 s";
  }
}
