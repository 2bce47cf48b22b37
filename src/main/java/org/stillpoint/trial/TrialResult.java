package org.stillpoint.trial;

import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * @param seeds number of people of each family
 * @param figures of each person, in the order of their seeds
 */
public record TrialResult(Script script, int seeds, Map<Family, Map<Arm, List<Figures>>> figures) {

  /** The sessions of a family in an arm. */
  public List<Figures> of(Family family, Arm arm) {
    return Objects.requireNonNull(Objects.requireNonNull(figures.get(family)).get(arm));
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
    return paired(of(family, arm), of(family, against), figure);
  }

  private static Estimate paired(
      List<Figures> these, List<Figures> those, ToDoubleFunction<Figures> figure) {
    return Estimate.of(
        IntStream.range(0, these.size())
            .mapToDouble(
                i -> figure.applyAsDouble(these.get(i)) - figure.applyAsDouble(those.get(i)))
            .toArray());
  }

  /**
   * The index at the end of people who only breathe more slowly, minus that of their twins who do
   * not.
   */
  public double[] twinDifferences(Arm arm) {
    return twins(arm, (breathes, twin) -> breathes.indexAtEnd() - twin.indexAtEnd());
  }

  /** For the same pairs, the largest difference of the index at any time after the baseline. */
  public double[] twinDistances(Arm arm) {
    double begins = Figures.baselineEnds(script);
    return twins(arm, (breathes, twin) -> breathes.index().largestDistance(twin.index(), begins));
  }

  private double[] twins(Arm arm, ToDoubleBiFunction<Figures, Figures> compare) {
    List<Figures> breathing = of(Family.BREATH_ONLY, arm);
    List<Figures> twins = of(Family.NULL, arm);
    return IntStream.range(0, seeds)
        .mapToDouble(i -> compare.applyAsDouble(breathing.get(i), twins.get(i)))
        .toArray();
  }
}
