package org.stillpoint.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;
import org.stillpoint.participant.Family;

/**
 * What the control loop promises, and whether a trial shows that the promises are kept. Only what
 * concerns the families that took part is judged. Pure functions.
 */
public final class Targets {
  private static final double MOST_END_ERROR_SECONDS = 15;
  private static final double MOST_POINTS = 5;
  private static final double MOST_MEAN_POINTS = 1;
  private static final double MOST_REPORTED_POINTS = 2;
  private static final double UNEASY = 45;
  private static final double SETTLED = 60;
  private static final double NEARLY_ALL = 0.95;
  private static final double ALL_BUT_FEW = 0.99;
  private static final double FEW = 0.05;
  private static final double SOME = 0.1;
  private static final double CARE_SECONDS = 90;
  private static final double FLARE_SECONDS = 60;
  private static final int MOST_HOLD_CHANGES = 2;

  /** In a shorter session there is no time for what comes over people, and for what follows. */
  private static final int LEAST_CARE_MINUTES = 20;

  private final TrialResult result;
  private final List<Target> targets = new ArrayList<>();

  private Targets(TrialResult result) {
    this.result = result;
  }

  /** What a target is about. */
  public enum Kind {
    /** The bounds of pacing, and what it must not make worse. */
    CONTROL,
    /** What would show that the index is wrong. */
    FALSIFIER,
    /** What is done for a person who needs it, and left alone for one who does not. */
    CARE,
    /** Shown because it is good to know; it may be missed. */
    WATCHED
  }

  /**
   * A target for one figure.
   *
   * @param kind what it is about
   * @param name its name in camel case
   * @param wanted what the figure should be, in words
   * @param figure what it is; NaN if it cannot be told, which is a miss
   * @param reached whether the target is reached
   */
  public record Target(Kind kind, String name, String wanted, double figure, boolean reached) {

    /** Whether a trial fails because of it. */
    public boolean missed() {
      return !reached && kind != Kind.WATCHED;
    }
  }

  /** All targets, in order. */
  public static List<Target> of(TrialResult result) {
    Targets all = new Targets(result);
    all.control();
    all.falsifiers();
    if (result.script().minutes() >= LEAST_CARE_MINUTES) {
      all.care();
    }
    return List.copyOf(all.targets);
  }

  private void control() {
    int broken = result.boundsBroken();
    targets.add(new Target(Kind.CONTROL, "boundsBroken", "0", broken, broken == 0));
    most(Kind.CONTROL, "maxEndErrorSeconds", result.maxEndErrorSeconds(), MOST_END_ERROR_SECONDS);
    for (Family family : Family.values()) {
      if (result.has(family, Arm.FIXED)) {
        Estimate difference =
            result.difference(family, Arm.ADAPTIVE, Arm.FIXED, Figures::meanArousal);
        targets.add(
            new Target(
                Kind.CONTROL,
                "adaptiveNotWorse." + family.word(),
                "arousal not above fixed",
                difference.mean(),
                !difference.positive()));
        if (family == Family.RESPONDER) {
          targets.add(
              new Target(
                  Kind.CONTROL,
                  "adaptiveBetter.responder",
                  "arousal surely below fixed",
                  difference.mean(),
                  difference.negative()));
        }
      }
    }
  }

  private void falsifiers() {
    for (Family family : Family.values()) {
      if (family.twin().isPresent() && result.has(family, Arm.ADAPTIVE)) {
        double[] ends = result.twinDifferences(family, Arm.ADAPTIVE);
        String word = "." + family.word();
        least(
            Kind.FALSIFIER,
            "twinWithin5AtEnd" + word,
            share(ends, v -> Math.abs(v) <= MOST_POINTS),
            NEARLY_ALL);
        most(
            Kind.FALSIFIER,
            "twinMeanPoints" + word,
            Math.abs(Estimate.of(ends).mean()),
            MOST_MEAN_POINTS);
        double[] always = result.twinDistances(family, Arm.ADAPTIVE);
        least(
            Kind.WATCHED,
            "twinWithin5Always" + word,
            share(always, v -> v <= MOST_POINTS),
            NEARLY_ALL);
      }
    }
    for (Arm arm : List.of(Arm.ADAPTIVE, Arm.FIXED)) {
      people(Kind.FALSIFIER, "below45", Family.WORSENER, arm, f -> f.indexAtEnd() < UNEASY);
      people(Kind.FALSIFIER, "above60", Family.RESPONDER, arm, f -> f.indexAtEnd() > SETTLED);
    }
    people(
        Kind.FALSIFIER,
        "reportedAsBefore",
        Family.GETS_UP,
        Arm.ADAPTIVE,
        f -> Math.abs(f.ending().reportedIndex() - f.lastMinute()) <= MOST_REPORTED_POINTS);
    people(Kind.FALSIFIER, "flagged", Family.ARRIVING, Arm.ADAPTIVE, f -> f.ending().arriving());
    rare(Kind.FALSIFIER, "flagged", Family.NULL, f -> f.ending().arriving(), SOME);
  }

