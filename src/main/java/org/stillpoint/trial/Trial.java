package org.stillpoint.trial;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.DoubleConsumer;
import java.util.function.IntFunction;
import org.stillpoint.files.Batch;
import org.stillpoint.monitor.SessionPlan;
import org.stillpoint.participant.Family;
import org.stillpoint.participant.VirtualSensor;
import org.stillpoint.programme.Script;
import org.stillpoint.relax.BaselineHistory;
import org.stillpoint.session.Decision;
import org.stillpoint.session.Pacing;
import org.stillpoint.session.SessionOptions;

/**
 * Runs many virtual people of all families, each in three sessions: paced by their own index, as
 * written, and by the decisions made for a person of another family, with each other family in
 * turn. They wear sensors that send intervals, and their bodies are simulated in coarse steps. The
 * same seeds give the same result on any number of cores.
 */
public final class Trial {
  /** One person gives no confidence interval. */
  public static final int FEWEST_SEEDS = 2;

  private static final String PROTOCOL = "rr";
  private static final List<Family> FAMILIES = List.of(Family.values());

  private final Script script;
  private final int seeds;

  /**
   * A trial that is ready to run.
   *
   * @param seeds how many people of each family, numbered from 1; at least {@link #FEWEST_SEEDS}
   */
  public Trial(Script script, int seeds) {
    if (seeds < FEWEST_SEEDS) {
      throw new IllegalArgumentException("seeds: " + seeds);
    }
    this.script = script;
    this.seeds = seeds;
  }

  /** The figures and the decisions of a session. */
  private record ArmSession(Figures figures, List<Decision> decisions) {}

  /**
   * Runs all sessions.
   *
   * @param cores how many sessions run at a time
   * @param progress receives the share that is done, 0 to 1, on this thread
   * @throws InterruptedException if this thread is interrupted
   */
  public TrialResult run(int cores, DoubleConsumer progress) throws InterruptedException {
    double batches = FAMILIES.size() * Arm.values().length;
    Map<Family, Map<Arm, List<ArmSession>>> runs = new EnumMap<>(Family.class);
    int done = 0;
    for (Family family : FAMILIES) {
      Map<Arm, List<ArmSession>> own = new EnumMap<>(Arm.class);
      for (Arm arm : List.of(Arm.ADAPTIVE, Arm.FIXED)) {
        int before = done++;
        own.put(
            arm,
            Batch.run(
                sessions(family, arm, seed -> List.of()),
                cores,
                share -> progress.accept((before + share) / batches)));
      }
      runs.put(family, own);
    }
    for (Family family : FAMILIES) {
      int before = done++;
      List<ArmSession> yoked =
          Batch.run(
              sessions(family, Arm.YOKED, seed -> decisions(runs, other(family, seed), seed)),
              cores,
              share -> progress.accept((before + share) / batches));
      runs.getOrDefault(family, Map.of()).put(Arm.YOKED, yoked);
    }
    Map<Family, Map<Arm, List<Figures>>> figures = new EnumMap<>(Family.class);
    runs.forEach(
        (family, arms) -> {
          Map<Arm, List<Figures>> own = new EnumMap<>(Arm.class);
          arms.forEach(
              (arm, list) -> own.put(arm, list.stream().map(ArmSession::figures).toList()));
          figures.put(family, own);
        });
    return new TrialResult(script, seeds, figures);
  }

  private List<Callable<ArmSession>> sessions(
      Family family, Arm arm, IntFunction<List<Decision>> yoke) {
    List<Callable<ArmSession>> sessions = new ArrayList<>();
    for (int seed = 1; seed <= seeds; seed++) {
      int person = seed;
      sessions.add(() -> run(family, person, arm, yoke.apply(person)));
    }
    return sessions;
  }

  /** The family of the person whose decisions a yoked person obeys. */
  static Family other(Family family, int seed) {
    int others = FAMILIES.size() - 1;
    int step = 1 + (seed - 1) % others;
    return FAMILIES.get((FAMILIES.indexOf(family) + step) % FAMILIES.size());
  }

  private static List<Decision> decisions(
      Map<Family, Map<Arm, List<ArmSession>>> runs, Family family, int seed) {
    return runs.getOrDefault(family, Map.of())
        .getOrDefault(Arm.ADAPTIVE, List.of())
        .get(seed - 1)
        .decisions();
  }

  private ArmSession run(Family family, int seed, Arm arm, List<Decision> yoke) {
    VirtualSensor sensor = new VirtualSensor(family, seed, PROTOCOL, true, beat -> {});
    SessionTrace trace = ClosedLoop.run(sensor, PROTOCOL, plan(script, arm, yoke));
    return new ArmSession(Figures.of(script, arm, trace), trace.decisions());
  }

  /** How a session of the comparison is conducted. */
  static SessionPlan plan(Script script, Arm arm, List<Decision> yoke) {
    Pacing pacing = arm == Arm.FIXED ? Pacing.FIXED : Pacing.ADAPTIVE;
    return new SessionPlan(script, SessionOptions.USUAL.with(pacing), BaselineHistory.NONE, yoke);
  }
}
