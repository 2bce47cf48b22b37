package org.stillpoint.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stillpoint.programme.Cue;
import org.stillpoint.programme.Script;
import org.stillpoint.programme.ScriptItem;
import org.stillpoint.programme.ScriptStage;
import org.stillpoint.programme.SpeakingPace;

/**
 * Gives each sentence that is longer than planned the time that it takes. The time comes from the
 * silence after it, then from the other silences of the stage. A sentence that is shorter than
 * planned keeps its time, and the remainder is quiet. A stage keeps its length exactly, and so does
 * the session.
 */
public final class SpokenLengths {
  private static final int TICKS = SpeakingPace.TICKS_PER_SECOND;

  private static final long LEAST_SILENCE = TICKS;

  private SpokenLengths() {}

  /**
   * The script with the real lengths of its speech.
   *
   * @param seconds length of each text as one voice speaks it; a text that is absent keeps its plan
   */
  public static Script fit(Script script, Map<String, Double> seconds) {
    List<ScriptStage> stages = new ArrayList<>();
    for (ScriptStage stage : script.stages()) {
      stages.add(fit(stage, seconds));
    }
    return new Script(
        script.programmeId(),
        script.title(),
        script.minutes(),
        stages,
        script.kind(),
        script.ending(),
        script.occasion());
  }

  private static ScriptStage fit(ScriptStage stage, Map<String, Double> seconds) {
    long[] ticks = new long[stage.items().size()];
    for (int i = 0; i < ticks.length; i++) {
      ticks[i] = Math.round(stage.items().get(i).seconds() * TICKS);
    }
    for (int i = 0; i < ticks.length; i++) {
      ScriptItem item = stage.items().get(i);
      if (item.spoken()) {
        long either =
            Math.max(
                needed(item.text(), item.seconds(), seconds),
                needed(item.ease(), item.seconds(), seconds));
        long over = either - ticks[i];
        ticks[i] += takenFromSilences(stage.items(), ticks, i, over);
      }
    }
    List<ScriptItem> items = new ArrayList<>();
    for (int i = 0; i < ticks.length; i++) {
      ScriptItem item = stage.items().get(i);
      double length = (double) ticks[i] / TICKS;
      items.add(
          new ScriptItem(
              item.kind(), item.text(), length, item.id(), item.needsPacer(), item.ease()));
    }
    return new ScriptStage(
        stage.id(),
        stage.title(),
        stage.role(),
        stage.planSeconds(),
        items,
        cues(stage.contactCues(), seconds),
        cues(stage.supportCues(), seconds),
        cues(stage.varyCues(), seconds),
        stage.pacer());
  }

  private static long needed(String text, double planned, Map<String, Double> seconds) {
    double real = Math.max(planned, seconds.getOrDefault(text, planned));
    return (long) Math.ceil(real * TICKS - 1e-9);
  }

  /**
   * Takes as much as it can: from the next silence to the end of the stage, then from its
   * beginning.
   */
  private static long takenFromSilences(
      List<ScriptItem> items, long[] ticks, int after, long wanted) {
    long taken = 0;
    for (int k = 1; k < ticks.length && taken < wanted; k++) {
      int i = (after + k) % ticks.length;
      if (!items.get(i).spoken()) {
        long give = Math.max(0, Math.min(wanted - taken, ticks[i] - LEAST_SILENCE));
        ticks[i] -= give;
        taken += give;
      }
    }
    return taken;
  }

  private static List<Cue> cues(List<Cue> cues, Map<String, Double> seconds) {
    return cues.stream()
        .map(c -> new Cue(c.kind(), c.text(), fitted(c, seconds), c.id(), c.modality()))
        .toList();
  }

  private static double fitted(Cue cue, Map<String, Double> seconds) {
    return (double) needed(cue.text(), cue.seconds(), seconds) / TICKS;
  }
}
