package org.stillpoint.report;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.rr.LiveCorrector;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.store.RecordedSession;

/** Judges and corrects the recorded intervals in the same way as during the session. */
final class JudgedIntervals {
  private JudgedIntervals() {}

  /** All intervals of a session, oldest first. */
  static List<RrInterval> of(RecordedSession session) {
    List<RrInterval> judged = new ArrayList<>();
    LiveCorrector corrector = new LiveCorrector(judged::add);
    for (RecordingEvent.BeatSeen seen : session.events(RecordingEvent.BeatSeen.class)) {
      RrInterval measured = seen.interval();
      if (measured != null) {
        corrector.accept(measured);
      }
    }
    corrector.flush();
    return judged;
  }
}
