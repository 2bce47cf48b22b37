package org.stillpoint.beat;

import java.util.EnumSet;
import java.util.Set;
import org.stillpoint.signal.SignalQuality;
import org.stillpoint.signal.SignalQuality.Level;
import org.stillpoint.signal.SignalQuality.Reason;

/**
 * Collects the reasons against a beat; the worst of them determines its quality. Belongs to one
 * thread.
 */
final class QualityAssessment {
  private final Set<Reason> reasons = EnumSet.noneOf(Reason.class);
  private Level level = Level.GOOD;

  void clear() {
    reasons.clear();
    level = Level.GOOD;
  }

  /** Adds a reason and the best level that the beat can still have. */
  void blame(Reason reason, Level best) {
    reasons.add(reason);
    if (best.compareTo(level) > 0) {
      level = best;
    }
  }

  boolean isGood() {
    return reasons.isEmpty();
  }

  SignalQuality quality() {
    return reasons.isEmpty() ? SignalQuality.GOOD : new SignalQuality(level, reasons);
  }
}
