package org.stillpoint.trial;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stillpoint.participant.Family;
import org.stillpoint.programme.Script;

/**
 * The result of a trial. Immutable by agreement: callers must not change the map and the lists.
 *
 * @param script the script that was played
 * @param seeds number of people of a family, unless {@link Trial} takes fewer
 * @param figures of each person, in the order of their seeds
 */
public record TrialResult(Script script, int seeds, Map<Family, Map<Arm, List<Figures>>> figures) {

  /** The sessions of a family in an arm; empty if there were none. */
  public List<Figures> of(Family family, Arm arm) {
    return figures.getOrDefault(family, Map.of()).getOrDefault(arm, List.of());
  }

  /** The families that took part. */
  public Set<Family> families() {
    return figures.keySet();
  }

  /** Whether a family took part in an arm. */
  public boolean has(Family family, Arm arm) {
    return !of(family, arm).isEmpty();
  }

  /** The sessions of all families and arms. */
  public Stream<Figures> all() {
    return figures.values().stream().flatMap(m -> m.values().stream()).flatMap(List::stream);
  }

  /** Number of promises that were not kept. */
  public int boundsBroken() {
    return all().mapToInt(f -> f.broken().size()).sum();
  }

  /**
   * The largest difference between the end of a session and its plan, in seconds; NaN without
   * sessions.
   */
  public double maxEndErrorSeconds() {
    return all().mapToDouble(Figures::endErrorSeconds).max().orElse(Double.NaN);
  }

  /** The mean of a figure over a family in an arm. */
  public Estimate mean(Family family, Arm arm, ToDoubleFunction<Figures> figure) {
    return Estimate.of(of(family, arm).stream().mapToDouble(figure).toArray());
  }

  /**
   * The mean difference of a figure between two arms, with each person compared with themselves.
   */
  public Estimate difference(
      Family family, Arm arm, Arm against, ToDoubleFunction<Figures> figure) {
    return Estimate.of(
        pairs(
            of(family, arm),
            of(family, against),
            (one, other) -> figure.applyAsDouble(one) - figure.applyAsDouble(other)));
  }

  /**
   * The index at the end of people who only breathe differently, minus that of their twins who do
   * not.
   *
   * @param family one with a twin
   */
  public double[] twinDifferences(Family family, Arm arm) {
    return twins(family, arm, (breathes, twin) -> breathes.indexAtEnd() - twin.indexAtEnd());
  }

  /** For the same pairs, the largest difference of the index at any time after the baseline. */
  public double[] twinDistances(Family family, Arm arm) {
    double begins = Figures.baselineEnds(script);
    return twins(
        family, arm, (breathes, twin) -> breathes.index().largestDistance(twin.index(), begins));
  }

  private double[] twins(Family family, Arm arm, ToDoubleBiFunction<Figures, Figures> compare) {
    return pairs(of(family, arm), of(family.twin().orElse(family), arm), compare);
  }

  private static double[] pairs(
      List<Figures> these, List<Figures> those, ToDoubleBiFunction<Figures, Figures> compare) {
    return IntStream.range(0, Math.min(these.size(), those.size()))
        .mapToDouble(i -> compare.applyAsDouble(these.get(i), those.get(i)))
        .toArray();
  }
}
