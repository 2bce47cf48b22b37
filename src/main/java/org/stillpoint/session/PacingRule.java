package org.stillpoint.session;

import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.stillpoint.session.Decision.Remark;

/**
 * Decides from the index and the heart rate how the script is paced. It looks every 30 s. To deepen
 * or to vary, two looks in a row must agree and 90 s must have passed since the last change, and
 * changes within 5 points of the index at which it last acted are ignored. Support never waits for
 * that: it begins when the index stays low for a minute, when it falls quickly while the heart is
 * faster than at the start, or when the heart stays well above its start. It lasts until the person
 * is back or five minutes have passed; then it can begin again. If the signal cannot be trusted, it
 * holds at once. The numbers are product decisions, open to better evidence. A pure state machine:
 * values and time in, decisions out.
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
  private static final double VARY_FROM_INDEX = 40;

  /** At most this index for a minute needs support. */
  private static final double LOW_INDEX = 38;

  private static final double LOW_SECONDS = 60;

  /** A fall of this much in 90 s needs support from below this index. */
  private static final double UNSETTLING = -8;

  private static final double UNSETTLED_INDEX = 47;

  /**
   * Such a fall counts only if the heart is faster than at the start by this much, per minute: by
   * chance alone variability lets the index fall as far.
   */
  private static final double FASTER_PER_MINUTE = 3;

  /** A heart rate so far above the start, per minute, for a minute, needs support. */
  private static final double RAISED_PER_MINUTE = 8;

  private static final double RAISED_SECONDS = 60;

  /** Above this index the person is back. */
  private static final double BACK_INDEX = 43;

  /** Long enough to say what holds the person and that they may move. */
  private static final double LEAST_SUPPORT_SECONDS = 30;

  private static final double MOST_SUPPORT_SECONDS = 300;

  /** After this long with a poor signal the person is asked to see to the sensor. */
  private static final double ADVICE_SECONDS = 60;

  private static final double NO_ADVICE_AGAIN_SECONDS = 180;

  private final Readings readings = new Readings(FLAT_SECONDS);
  private PacingState state = PacingState.NOMINAL;
  private Gains gains = Gains.AS_WRITTEN;
  private double actedAtIndex;
  private double actedAtSeconds = Double.NEGATIVE_INFINITY;
  private double supportedSince;
  private double lowSince = Double.NaN;
  private double raisedSince = Double.NaN;
  private @Nullable PacingState lastWish;
  private double heldSince = Double.NaN;
  private double advisedSeconds = Double.NEGATIVE_INFINITY;
  private int advice;
  private boolean noBaselineTold;

  /** Takes what is known at a step, between the looks as well. */
  void step(Measured now) {
    now.index().ifPresent(index -> readings.add(now.seconds(), index));
    boolean low = now.index().isPresent() && now.index().getAsDouble() <= LOW_INDEX;
    lowSince = since(low, lowSince, now.seconds());
    boolean raised = now.aboveStart().orElse(0) >= RAISED_PER_MINUTE;
    raisedSince = since(raised, raisedSince, now.seconds());
  }

  /** Since when something is so without a break; NaN when it is not so. */
  private static double since(boolean is, double before, double seconds) {
    if (!is) {
      return Double.NaN;
    }
    return Double.isNaN(before) ? seconds : before;
  }

  /** Forgets the readings so far: they cannot be compared with those to come. */
  void forgetTrend() {
    readings.clear();
    lowSince = Double.NaN;
    raisedSince = Double.NaN;
  }

  /** Plays the script as written from now on; the next adaptation waits as after any other. */
  void asWritten(double seconds) {
    become(PacingState.NOMINAL, seconds);
  }

  /** Supports the person from now on, because a question was not answered. */
  Decision support(double seconds, String why) {
    become(PacingState.SUPPORT, seconds);
    return decision(seconds, true, why);
  }

  private void become(PacingState next, double seconds) {
    state = next;
    gains =
        switch (next) {
          case DEEPEN -> gains.deeper();
          case SUPPORT -> Gains.SUPPORTING;
          default -> Gains.AS_WRITTEN;
        };
    supportedSince = seconds;
    actedAtSeconds = seconds;
    lastWish = null;
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
    double seconds = now.seconds();
    double index = now.index().getAsDouble();
    OptionalDouble change = readings.change(seconds, index, TREND_SECONDS);
    boolean uneasy = unsettling(now, index, change) || isLow(seconds) || raised(seconds);
    String figures = figures(now, index, change);
    if (state == PacingState.SUPPORT) {
      return supported(seconds, index, uneasy, figures);
    }
    if (uneasy) {
      become(PacingState.SUPPORT, seconds);
      return decision(seconds, true, figures);
    }
    return adapt(seconds, index, change, canVary, figures);
  }

  /** The next decision while the person is supported. */
  private Decision supported(double seconds, double index, boolean uneasy, String figures) {
    double supported = seconds - supportedSince;
    boolean over = supported >= MOST_SUPPORT_SECONDS;
    boolean back = index > BACK_INDEX && supported >= LEAST_SUPPORT_SECONDS;
    if (uneasy && over) {
      become(PacingState.SUPPORT, seconds);
      return decision(seconds, true, figures);
    }
    if (!uneasy && (over || back)) {
      become(PacingState.NOMINAL, seconds);
      return decision(seconds, true, figures);
    }
    return decision(seconds, false, figures);
  }

  private Decision adapt(
      double seconds, double index, OptionalDouble change, boolean canVary, String figures) {
    boolean over = state == PacingState.HOLD || state == PacingState.VARY;
    if (over) {
      state = PacingState.NOMINAL;
    }
    PacingState wish = wish(seconds, index, change, canVary);
    boolean agreed = wish == lastWish;
    lastWish = wish;
    if (wish == state && !renewed(index, change)) {
      return decision(seconds, over, figures);
    }
    if (!agreed) {
      return decision(seconds, over, figures + "; a change waits for a second look");
    }
    if (seconds - actedAtSeconds < DWELL_SECONDS) {
      return decision(seconds, over, figures + "; it is too soon for another change");
    }
    become(wish, seconds);
    lastWish = wish;
    actedAtIndex = index;
    boolean flat = wish == PacingState.VARY;
    String unchanged = String.format(Locale.ROOT, "index %.0f for three minutes", index);
    return decision(seconds, true, flat ? unchanged : figures);
  }

  /** Whether to go deeper once more: the index has moved further in the same direction. */
  private boolean renewed(double index, OptionalDouble change) {
    return state == PacingState.DEEPEN
        && index > actedAtIndex + DEAD_BAND
        && deepening(index, change)
        && gains.canDeepen();
  }

  private PacingState wish(double seconds, double now, OptionalDouble change, boolean canVary) {
    if (deepening(now, change)) {
      return PacingState.DEEPEN;
    }
    if (state == PacingState.DEEPEN && now >= actedAtIndex - DEAD_BAND) {
      return PacingState.DEEPEN;
    }
    boolean flat =
        now < DEEP_INDEX
            && now >= VARY_FROM_INDEX
            && readings.steady(seconds, now, FLAT_SECONDS, DEAD_BAND);
    return flat && canVary ? PacingState.VARY : PacingState.NOMINAL;
  }

  private static boolean deepening(double now, OptionalDouble change) {
    return now >= DEEP_INDEX && change.isPresent() && change.getAsDouble() >= DEEPENING;
  }

  private static boolean unsettling(Measured now, double index, OptionalDouble change) {
    return index < UNSETTLED_INDEX
        && change.isPresent()
        && change.getAsDouble() <= UNSETTLING
        && now.aboveStart().orElse(0) >= FASTER_PER_MINUTE;
  }

  private boolean isLow(double seconds) {
    return seconds - lowSince >= LOW_SECONDS; // false when it is not low
  }

  private boolean raised(double seconds) {
    return seconds - raisedSince >= RAISED_SECONDS; // false when it is not raised
  }

  private Decision hold(Measured now) {
    boolean changed = state != PacingState.HOLD;
    state = PacingState.HOLD;
    gains = Gains.AS_WRITTEN;
    lastWish = null;
    if (Double.isNaN(heldSince)) {
      heldSince = now.seconds();
    }
    return decision(now.seconds(), changed, now.whyNot()).with(advice(now));
  }

  private Remark advice(Measured now) {
    if (now.hopeless()) {
      boolean first = !noBaselineTold;
      noBaselineTold = true;
      return first ? Remark.NO_BASELINE : Remark.NONE;
    }
    double seconds = now.seconds();
    boolean due = now.poorSignal() && seconds - heldSince >= ADVICE_SECONDS;
    if (!due
        || seconds - advisedSeconds < NO_ADVICE_AGAIN_SECONDS
        || advice > Decision.MOST_ADVICE) {
      return Remark.NONE;
    }
    advisedSeconds = seconds;
    advice++;
    return advice > Decision.MOST_ADVICE ? Remark.WITHOUT_SENSOR : Remark.SENSOR;
  }

  private Decision decision(double seconds, boolean changed, String why) {
    String reason = meaning(changed) + ". " + capital(why);
    return changed
        ? Decision.change(seconds, state, gains, reason)
        : Decision.keep(seconds, state, gains, reason);
  }

  private static String capital(String sentence) {
    return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }

  /** What the decision means to the person. */
  private String meaning(boolean changed) {
    return switch (state) {
      case DEEPEN ->
          changed
              ? "you seem to be settling, so the pauses grow a little and the voice softens"
              : "you are settled, so the pauses stay longer and the voice softer";
      case SUPPORT ->
          changed
              ? "this does not seem easy for you just now, so the pauses become shorter, and you are"
                  + " reminded of what holds you and that you may move"
              : "it still does not seem easy, so you go on being reminded of what holds you and that"
                  + " you may move";
      case VARY -> "nothing has changed for a while, so your attention is led to something else";
      case HOLD -> "nothing is adapted for now, the session goes on as written";
      default -> "the session goes on as written";
    };
  }

  private String figures(Measured now, double index, OptionalDouble change) {
    String figures = String.format(Locale.ROOT, "index %.0f", index);
    if (state == PacingState.SUPPORT || raised(now.seconds())) {
      double above = now.aboveStart().orElse(0);
      if (above >= RAISED_PER_MINUTE) {
        figures += String.format(Locale.ROOT, ", heart rate %.0f above your start", above);
      }
    }
    if (change.isEmpty()) {
      return figures;
    }
    double points = change.getAsDouble();
    long rounded = Math.round(Math.abs(points));
    if (rounded == 0) {
      return figures + ", steady for 90 s";
    }
    return figures + (points > 0 ? ", up " : ", down ") + rounded + " in 90 s";
  }
}
