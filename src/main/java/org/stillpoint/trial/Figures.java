package org.stillpoint.trial;

import java.util.List;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.stillpoint.programme.Role;
import org.stillpoint.programme.Script;
import org.stillpoint.programme.ScriptStage;
import org.stillpoint.session.Decision;
import org.stillpoint.session.PacingState;
import org.stillpoint.session.StageStart;

/**
 * The figures of a session. A number is NaN if it cannot be computed.
 *
 * @param broken the promises that were not kept, a clause for each
 * @param endErrorSeconds difference between the end and its plan
 * @param meanArousal mean hidden arousal after the baseline: the area under its curve, divided by
 *     time
 * @param finalArousal mean hidden arousal in the last minute of the rest
 * @param indexAtEnd the last index before the end of the rest, NaN if it is older than 30 s
 * @param rankCorrelation Spearman's rank correlation of the index with the negative arousal
 * @param heldShare share of the time after the first decision that was held, 0 to 1
 * @param restlessShare share of the silences that was spent restless, 0 to 1
 * @param adaptations how often the index changed the pacing
 * @param lastMinute mean of the index in the last minute before the return, NaN without one
 * @param ending what the program reported, and what came over the person
 * @param care when care came
 * @param index the index every five seconds
 * @param arousal hidden arousal every five seconds
 */
public record Figures(
    List<String> broken,
    double endErrorSeconds,
    double meanArousal,
    double finalArousal,
    double indexAtEnd,
    double rankCorrelation,
    double heldShare,
    double restlessShare,
    int adaptations,
    double lastMinute,
    SessionTrace.TraceEnding ending,
    CareFigures care,
    StepSeries index,
    StepSeries arousal) {
  private static final double FRESH_SECONDS = 30;
  private static final double LAST_SECONDS = 60;

  /** Keeps its own copy. */
  public Figures {
    broken = List.copyOf(broken);
  }

  /** The figures of a session. */
  static Figures of(Script script, Arm arm, SessionTrace trace) {
    double begins = baselineEnds(script);
    double ends = restEnds(script, trace);
    List<SessionTrace.TraceStep> after =
        trace.steps().stream().filter(s -> s.seconds() > begins).toList();
    List<SessionTrace.TraceStep> rested = after.stream().filter(s -> s.seconds() < ends).toList();
    return new Figures(
        Bounds.broken(script, arm, trace),
        Math.abs(trace.endSeconds() - script.minutes() * 60.0),
        meanArousal(after),
        meanArousal(rested.stream().filter(s -> s.seconds() >= ends - LAST_SECONDS).toList()),
        last(rested, ends - FRESH_SECONDS),
        correlation(after),
        heldShare(trace, ends),
        share(after),
        Adaptations.of(trace.decisions()).size(),
        lastMinute(rested, ends),
        trace.ending(),
        CareFigures.of(trace, ends),
        new StepSeries(trace.steps().stream().mapToDouble(SessionTrace.TraceStep::index).toArray()),
        new StepSeries(
            trace.steps().stream().mapToDouble(SessionTrace.TraceStep::arousal).toArray()));
  }

  /** When the baseline of a script is over, in seconds. */
  public static double baselineEnds(Script script) {
    double end = 0;
    for (ScriptStage stage : script.stages()) {
      end += stage.planSeconds();
      if (stage.role() == Role.BASELINE) {
        break;
      }
    }
    return end;
  }

  private static double restEnds(Script script, SessionTrace trace) {
    ScriptStage last = script.stages().get(script.stages().size() - 1);
    return trace.stages().stream()
        .filter(s -> last.role() == Role.RETURN && s.stageId().equals(last.id()))
        .mapToDouble(StageStart::seconds)
        .findFirst()
        .orElse(trace.endSeconds());
  }

  private static double meanArousal(List<SessionTrace.TraceStep> steps) {
    return steps.stream().mapToDouble(SessionTrace.TraceStep::arousal).average().orElse(Double.NaN);
  }

  private static double last(List<SessionTrace.TraceStep> steps, double notBefore) {
    double index = Double.NaN;
    for (SessionTrace.TraceStep step : steps) {
      index = step.seconds() >= notBefore && !Double.isNaN(step.index()) ? step.index() : index;
    }
    return index;
  }

  private static double lastMinute(List<SessionTrace.TraceStep> steps, double ends) {
    return steps.stream()
        .filter(s -> s.seconds() >= ends - LAST_SECONDS && !Double.isNaN(s.index()))
        .mapToDouble(SessionTrace.TraceStep::index)
        .average()
        .orElse(Double.NaN);
  }

  private static double correlation(List<SessionTrace.TraceStep> steps) {
    List<SessionTrace.TraceStep> known =
        steps.stream().filter(s -> !Double.isNaN(s.index())).toList();
    if (known.size() < 3) {
      return Double.NaN;
    }
    double[] index = known.stream().mapToDouble(SessionTrace.TraceStep::index).toArray();
    double[] calm = known.stream().mapToDouble(s -> -s.arousal()).toArray();
    return new SpearmansCorrelation().correlation(index, calm);
  }

  private static double heldShare(SessionTrace trace, double ends) {
    List<Decision> decisions = trace.decisions();
    double held = 0;
    for (int i = 0; i < decisions.size(); i++) {
      double to = i + 1 < decisions.size() ? decisions.get(i + 1).seconds() : ends;
      boolean hold = decisions.get(i).state() == PacingState.HOLD;
      held += hold ? to - decisions.get(i).seconds() : 0;
    }
    return decisions.isEmpty() ? Double.NaN : held / (ends - decisions.get(0).seconds());
  }

  private static double share(List<SessionTrace.TraceStep> steps) {
    long quiet = steps.stream().filter(SessionTrace.TraceStep::quiet).count();
    long restless = steps.stream().filter(s -> s.quiet() && s.restless()).count();
    return quiet == 0 ? Double.NaN : (double) restless / quiet;
  }
}
