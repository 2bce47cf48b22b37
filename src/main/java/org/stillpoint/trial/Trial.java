package org.stillpoint.trial;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.DoubleConsumer;
import org.stillpoint.monitor.SessionPlan;
import org.stillpoint.participant.Family;
import org.stillpoint.participant.VirtualSensor;
import org.stillpoint.programme.Script;
import org.stillpoint.relax.StartHistory;
import org.stillpoint.session.Decision;
import org.stillpoint.session.Pacing;
import org.stillpoint.session.SessionOptions;

/**
 * Many virtual people of all families, each in three sessions: paced by their own index, as
 * written, and by the decisions made for the person with the seed before (the last for the first),
 * who is as good as drawn at random. They wear sensors that send intervals and their bodies move in
 * coarse steps. The same seeds give the same result on any number of cores.
 */
public final class Trial {
  /** A person needs another one to be yoked to. */
  public static final int FEWEST_SEEDS = 2;

  private static final String PROTOCOL = "rr";

  private final Script script;
  private final int seeds;
  private int done;

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

  /** A session's figures and what was decided in it. */
  private record Run(Figures figures, List<Decision> decisions) {}

  /**
   * Runs all sessions.
   *
   * @param cores how many at a time
   * @param progress gets the share that is done, 0 to 1, on this thread
   * @throws InterruptedException when this thread is interrupted
   */
  public TrialResult run(int cores, DoubleConsumer progress) throws InterruptedException {
    Map<Family, Map<Arm, List<Figures>>> figures = new EnumMap<>(Family.class);
    double all = (double) seeds * Family.values().length * Arm.values().length;
    done = 0;
    try (Crew crew = new Crew(cores)) {
      for (Family family : Family.values()) {
        figures.put(family, family(family, crew, () -> progress.accept(++done / all)));
      }
    }
    return new TrialResult(script, seeds, figures);
  }

  private Map<Arm, List<Figures>> family(Family family, Crew crew, Runnable oneDone)
      throws InterruptedException {
    List<Callable<Run>> free = new ArrayList<>();
    for (int seed = 1; seed <= seeds; seed++) {
      int person = seed;
      free.add(() -> run(family, person, Arm.ADAPTIVE, List.of()));
      free.add(() -> run(family, person, Arm.FIXED, List.of()));
    }
    List<Run> runs = crew.all(free, oneDone);
    List<Callable<Run>> yoked = new ArrayList<>();
    for (int seed = 1; seed <= seeds; seed++) {
      int person = seed;
      int other = seed == 1 ? seeds : seed - 1;
      List<Decision> decisions = runs.get(2 * (other - 1)).decisions();
      yoked.add(() -> run(family, person, Arm.YOKED, decisions));
    }
    Map<Arm, List<Figures>> figures = new EnumMap<>(Arm.class);
    for (Arm arm : Arm.values()) {
      figures.put(arm, new ArrayList<>());
    }
    for (int i = 0; i < runs.size(); i++) {
      Arm arm = i % 2 == 0 ? Arm.ADAPTIVE : Arm.FIXED;
      figures.getOrDefault(arm, new ArrayList<>()).add(runs.get(i).figures());
    }
    crew.all(yoked, oneDone)
        .forEach(r -> figures.getOrDefault(Arm.YOKED, new ArrayList<>()).add(r.figures()));
    return figures;
  }

  private Run run(Family family, int seed, Arm arm, List<Decision> yoke) {
    VirtualSensor sensor = new VirtualSensor(family, seed, PROTOCOL, true, beat -> {});
    Course course = ClosedLoop.run(sensor, PROTOCOL, plan(script, arm, yoke));
    return new Run(Figures.of(script, arm, course), course.decisions());
  }

  /** How a session of the comparison is conducted. */
  static SessionPlan plan(Script script, Arm arm, List<Decision> yoke) {
    Pacing pacing = arm == Arm.FIXED ? Pacing.FIXED : Pacing.ADAPTIVE;
    return new SessionPlan(script, SessionOptions.USUAL.with(pacing), StartHistory.NONE, yoke);
  }
}
