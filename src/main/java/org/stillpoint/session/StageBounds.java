package org.stillpoint.session;

import java.util.List;
import org.stillpoint.programme.Role;
import org.stillpoint.programme.Script;
import org.stillpoint.programme.ScriptStage;

/**
 * The time contract: the earliest and the latest end of each stage with which every later stage
 * stays within its own bounds and the return begins exactly when planned. Opening, baseline and
 * return are never stretched. The others can take 0.7 to 1.4 times their plan as far as their words
 * allow. The rest keeps its plan when they go deeper, and takes up what they save.
 */
final class StageBounds {
  private static final double LEAST_OF_PLAN = 0.7;
  private static final double MOST_OF_PLAN = 1.4;

  private final List<ScriptStage> stages;

  StageBounds(Script script) {
    this.stages = script.stages();
  }

  static boolean adaptive(ScriptStage stage) {
    return stage.role() == Role.GUIDED || stage.role() == Role.REST;
  }

  /** Shortest length of a stage in seconds: its words and 0.7 of its silences. */
  private static double shortest(ScriptStage stage) {
    if (!adaptive(stage)) {
      return stage.planSeconds();
    }
    double least = speech(stage) + Gains.LEAST_SILENCE * stage.silenceSeconds();
    return Math.max(LEAST_OF_PLAN * stage.planSeconds(), least);
  }

  /** Longest length of a stage in seconds: its words and 1.6 of its silences. */
  private static double longest(ScriptStage stage) {
    if (!adaptive(stage)) {
      return stage.planSeconds();
    }
    double most = speech(stage) + Gains.MOST_SILENCE * stage.silenceSeconds();
    return Math.min(MOST_OF_PLAN * stage.planSeconds(), most);
  }

  private static double speech(ScriptStage stage) {
    return stage.planSeconds() - stage.silenceSeconds();
  }

  /** When the stage ends if everything goes as planned. */
  private double plannedEnd(int stage) {
    double end = 0;
    for (int i = 0; i <= stage; i++) {
      end += stages.get(i).planSeconds();
    }
    return end;
  }

  /** The earliest end of a stage that began at {@code startSeconds}. */
  double earliestEnd(int stage, double startSeconds) {
    double end = plannedEnd(stages.size() - 1);
    for (int i = stages.size() - 1; i > stage; i--) {
      end -= longest(stages.get(i));
    }
    return Math.max(end, startSeconds + shortest(stages.get(stage)));
  }

  /**
   * The latest end of a stage that began at {@code startSeconds}: as planned, so that going deeper
   * takes nothing from what follows, above all not from the rest.
   *
   * @param caring whether what is said to a person who is uneasy may take time from what follows
   */
  double latestEnd(int stage, double startSeconds, boolean caring) {
    if (!caring) {
      return plannedEnd(stage);
    }
    double end = plannedEnd(stages.size() - 1);
    for (int i = stages.size() - 1; i > stage; i--) {
      end -= shortest(stages.get(i));
    }
    ScriptStage now = stages.get(stage);
    return Math.min(end, startSeconds + (adaptive(now) ? MOST_OF_PLAN : 1) * now.planSeconds());
  }

  /** When the stage aims to end: the rest takes up the slack, the others follow the pacing. */
  double aimedEnd(int stage, double pacedEndSeconds) {
    return stages.get(stage).role() == Role.REST ? plannedEnd(stage) : pacedEndSeconds;
  }
}
