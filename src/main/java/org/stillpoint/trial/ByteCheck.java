package org.stillpoint.trial;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.stillpoint.files.Batch;
import org.stillpoint.participant.Family;
import org.stillpoint.participant.VirtualSensor;
import org.stillpoint.programme.Script;
import org.stillpoint.session.Decision;
import org.stillpoint.session.PacingState;

/**
 * Runs the same people once with a sensor that sends intervals, and once with one whose pulse wave
 * passes through the whole chain with the beat detector, to see whether the conductor decides the
 * same. Their bodies are simulated in fine steps.
 */
public final class ByteCheck {
  private static final String WAVE = "stillpoint";
  private static final String INTERVALS = "rr";

  private ByteCheck() {}

  /**
   * How far the two sensors agree.
   *
   * @param looks number of decisions that the conductor made at the same time with both sensors
   * @param alike number of these decisions with the same state
   * @param largestDistance the largest difference of the index where both are known; NaN if they
   *     never are
   * @param boundsBroken number of promises not kept, with both sensors together
   */
  public record Agreement(int looks, int alike, double largestDistance, int boundsBroken) {

    /** The sum of both; the largest distance is that of either. */
    Agreement plus(Agreement other) {
      double largest =
          !(other.largestDistance <= largestDistance) && !Double.isNaN(other.largestDistance)
              ? other.largestDistance
              : largestDistance;
      return new Agreement(
          looks + other.looks, alike + other.alike, largest, boundsBroken + other.boundsBroken);
    }

    /** Share of the decisions that were alike, 0 to 1; NaN without any. */
    public double share() {
      return looks == 0 ? Double.NaN : (double) alike / looks;
    }
  }

  /**
   * Compares the first people of some families.
   *
   * @param among the families
   * @param each how many people of each family, 0 or more
   * @param cores how many comparisons run at a time
   * @throws InterruptedException if this thread is interrupted
   */
  public static Map<Family, Agreement> run(
      Script script, Collection<Family> among, int each, int cores) throws InterruptedException {
    List<Callable<Agreement>> work = new ArrayList<>();
    List<Family> families = new ArrayList<>();
    for (Family family : among) {
      for (int seed = 1; seed <= each; seed++) {
        int person = seed;
        families.add(family);
        work.add(() -> compare(script, family, person));
      }
    }
    Map<Family, Agreement> found = new EnumMap<>(Family.class);
    List<Agreement> all = Batch.run(work, cores, share -> {});
    for (int i = 0; i < all.size(); i++) {
      found.merge(families.get(i), all.get(i), Agreement::plus);
    }
    return found;
  }

  private static Agreement compare(Script script, Family family, int seed) {
    SessionTrace wave = trace(script, family, seed, WAVE);
    SessionTrace intervals = trace(script, family, seed, INTERVALS);
    Map<Long, PacingState> seen = looks(wave);
    Map<Long, PacingState> other = looks(intervals);
    seen.keySet().retainAll(other.keySet());
    int alike =
        (int) seen.entrySet().stream().filter(e -> e.getValue() == other.get(e.getKey())).count();
    Figures waveFigures = Figures.of(script, Arm.ADAPTIVE, wave);
    Figures intervalFigures = Figures.of(script, Arm.ADAPTIVE, intervals);
    return new Agreement(
        seen.size(),
        alike,
        waveFigures.index().largestDistance(intervalFigures.index(), 0),
        waveFigures.broken().size() + intervalFigures.broken().size());
  }

  private static SessionTrace trace(Script script, Family family, int seed, String protocol) {
    VirtualSensor sensor = new VirtualSensor(family, seed, protocol, beat -> {});
    return ClosedLoop.run(sensor, protocol, Trial.plan(script, Arm.ADAPTIVE, List.of()));
  }

  /** The state of each decision, by its second. */
  private static Map<Long, PacingState> looks(SessionTrace trace) {
    Map<Long, PacingState> looks = new TreeMap<>();
    for (Decision each : trace.decisions()) {
      looks.put(Math.round(each.seconds()), each.state());
    }
    return looks;
  }
}
