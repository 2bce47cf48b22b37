package org.stillpoint.signal;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * How far a part of the wave can be trusted, and what counts against it.
 *
 * @param level how far it can be trusted
 * @param reasons what counts against the signal; empty when it is good
 */
public record SignalQuality(Level level, Set<Reason> reasons) {

  /** The levels in order of trust, from trustworthy to absent. */
  public enum Level {
    GOOD,
    FAIR,
    POOR,
    NONE
  }

  /** Why a signal is less than good. */
  public enum Reason {
    /** The wave does not move: no contact, or a sensor that is off. */
    FLAT,
    /** The wave is at the limits of its range. */
    CLIPPED,
    /** The beat's shape differs from the beats before it. */
    ODD_SHAPE,
    /** The beat is much smaller or larger than the beats before it. */
    ODD_SIZE,
    /** Samples are missing around the beat. */
    LOST_SAMPLES
  }

  /** A signal with nothing against it. */
  public static final SignalQuality GOOD = new SignalQuality(Level.GOOD, Set.of());

  /** Copies the reasons, in the order of the enum. */
  public SignalQuality {
    reasons = reasons.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(reasons));
  }

  /** Whether a beat of this quality can begin or end a usable interval. */
  public boolean usable() {
    return level == Level.GOOD || level == Level.FAIR;
  }
}
