package org.stillpoint.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import org.stillpoint.participant.Family;

/**
 * What the control loop promises, and whether a trial shows that the promises are kept. Pure
 * functions.
 */
public final class Targets {
  private static final double MOST_END_ERROR_SECONDS = 15;
  private static final double MOST_POINTS = 5;
  private static final double UNEASY = 45;
  private static final double SETTLED = 60;
  private static final double NEARLY_ALL = 0.95;

  private Targets() {}

  /**
   * A target for one figure.
   *
   * @param name its name in camel case
   * @param wanted what the figure should be, in words
   * @param figure what it is
   * @param reached whether the target is reached
   */
  public record Target(String name, String wanted, double figure, boolean reached) {}

  /** All targets, in order. */
  public static List<Target> of(TrialResult result) {
    List<Target> targets = new ArrayList<>();
    int broken = result.boundsBroken();
    targets.add(new Target("boundsBroken", "0", broken, broken == 0));
    double end = result.maxEndErrorSeconds();
    targets.add(most("maxEndErrorSeconds", end, MOST_END_ERROR_SECONDS));
    for (Arm arm : List.of(Arm.ADAPTIVE, Arm.FIXED)) {
      breathing(result, arm, targets);
      double[] worsener = ends(result, Family.WORSENER, arm);
      targets.add(nearlyAll("worsenerBelow45", arm, share(worsener, v -> v < UNEASY)));
      double[] responder = ends(result, Family.RESPONDER, arm);
      targets.add(nearlyAll("responderAbove60", arm, share(responder, v -> v > SETTLED)));
    }
    better(result, Arm.FIXED, targets);
    for (Family family : Family.values()) {
      Estimate difference =
          result.difference(family, Arm.ADAPTIVE, Arm.FIXED, Figures::meanArousal);
      targets.add(
          new Target(
              "adaptiveNotWorse." + family.word(),
              "arousal not above fixed",
              difference.mean(),
              !difference.positive()));
    }
    return targets;
  }

  private static void breathing(TrialResult result, Arm arm, List<Target> targets) {
    double[] ends = result.twinDifferences(arm);
    double mean = Math.abs(Estimate.of(ends).mean());
    targets.add(most("breathOnlyMeanPoints." + arm.word(), mean, MOST_POINTS));
    targets.add(
        nearlyAll("breathOnlyWithin5AtEnd", arm, share(ends, v -> Math.abs(v) < MOST_POINTS)));
    targets.add(
        nearlyAll(
            "breathOnlyWithin5Always",
            arm,
            share(result.twinDistances(arm), v -> v < MOST_POINTS)));
  }

  private static void better(TrialResult result, Arm against, List<Target> targets) {
    Estimate difference =
        result.difference(Family.RESPONDER, Arm.ADAPTIVE, against, Figures::meanArousal);
    targets.add(
        new Target(
            "responderAdaptiveBetterThan." + against.word(),
            "arousal surely below " + against.word(),
            difference.mean(),
            difference.negative()));
  }

  private static double[] ends(TrialResult result, Family family, Arm arm) {
    return result.of(family, arm).stream().mapToDouble(Figures::indexAtEnd).toArray();
  }

  /**
   * Share of the values that pass, 0 to 1; an absent value, NaN, does not pass. NaN without values.
   */
  static double share(double[] values, DoublePredicate passes) {
    return values.length == 0
        ? Double.NaN
        : (double) Arrays.stream(values).filter(passes).count() / values.length;
  }

  private static Target most(String name, double figure, double limit) {
    return new Target(name, "at most " + (int) limit, figure, figure <= limit);
  }

  private static Target nearlyAll(String name, Arm arm, double share) {
    return new Target(
        name + "." + arm.word(), "share at least " + NEARLY_ALL, share, share >= NEARLY_ALL);
  }
}