  private void care() {
    people(
        "careWithin90s",
        Family.PANIC,
        f ->
            after(f.care().supportSeconds(), begins(f)) <= CARE_SECONDS
                && after(f.care().cuedSeconds(), begins(f)) <= CARE_SECONDS,
        ALL_BUT_FEW);
    people(
        "careInEvery90s",
        Family.PANIC,
        f -> f.care().longestWithoutSeconds() <= CARE_SECONDS,
        ALL_BUT_FEW);
    for (Family family : List.of(Family.SLOW_DECLINE, Family.SLOW_PAIN)) {
      people("supportBefore30", family, Targets::inTime, NEARLY_ALL);
    }
    people(
        "supportWithin60s",
        Family.FLARE,
        f -> after(f.care().supportSeconds(), f.ending().episode().topSeconds()) <= FLARE_SECONDS,
        NEARLY_ALL);
    people("overIn3Minutes", Family.FLARE, f -> f.care().over(), NEARLY_ALL);
    people("oneQuestion", Family.STARTLE, f -> f.care().questions() == 1, NEARLY_ALL);
    people("overIn3Minutes", Family.STARTLE, f -> f.care().over(), NEARLY_ALL);
    people(
        "holdChangesAtMost2",
        Family.ECTOPIC,
        f -> f.care().holdChanges() <= MOST_HOLD_CHANGES,
        NEARLY_ALL);
    rare(Kind.CARE, "supported", Family.NULL, f -> f.care().supports() > 0, FEW);
  }

  private static double begins(Figures figures) {
    return figures.ending().episode().beginsSeconds();
  }

  private static double after(double seconds, double begins) {
    return seconds - begins;
  }

  /** Whether support came before the index had fallen to 30; also true if it never fell so far. */
  private static boolean inTime(Figures figures) {
    double low = figures.care().low30Seconds();
    return Double.isNaN(low) || figures.care().supportSeconds() < low;
  }

  private void people(String name, Family family, Predicate<Figures> passes, double leastShare) {
    if (result.has(family, Arm.ADAPTIVE)) {
      double share = share(result.of(family, Arm.ADAPTIVE), passes);
      least(Kind.CARE, name + "." + family.word(), share, leastShare);
    }
  }

  private void people(Kind kind, String name, Family family, Arm arm, Predicate<Figures> passes) {
    if (result.has(family, arm)) {
      String full = name + "." + family.word() + (arm == Arm.ADAPTIVE ? "" : "." + arm.word());
      least(kind, full, share(result.of(family, arm), passes), NEARLY_ALL);
    }
  }

  private void rare(
      Kind kind, String name, Family family, Predicate<Figures> passes, double mostShare) {
    if (result.has(family, Arm.ADAPTIVE)) {
      double share = share(result.of(family, Arm.ADAPTIVE), passes);
      targets.add(
          new Target(
              kind,
              name + "." + family.word(),
              "share at most " + mostShare,
              share,
              share <= mostShare));
    }
  }

  private static double share(List<Figures> people, Predicate<Figures> passes) {
    return (double) people.stream().filter(passes).count() / people.size();
  }

  /**
   * Share of the values that pass, 0 to 1; an absent value, NaN, does not pass. NaN without values.
   */
  static double share(double[] values, DoublePredicate passes) {
    return values.length == 0
        ? Double.NaN
        : (double) Arrays.stream(values).filter(passes).count() / values.length;
  }

  private void most(Kind kind, String name, double figure, double limit) {
    targets.add(new Target(kind, name, "at most " + (int) limit, figure, figure <= limit));
  }

  private void least(Kind kind, String name, double share, double limit) {
    targets.add(new Target(kind, name, "share at least " + limit, share, share >= limit));
  }
}
