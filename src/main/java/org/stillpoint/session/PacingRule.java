package org.stillpoint.session;

import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.stillpoint.session.Decision.Remark;

/**
 * Decides from the index how the script is paced. It looks every 30 s, acts only when two looks in
 * a row agree, leaves at least 90 s between two changes, and ignores changes within 5 points of the
 * index at which it last acted. If the signal cannot be trusted, it holds at once. The numbers are
 * product decisions, open to better evidence. A pure state machine: values and time in, decisions
 * out.
 */
final class PacingRule {
  /** Time between two looks. */
  static final double LOOK_SECONDS = 30;

  private static final double DWELL_SECONDS = 90;
  private static final double TREND_SECONDS = 90;
  private static final double FLAT_SECONDS = 180;
  private static final double DEAD_BAND = 5;
  private static final double DEEP_INDEX = 60;
  private static final double DEEPENING = 5;
  private static final double UNSETTLING = -8;

  /** After this long with a poor signal the person is asked to see to the sensor. */
  private static final double ADVICE_SECONDS = 60;

  private static final double NO_ADVICE_AGAIN_SECONDS = 180;

  private final Readings readings = new Readings(FLAT_SECONDS);
  private PacingState state = PacingState.NOMINAL;
  private Gains gains = Gains.AS_WRITTEN;
  private double actedAtIndex;
  private double actedAtSeconds = Double.NEGATIVE_INFINITY;
  private @Nullable PacingState lastWish;
  private double heldSince = Double.NaN;
  private double advisedSeconds = Double.NEGATIVE_INFINITY;
  private boolean noBaselineTold;

  /** Takes an index that pacing may follow. */
  void reading(double seconds, double index) {
    readings.add(seconds, index);
  }

  /** Forgets the readings so far: they cannot be compared with those to come. */
  void forgetTrend() {
    readings.clear();
  }

  /** Plays the script as written from now on; the next change waits as it does after any other. */
  void asWritten(double seconds) {
    state = PacingState.NOMINAL;
    gains = Gains.AS_WRITTEN;
    lastWish = null;
    actedAtSeconds = seconds;
  }

  /**
   * Looks at the index.
   *
   * @param now what is known
   * @param canVary whether the stage still has a change of modality to give
   */
  Decision look(Measured now, boolean canVary) {
    if (now.index().isEmpty()) {
      return hold(now);
    }
    heldSince = Double.NaN;
    double index = now.index().getAsDouble();
    OptionalDouble change = readings.change(now.seconds(), index, TREND_SECONDS);
    boolean over = state == PacingState.HOLD || state == PacingState.VARY;
    if (over) {
      state = PacingState.NOMINAL;
    }
    PacingState wish = wish(now.seconds(), index, change, canVary);
    boolean agreed = wish == lastWish;
    lastWish = wish;
    String why = index(wish, index, change);
    if (wish == state && !renewed(index, change)) {
      return decision(now.seconds(), over, why);
    }
    if (!agreed) {
      return decision(now.seconds(), over, why + ", waiting for a second look before a change");
    }
    if (now.seconds() - actedAtSeconds < DWELL_SECONDS) {
      return decision(now.seconds(), over, why + ", too soon after the last change");
    }
    gains =
        switch (wish) {
          case DEEPEN -> gains.deeper();
          case SUPPORT -> gains.supporting();
          default -> Gains.AS_WRITTEN;
        };
    state = wish;
    actedAtIndex = index;
    actedAtSeconds = now.seconds();
    return decision(now.seconds(), true, why);
  }

  /** Whether to take the same step again: the index has moved further in the same direction. */
  private boolean renewed(double index, OptionalDouble change) {
    return switch (state) {
      case DEEPEN ->
          index > actedAtIndex + DEAD_BAND && deepening(index, change) && gains.canDeepen();
      case SUPPORT -> index < actedAtIndex - DEAD_BAND && unsettling(change) && gains.canSupport();
      default -> false;
    };
  }

  private PacingState wish(double seconds, double now, OptionalDouble change, boolean canVary) {
    if (unsettling(change)) {
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
    boolean flat = now < DEEP_INDEX && readings.steady(seconds, now, FLAT_SECONDS, DEAD_BAND);
    return flat && canVary ? PacingState.VARY : PacingState.NOMINAL;
  }

  private static boolean deepening(double now, OptionalDouble change) {
    return now >= DEEP_INDEX && change.isPresent() && change.getAsDouble() >= DEEPENING;
  }

  private static boolean unsettling(OptionalDouble change) {
    return change.isPresent() && change.getAsDouble() <= UNSETTLING;
  }

  private Decision hold(Measured now) {
    boolean changed = state != PacingState.HOLD;
    state = PacingState.HOLD;
    gains = Gains.AS_WRITTEN;
    lastWish = null;
    if (Double.isNaN(heldSince)) {
      heldSince = now.seconds();
    }
    String reason = "script as written, nothing adapted: " + now.whyNot();
    Decision decision =
        changed
            ? Decision.change(now.seconds(), state, gains, reason)
            : Decision.keep(now.seconds(), state, gains, reason);
    return decision.with(advice(now));
  }

  private Remark advice(Measured now) {
    if (now.hopeless()) {
      boolean first = !noBaselineTold;
      noBaselineTold = true;
      return first ? Remark.NO_BASELINE : Remark.NONE;
    }
    double seconds = now.seconds();
    boolean due = now.poorSignal() && seconds - heldSince >= ADVICE_SECONDS;
    if (due && seconds - advisedSeconds >= NO_ADVICE_AGAIN_SECONDS) {
      advisedSeconds = seconds;
      return Remark.SENSOR;
    }
    return Remark.NONE;
  }

  private Decision decision(double seconds, boolean changed, String why) {
    String reason = what() + ": " + why;
    return changed
        ? Decision.change(seconds, state, gains, reason)
        : Decision.keep(seconds, state, gains, reason);
  }

  private String what() {
    return switch (state) {
      case DEEPEN ->
          String.format(
              Locale.ROOT,
              "silences %.0f %% longer, a softer voice, optional sentences left out",
              (gains.silenceFactor() - 1) * 100);
      case SUPPORT ->
          String.format(
              Locale.ROOT,
              "silences %.0f %% shorter, with points of contact and permission to move",
              (1 - gains.silenceFactor()) * 100);
      case VARY -> "attention led to another sense";
      default -> "script as written";
    };
  }

  private static String index(PacingState wish, double now, OptionalDouble change) {
    String index = String.format(Locale.ROOT, "index %.0f", now);
    if (wish == PacingState.VARY) {
      return index + ", unchanged for three minutes";
    }
    if (change.isEmpty()) {
      return index + ", trend not known yet";
    }
    double points = change.getAsDouble();
    long rounded = Math.round(Math.abs(points));
    if (rounded == 0) {
      return index + ", steady for 90 s";
    }
    return index + (points > 0 ? ", up " : ", down ") + rounded + " in 90 s";
  }
}
