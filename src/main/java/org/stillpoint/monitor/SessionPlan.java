package org.stillpoint.monitor;

import java.util.List;
import org.stillpoint.programme.Script;
import org.stillpoint.relax.BaselineHistory;
import org.stillpoint.session.Decision;
import org.stillpoint.session.SessionOptions;

/**
 * What is to be conducted and how; with the inputs it determines all of a session.
 *
 * @param script the session to conduct
 * @param options how
 * @param history starts of earlier sessions in the same posture
 * @param yoke decisions of somebody else to obey instead of one's own; none but in a comparison
 */
public record SessionPlan(
    Script script, SessionOptions options, BaselineHistory history, List<Decision> yoke) {

  /** Keeps its own copy. */
  public SessionPlan {
    yoke = List.copyOf(yoke);
  }

  /** A session of one's own. */
  public SessionPlan(Script script, SessionOptions options, BaselineHistory history) {
    this(script, options, history, List.of());
  }

  /** The usual session of a person of whom nothing is known. */
  public static SessionPlan usual(Script script) {
    return new SessionPlan(script, SessionOptions.USUAL, BaselineHistory.NONE);
  }
}
