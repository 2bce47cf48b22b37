package org.stillpoint.session;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.stillpoint.programme.Pacer;
import org.stillpoint.programme.ProgrammeKind;
import org.stillpoint.programme.Role;
import org.stillpoint.programme.Script;
import org.stillpoint.programme.ScriptStage;

/**
 * Decides when the breath pacer leads and to which rate, from the script and from what the person
 * asks for.
 */
final class PacerLead {
  /**
   * A usual rate at rest, breaths a minute, for when the person's own was never clear. The pacer
   * then does not begin too slowly.
   */
  private static final double USUAL_AT_REST = 13;

  private static final int SHORT_SESSION_MINUTES = 10;

  private final Script script;
  private final SessionOptions options;
  private final SessionListener out;
  private final List<Double> ownRates = new ArrayList<>();
  private boolean wanted;
  private boolean dropped;
  private @Nullable ScriptStage stage;
  private @Nullable BreathPacer pacer;
  private double breathEnd;

  PacerLead(Script script, SessionOptions options, SessionListener out) {
    this.script = script;
    this.options = options;
    this.out = out;
    this.wanted = options.pacer();
  }

  /** A stage begins. */
  void stage(double seconds, @Nullable ScriptStage now) {
    stage = now;
    Pacer asked = now == null ? null : now.pacer();
    if (asked != null && script.kind() == ProgrammeKind.ASSESSMENT) {
      pacer =
          BreathPacer.steady(
              asked.breathsPerMinute(), options.inhaleShare(), Math.max(seconds, breathEnd));
      out.pacer(seconds, OptionalDouble.of(asked.breathsPerMinute()), "the next rate to try");
    } else if (asked != null || (wanted && guided())) {
      lead(seconds, asked == null ? "as you chose" : "this part of the session uses it");
    } else {
      fallSilent(seconds, "this part of the session does not use it");
    }
  }

  private boolean guided() {
    return stage != null && stage.role() == Role.GUIDED;
  }

  private void lead(double seconds, String why) {
    if (leading()) {
      return;
    }
    Pacer asked = stage == null ? null : stage.pacer();
    boolean exactly = asked != null && asked.target() == Pacer.PacerTarget.RATE;
    double otherwise = asked == null ? Pacer.USUAL_RESONANCE : asked.breathsPerMinute();
    PacerSettings settings =
        exactly ? new PacerSettings(otherwise, options.inhaleShare()) : options.breath(otherwise);
    BreathPacer fresh =
        new BreathPacer(
            settings,
            Math.max(seconds, breathEnd),
            ownPerMinute(),
            script.minutes() <= SHORT_SESSION_MINUTES);
    pacer = fresh;
    out.pacer(seconds, OptionalDouble.of(fresh.perMinute()), why);
  }

  private double ownPerMinute() {
    if (ownRates.isEmpty()) {
      return USUAL_AT_REST;
    }
    List<Double> sorted = ownRates.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private void fallSilent(double seconds, String why) {
    BreathPacer known = pacer;
    pacer = null;
    if (known != null && known.on()) {
      out.pacer(seconds, OptionalDouble.empty(), why);
    }
  }

  /** Whether it leads now. */
  boolean leading() {
    return pacer != null && pacer.on();
  }

  /** When the next breath begins; infinite when no pacer leads. */
  double dueSeconds() {
    return pacer == null ? Double.POSITIVE_INFINITY : pacer.dueSeconds();
  }

  /** Begins the breath that is due. */
  void breathe() {
    if (pacer != null) {
      pacer
          .next(pacer.dueSeconds())
          .ifPresent(
              breath -> {
                breathEnd = breath.seconds() + breath.lengthSeconds();
                out.breath(breath);
              });
    }
  }

  /**
   * Takes the measured breathing rate of the last minute; absent when it is not clear.
   *
   * @return whether the pacer falls silent now, because it was not followed
   */
  boolean measured(double seconds, OptionalDouble breathsPerMinute) {
    if (stage != null && stage.role() == Role.BASELINE) {
      breathsPerMinute.ifPresent(ownRates::add);
    }
    BreathPacer known = pacer;
    if (known != null && known.on()) {
      boolean eased = known.eased();
      known.measured(seconds, breathsPerMinute);
      tell(seconds, known, eased, "your breathing did not follow it");
      dropped |= !known.on();
      return !known.on();
    }
    return false;
  }

  private void tell(double seconds, BreathPacer known, boolean eased, String why) {
    if (!known.on()) {
      wanted = false;
      out.pacer(seconds, OptionalDouble.empty(), why);
    } else if (known.eased() && !eased) {
      out.pacer(seconds, OptionalDouble.of(known.perMinute()), why);
    }
  }

  /** The person asks for the pacer. */
  void on(double seconds) {
    if (script.kind() != ProgrammeKind.ASSESSMENT) {
      wanted = true;
      if (guided()) {
        lead(seconds, "as you asked");
      }
    }
  }

  /** Switches the pacer off until the person asks for it. */
  void off(double seconds, String why) {
    wanted = false;
    fallSilent(seconds, why);
  }

  /** The person finds it too slow; in an assessment this ends the rate. */
  void tooSlow(double seconds) {
    BreathPacer known = pacer;
    if (known == null || !known.on()) {
      return;
    }
    if (script.kind() == ProgrammeKind.ASSESSMENT) {
      fallSilent(seconds, "this rate was too slow for you");
      return;
    }
    boolean eased = known.eased();
    known.tooSlow(seconds);
    tell(seconds, known, eased, "it was too slow for you");
  }

  /** Whether the person can switch it on now: this part is guided and no pacer leads. */
  boolean free() {
    return guided() && !leading() && script.kind() != ProgrammeKind.ASSESSMENT;
  }

  /** Whether it can be offered to a person who has not asked for it and has not let it go. */
  boolean canBeOffered() {
    return free() && !wanted && !dropped;
  }

  /**
   * How long the pacer has not been followed, in seconds; 0 without a pacer or when it is not
   * known.
   */
  double unfollowedSeconds(double seconds) {
    return pacer == null ? 0 : pacer.unfollowedSeconds(seconds);
  }
}
