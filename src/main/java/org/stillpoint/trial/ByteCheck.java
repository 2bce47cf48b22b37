package org.stillpoint.trial;

import java.util.ArrayList;
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
 * The same people once with a sensor that sends intervals and once with one whose pulse wave takes
 * the whole way, detector and all: whether the conductor decides the same. Their bodies move in
 * fine steps.
 */
public final class ByteCheck {
  private static final String WAVE = "stillpoint";
  private static final String INTERVALS = "rr";

  private ByteCheck() {}

  /**
   * How far the two ways agree.
   *
   * @param looks how often the conductor looked, both ways
   * @param alike in how many of them it made the same of what it saw
   * @param largestDistance the largest distance of the index where both are known; NaN when never
   * @param boundsBroken promises not kept, both ways together
   */
  public record Agreement(int looks, int alike, double largestDistance, int boundsBroken) {

    /** Both together. */
    Agreement plus(Agreement other) {
      double largest =
          !(other.largestDistance <= largestDistance) && !Double.isNaN(other.largestDistance)
              ? other.largestDistance
              : largestDistance;
      return new Agreement(
          looks + other.looks, alike + other.alike, largest, boundsBroken + other.boundsBroken);
    }

    /** Share of the looks that were alike, 0 to 1; NaN without any. */
    public double share() {
      return looks == 0 ? Double.NaN : (double) alike / looks;
    }
  }

  /**
   * Compares the first people of every family.
   *
   * @param each how many of them, 0 and more
   * @param cores how many at a time
   * @throws InterruptedException when this thread is interrupted
   */
  public static Map<Family, Agreement> run(Script script, int each, int cores)
      throws InterruptedException {
    List<Callable<Agreement>> work = new ArrayList<>();
    List<Family> families = new ArrayList<>();
    for (Family family : Family.values()) {
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
    SessionTrace wave = course(script, family, seed, WAVE);
    SessionTrace intervals = course(script, family, seed, INTERVALS);
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

  private static SessionTrace course(Script script, Family family, int seed, String protocol) {
    VirtualSensor sensor = new VirtualSensor(family, seed, protocol, beat -> {});
    return ClosedLoop.run(sensor, protocol, Trial.plan(script, Arm.ADAPTIVE, List.of()));
  }

  /** What was made of each look, by its second. */
  private static Map<Long, PacingState> looks(SessionTrace course) {
    Map<Long, PacingState> looks = new TreeMap<>();
    for (Decision each : course.decisions()) {
      looks.put(Math.round(each.seconds()), each.state());
    }
    return looks;
  }
}
