package org.stillpoint.ui;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.stillpoint.programme.Posture;
import org.stillpoint.session.Pacing;
import org.stillpoint.session.SessionOptions;
import org.stillpoint.session.WhenDrowsy;

/** Texts about the session options. Pure functions. */
final class OptionsPresenter {
  private OptionsPresenter() {}

  /** All the options in one line. */
  static String summary(SessionOptions o) {
    return String.join(
        " · ",
        List.of(
            posture(o.posture()),
            o.pacing() == Pacing.ADAPTIVE ? "adapts to you" : "as written",
            switch (o.whenDrowsy()) {
              case CALL -> "gentle call";
              case DRIFT -> "drifting allowed";
              case BEDTIME -> "bedtime";
            },
            pacer(o)));
  }

  private static String posture(Posture posture) {
    return switch (posture) {
      case LYING -> "Lying";
      case SITTING -> "Sitting";
      case SIDE -> "On one side";
    };
  }

  private static String pacer(SessionOptions o) {
    if (!o.pacer()) {
      return "no pacer";
    }
    OptionalDouble target = o.targetPerMinute();
    return target.isPresent()
        ? "pacer to " + rate(target.getAsDouble()) + " a minute"
        : "pacer to your own rate";
  }

  /** A rate per minute, with one decimal only if it needs one. */
  static String rate(double perMinute) {
    return perMinute == Math.rint(perMinute)
        ? String.format(Locale.ROOT, "%.0f", perMinute)
        : String.format(Locale.ROOT, "%.1f", perMinute);
  }

  /** What the pacing does. */
  static String explained(Pacing pacing) {
    return pacing == Pacing.ADAPTIVE
        ? "Silences, cues and voice adapt to what is measured; the end time stays the same."
        : "Nothing is adapted; what would have been adapted is only recorded.";
  }

  /** What is done if the person dozes off. */
  static String explained(WhenDrowsy whenDrowsy) {
    return switch (whenDrowsy) {
      case CALL -> "You are called gently, at most twice.";
      case DRIFT -> "Nothing is done; the return stage wakes you.";
      case BEDTIME -> "Once you are asleep, nothing more is said and nothing wakes you.";
    };
  }

  /** What the breath pacer does, or that it can still be started. */
  static String explained(SessionOptions o) {
    if (!o.pacer()) {
      return "You can start it at any time in a guided part, unless the programme has its own.";
    }
    String to =
        o.targetPerMinute().isPresent()
            ? rate(o.targetPerMinute().getAsDouble()) + " breaths a minute"
            : "your measured resonance rate, or 6 a minute until it is measured";
    return "It leads slowly to " + to + ". Breathe comfortably; do not hold your breath.";
  }
}
