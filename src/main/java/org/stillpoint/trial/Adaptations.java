package org.stillpoint.trial;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.session.Decision;
import org.stillpoint.session.Gains;
import org.stillpoint.session.PacingState;

/**
 * Selects the decisions that adapted the pace to the index. These do not count: an untrusted signal
 * or a question brings the script as written at once; the script continues after them; a change of
 * modality, which is given once, is over; and care, which never waits for anything.
 */
final class Adaptations {
  private Adaptations() {}

  /** The adaptations among all decisions of a session, in order. */
  static List<Decision> of(List<Decision> decisions) {
    List<Decision> adaptations = new ArrayList<>();
    PacingState state = PacingState.NOMINAL;
    Gains gains = Gains.AS_WRITTEN;
    for (Decision each : decisions) {
      if (!each.applied()) {
        continue;
      }
      boolean byIndex =
          switch (each.state()) {
            case DEEPEN, VARY, NOMINAL -> true;
            case SUPPORT, HOLD, CHECK_IN, DROWSY -> false;
          };
      boolean begins = each.state() != state && each.state() != PacingState.NOMINAL;
      boolean released =
          each.state() == PacingState.NOMINAL
              && (state == PacingState.HOLD
                  || state == PacingState.CHECK_IN
                  || state == PacingState.SUPPORT);
      if (byIndex && !released && (begins || !each.gains().equals(gains))) {
        adaptations.add(each);
      }
      state = each.state();
      gains = each.gains();
    }
    return adaptations;
  }
}
