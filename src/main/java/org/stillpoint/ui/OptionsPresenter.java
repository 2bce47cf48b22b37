package org.stillpoint.ui;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.stillpoint.session.Pacing;
import org.stillpoint.session.Posture;
import org.stillpoint.session.SessionOptions;
import org.stillpoint.session.WhenDrowsy;

/** Words for how a session is conducted. */
final class OptionsPresenter {
  private OptionsPresenter() {}

  /** All of it in a line. */
  static String summary(SessionOptions o) {
    return String.join(
        " · ",
        List.of(
            o.posture() == Posture.LYING ? "Lying" : "Sitting",
            o.pacing() == Pacing.ADAPTIVE ? "follows you" : "as written",
            switch (o.whenDrowsy()) {
              case CALL -> "gentle call";
              case DRIFT -> "drifting allowed";
              case BEDTIME -> "bedtime";
            },
            pacer(o)));
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

  /** A rate as short as it can be said. */
  static String rate(double perMinute) {
    return perMinute == Math.rint(perMinute)
        ? String.format(Locale.ROOT, "%.0f", perMinute)
        : String.format(Locale.ROOT, "%.1f", perMinute);
  }

  static String explained(Pacing pacing) {
    return pacing == Pacing.ADAPTIVE
        ? "Silences, cues and voice follow what is measured; the end stays where it is."
        : "The script as written; what would have been done is only noted.";
  }

  static String explained(WhenDrowsy whenDrowsy) {
    return switch (whenDrowsy) {
      case CALL -> "You are called gently, at most twice.";
      case DRIFT -> "Nothing is done; the return wakes you.";
      case BEDTIME -> "Nothing more is said once you sleep, and nobody calls you back.";
    };
  }

  /** What the pacer does, or that it can still be switched on. */
  static String explained(SessionOptions o) {
    if (!o.pacer()) {
      return "You can start it at any time in a guided part, unless the programme has its own.";
    }
    String to =
        o.targetPerMinute().isPresent()
            ? rate(o.targetPerMinute().getAsDouble()) + " breaths a minute"
            : "your measured resonance rate, or 6 a minute before it is known";
    return "It leads slowly to " + to + ". Breathe as is easy; nobody holds their breath.";
  }
}
