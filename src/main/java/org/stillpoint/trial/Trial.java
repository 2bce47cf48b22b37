package org.stillpoint.trial;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * Runs many virtual people of several families. All are paced by their own index. Those of {@link
 * #COMPARED} go through two more sessions: as written, and by the decisions made for a person of
 * another family, with each other family in turn. They wear sensors that send intervals, and their
 * bodies are simulated in coarse steps. The same seeds give the same result on any number of cores.
 */
public final class Trial {
  /** One person gives no confidence interval. */
  public static final int FEWEST_SEEDS = 2;

  /** No more people of a family that only shows how people are cared for. */
  public static final int MOST_CARED_FOR = 300;

  /** The families on whom kinds of pacing are compared; the others show what pacing has to do. */
  public static final Set<Family> COMPARED =
      Set.copyOf(
          EnumSet.of(
              Family.RESPONDER,
              Family.NULL,
              Family.WORSENER,
              Family.DROWSY,
              Family.LOW_HRV,
              Family.BAD_CONTACT));

  private static final Set<Family> CARED_FOR =
      Set.copyOf(
          EnumSet.of(
              Family.PANIC,
              Family.SLOW_DECLINE,
              Family.SLOW_PAIN,
              Family.FLARE,
              Family.STARTLE,
              Family.DOZE,
              Family.TURNS_OVER,
              Family.ECTOPIC));

  private static final String PROTOCOL = "rr";

  private final Script script;
  private final int seeds;
  private final Set<Family> families;
  private final List<Family> compared;

  /**
   * A trial that is ready to run.
   *
   * @param seeds how many people of each family, numbered from 1; at least {@link #FEWEST_SEEDS}.
   *     Of those who only show how people are cared for there are at most {@link #MOST_CARED_FOR}.
   * @param families at least one; their twins take part as well
   */
  public Trial(Script script, int seeds, Collection<Family> families) {
    if (seeds < FEWEST_SEEDS) {
      throw new IllegalArgumentException("seeds: " + seeds);
    }
    this.script = script;
    this.seeds = seeds;
    this.families = EnumSet.copyOf(families);
    families.forEach(f -> f.twin().ifPresent(this.families::add));
    this.compared = this.families.stream().filter(COMPARED::contains).toList();
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
    boolean yokes = compared.size() > 1;
    double batches = families.size() + compared.size() * (yokes ? 2 : 1);
    Map<Family, Map<Arm, List<Figures>>> figures = new EnumMap<>(Family.class);
    Map<Family, List<List<Decision>>> decisions = new EnumMap<>(Family.class);
    int done = 0;
    for (Family family : families) {
      int before = done++;
      List<ArmSession> adaptive =
          Batch.run(
              sessions(family, Arm.ADAPTIVE, seed -> List.of()),
              cores,
              share -> progress.accept((before + share) / batches));
      Map<Arm, List<Figures>> own = new EnumMap<>(Arm.class);
      own.put(Arm.ADAPTIVE, adaptive.stream().map(ArmSession::figures).toList());
      figures.put(family, own);
      if (compared.contains(family)) {
        decisions.put(family, adaptive.stream().map(ArmSession::decisions).toList());
      }
    }
    for (Arm arm : yokes ? List.of(Arm.FIXED, Arm.YOKED) : List.of(Arm.FIXED)) {
      for (Family family : compared) {
        int before = done++;
        IntFunction<List<Decision>> yoke =
            seed ->
                arm == Arm.FIXED
                    ? List.of()
                    : decisions
                        .getOrDefault(other(compared, family, seed), List.of())
                        .get(seed - 1);
        List<ArmSession> run =
            Batch.run(
                sessions(family, arm, yoke),
                cores,
                share -> progress.accept((before + share) / batches));
        figures
            .getOrDefault(family, Map.of())
            .put(arm, run.stream().map(ArmSession::figures).toList());
      }
    }
    return new TrialResult(script, seeds, figures);
  }

  private int people(Family family) {
    return CARED_FOR.contains(family) ? Math.min(seeds, MOST_CARED_FOR) : seeds;
  }

  private List<Callable<ArmSession>> sessions(
      Family family, Arm arm, IntFunction<List<Decision>> yoke) {
    List<Callable<ArmSession>> sessions = new ArrayList<>();
    for (int seed = 1; seed <= people(family); seed++) {
      int person = seed;
      sessions.add(() -> run(family, person, arm, yoke.apply(person)));
    }
    return sessions;
  }

  /**
   * The family of the person whose decisions a yoked person obeys.
   *
   * @param among at least two families, of which {@code family} is one
   */
  static Family other(List<Family> among, Family family, int seed) {
    int others = among.size() - 1;
    int step = 1 + (seed - 1) % others;
    return among.get((among.indexOf(family) + step) % among.size());
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
