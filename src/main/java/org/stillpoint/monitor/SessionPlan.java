package org.stillpoint.monitor;

import java.util.List;
import org.stillpoint.programme.Script;
import org.stillpoint.relax.BaselineHistory;
import org.stillpoint.session.Decision;
import org.stillpoint.session.SessionOptions;

/**
 * What to conduct and how. Together with the inputs it determines everything in a session.
 *
 * @param script the script to conduct
 * @param options how to conduct it
 * @param history baselines of earlier sessions in the same posture
 * @param yoke decisions of another session to obey instead of the index; empty except in a
 *     comparison
 */
public record SessionPlan(
    Script script, SessionOptions options, BaselineHistory history, List<Decision> yoke) {

  /** Keeps its own copy. */
  public SessionPlan {
    yoke = List.copyOf(yoke);
  }

  /** A session that follows the index of its own person. */
  public SessionPlan(Script script, SessionOptions options, BaselineHistory history) {
    this(script, options, history, List.of());
  }

  /** The usual session of a person about whom nothing is known. */
  public static SessionPlan usual(Script script) {
    return new SessionPlan(script, SessionOptions.USUAL, BaselineHistory.NONE);
  }
}
