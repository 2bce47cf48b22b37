package org.stillpoint.ui;

import org.jspecify.annotations.Nullable;
import org.stillpoint.monitor.Snapshot;
import org.stillpoint.session.Breath;

/**
 * How full the breath circle is. Session time is known when a snapshot comes, and snapshots come
 * unevenly; between them the clock of the frames goes on, and what the two differ by is taken over
 * little by little. Whatever comes, the fullness never moves faster than a quick breath does. When
 * nothing comes any more it ends the breath that is on and stays empty.
 */
final class BreathMotion {
  /** A breath in of 0.9 s, quicker than any that the pacer leads, moves at most so fast. */
  private static final double MOST_PER_SECOND = 1.8;

  private static final double TAKEN_OVER = 0.1;

  /** Session time that differs by more was paused or stood still: it is taken as it is. */
  private static final double FAR_SECONDS = 0.75;

  private @Nullable Breath breath;
  private boolean running;
  private double standsAt;
  private double sessionMinusFrame;
  private double fullness;
  private double lastFrame = Double.NaN;

  /**
   * Takes what is known.
   *
   * @param frameSeconds now, of any clock that only goes forward
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
   * The next frame.
   *
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

  /** Whether a breath is led. */
  boolean leads() {
    return breath != null;
  }

  /** Whether it leads in, at the moment of a frame. */
  boolean in(double frameSeconds) {
    Breath now = breath;
    return now != null && sessionSeconds(frameSeconds) < now.seconds() + now.inhaleSeconds();
  }
}
