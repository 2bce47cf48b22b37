package org.stillpoint.report;

import java.awt.Color;
import java.util.List;
import java.util.OptionalDouble;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.session.Decision;
import org.stillpoint.session.PacingState;
import org.stillpoint.store.RecordedSession;

/** Marks the decisions that changed the pacing on the line of the index. */
final class Decisions {
  private static final long NEAR_NANOS = 6_000_000_000L;
  private static final double SIZE = 11;

  /** Where a decision without an index is drawn: at the bottom, away from any value. */
  private static final double WITHOUT_INDEX = 3.5;

  private final RecordedSession session;
  private final Timeline time;
  private final ChartTheme theme;

  Decisions(RecordedSession session, Timeline time, ChartTheme theme) {
    this.session = session;
    this.time = time;
    this.theme = theme;
  }

  /** Adds the marks of every kind of decision that occurs, and explains them in the legend. */
  void mark(ChartFrame frame, ChartHeading heading) {
    for (PacingState state : PacingState.values()) {
      Curve curve = curve(state);
      if (!curve.isEmpty()) {
        ChartMark mark = new ChartMark(form(state), SIZE, theme.background());
        frame.points(name(state), curve, mark, color(state));
        heading.explain(name(state), color(state), mark);
      }
    }
  }

  static String name(PacingState state) {
    return switch (state) {
      case NOMINAL -> "as written";
      case DEEPEN -> "longer silences";
      case VARY -> "change of modality";
      case SUPPORT -> "shorter silences";
      case CHECK_IN -> "question";
      case HOLD -> "nothing adapted";
      case DROWSY -> "dozing";
    };
  }

  private static ChartMark.Form form(PacingState state) {
    return switch (state) {
      case NOMINAL -> ChartMark.Form.RING;
      case DEEPEN -> ChartMark.Form.UP;
      case VARY -> ChartMark.Form.DOT;
      case SUPPORT -> ChartMark.Form.DOWN;
      case CHECK_IN -> ChartMark.Form.CROSS;
      case HOLD -> ChartMark.Form.SQUARE;
      case DROWSY -> ChartMark.Form.LINE;
    };
  }

  private Color color(PacingState state) {
    return switch (state) {
      case NOMINAL -> theme.muted();
      case DEEPEN -> theme.longer();
      case VARY -> theme.longer();
      case SUPPORT, CHECK_IN -> theme.shorter();
      case HOLD, DROWSY -> theme.hold();
    };
  }

  private Curve curve(PacingState state) {
    List<RecordingEvent.IndexStep> steps = session.events(RecordingEvent.IndexStep.class);
    Curve curve = new Curve();
    for (RecordingEvent.Decided decided : session.events(RecordingEvent.Decided.class)) {
      if (marked(decided.decision(), state)) {
        double y = indexAt(steps, decided.timeNanos()).orElse(WITHOUT_INDEX);
        curve.add(time.minutes(decided.timeNanos()), y);
      }
    }
    return curve;
  }

  private static boolean marked(Decision decision, PacingState state) {
    return decision.changed() && decision.applied() && decision.state() == state;
  }

  private static OptionalDouble indexAt(List<RecordingEvent.IndexStep> steps, long nanos) {
    return steps.stream()
        .filter(step -> step.timeNanos() <= nanos && step.timeNanos() > nanos - NEAR_NANOS)
        .flatMapToDouble(step -> step.index().value().stream())
        .reduce((earlier, later) -> later);
  }
}
