package org.stillpoint.signal;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * How far a piece of the wave can be trusted, and why not further.
 *
 * @param level the judgement
 * @param reasons what speaks against the signal; empty when good
 */
public record SignalQuality(Level level, Set<Reason> reasons) {

  /** From trustworthy to absent; the order is the order of trust. */
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
    /** The wave lies at its limits. */
    CLIPPED,
    /** The beat's shape differs from the beats before it. */
    ODD_SHAPE,
    /** The beat is much smaller or larger than the beats before it. */
    ODD_SIZE,
    /** Samples are missing around the beat. */
    LOST_SAMPLES
  }

  /** A signal nothing speaks against. */
  public static final SignalQuality GOOD = new SignalQuality(Level.GOOD, Set.of());

  /** Keeps its own copy of the reasons, in the order of the enum. */
  public SignalQuality {
    reasons = reasons.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(reasons));
  }

  /** Whether a beat of this quality may bound an interval that is used. */
  public boolean usable() {
    return level == Level.GOOD || level == Level.FAIR;
  }
}
