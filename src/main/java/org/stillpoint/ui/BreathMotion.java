package org.stillpoint.ui;

import org.jspecify.annotations.Nullable;
import org.stillpoint.monitor.Snapshot;
import org.stillpoint.session.Breath;

/**
 * Computes how full the breath circle is. Session time is known only when a snapshot arrives, and
 * snapshots arrive unevenly. Between them the clock of the frames is used, and its difference from
 * session time is corrected little by little. In any case, the fullness never changes faster than
 * in a quick breath. If no snapshots arrive any more, the current breath ends and the circle stays
 * empty. Belongs to one thread.
 */
final class BreathMotion {
  /** The fastest change in a breath in of 0.9 s, which is quicker than any paced breath. */
  private static final double MOST_PER_SECOND = 1.8;

  /** Share of the difference between the clocks that a snapshot corrects. */
  private static final double TAKEN_OVER = 0.1;

  /**
   * If the clocks differ by more, the session was paused or delayed: session time is used at once.
   */
  private static final double FAR_SECONDS = 0.75;

  private @Nullable Breath breath;
  private boolean running;
  private double standsAt;
  private double sessionMinusFrame;
  private double fullness;
  private double lastFrame = Double.NaN;

  /**
   * Follows the breath of a snapshot.
   *
   * @param frameSeconds now, on any clock that never goes backwards
   */
  void follow(Snapshot s, double frameSeconds) {
    double difference = s.elapsedSeconds() - frameSeconds;
    double error = difference - sessionMinusFrame;
    boolean near = running && Math.abs(error) <= FAR_SECONDS;
    sessionMinusFrame = near ? sessionMinusFrame + TAKEN_OVER * error : difference;
    running = s.phase() == Snapshot.Phase.SESSION;
    standsAt = s.elapsedSeconds();
    breath = s.pacing() ? s.breath() : null;
    if (breath == null) {
      fullness = 0;
      lastFrame = Double.NaN;
    }
  }

  /**
   * Computes the next frame.
   *
   * @param frameSeconds now, on the same clock as for {@link #follow}
   * @return fullness, 0 (out) to 1 (in); 0 while no pacer leads
   */
  double frame(double frameSeconds) {
    Breath now = breath;
    if (now == null) {
      return 0;
    }
    double since = Double.isNaN(lastFrame) ? 0 : Math.max(0, frameSeconds - lastFrame);
    double most = MOST_PER_SECOND * since;
    double wanted = now.fullness(sessionSeconds(frameSeconds));
    fullness += Math.max(-most, Math.min(most, wanted - fullness));
    lastFrame = frameSeconds;
    return fullness;
  }

  private double sessionSeconds(double frameSeconds) {
    return running ? frameSeconds + sessionMinusFrame : standsAt;
  }

  /** Whether a pacer leads. */
  boolean leads() {
    return breath != null;
  }

  /** Whether the person should breathe in at the time of a frame; false while no pacer leads. */
  boolean in(double frameSeconds) {
    Breath now = breath;
    return now != null && sessionSeconds(frameSeconds) < now.seconds() + now.inhaleSeconds();
  }
}
