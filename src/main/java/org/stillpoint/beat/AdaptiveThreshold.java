package org.stillpoint.beat;

/**
 * How steep a rise must be to count as a beat, given the beats before it.
 *
 * <p>The bar is a share of the usual steepness: a running median, so a spike of movement cannot
 * lift it. Right after a beat it stands high, to turn the dicrotic wave away; it falls until the
 * next beat is due and, when that is overdue, goes on falling until something is found. The shares
 * were chosen in the middle of wide plateaus of the score on contact and camera records. Belongs to
 * one thread.
 */
final class AdaptiveThreshold {
  /** Beats that make the usual steepness and interval; a few spikes among them do no harm. */
  private static final int MEMORY = 9;

  /** No heart at rest or walking beats faster than 230 per minute. */
  private static final double REFRACTORY_SECONDS = 0.26;

  /** Interval taken for usual until there is one: 75 per minute. */
  private static final double FIRST_INTERVAL_SECONDS = 0.8;

  /** A longer interval is a pause or hides a missed beat, and says nothing about the rhythm. */
  private static final double LONGEST_INTERVAL_SECONDS = 2;

  /** The same, as a multiple of the usual interval. */
  private static final double LONGEST_INTERVAL_RATIO = 1.7;

  /** Until this share of the usual interval a rise belongs to the beat before. */
  private static final double EARLY = 0.35;

  /** From this share of the usual interval on a beat comes early, but may come. */
  private static final double SOON = 0.7;

  /** Bar when a beat is early, in shares of the usual steepness; dicrotic waves stay below. */
  private static final double EARLY_SHARE = 1;

  private static final double SOON_SHARE = 0.45;
  private static final double DUE_SHARE = 0.3;

  /** A beat much steeper than usual also has a steeper dicrotic wave; it is believed up to this. */
  private static final double STEEPEST_LAST = 2;

  /** A beat much flatter than usual announces flat ones; it is believed down to this. */
  private static final double FLATTEST_LAST = 0.4;

  /** From this multiple of the usual interval on the beat is overdue. */
  private static final double OVERDUE = 1.5;

  /** Time in which the bar of an overdue beat halves: a tenth of the wave is found within 2 s. */
  private static final double HALVING_SECONDS = 0.4;

  private final RunningMedian strengths = new RunningMedian(MEMORY);
  private final RunningMedian intervals = new RunningMedian(MEMORY);
  private boolean started;
  private long lastGrid;
  private double lastStrength;

  /** Begins anew with what is taken for usual until beats say better. */
  void restart(double strength, double intervalSeconds) {
    strengths.clear();
    strengths.add(strength);
    intervals.clear();
    intervals.add(intervalSeconds);
    started = false;
  }

  /** Begins anew without any idea of the rhythm. */
  void restart(double strength) {
    restart(strength, FIRST_INTERVAL_SECONDS);
    intervals.clear();
  }

  /** Usual steepness, in units of the wave per second. */
  double usualStrength() {
    return strengths.value();
  }

  double usualIntervalSeconds() {
    return intervals.size() > 0 ? intervals.value() : FIRST_INTERVAL_SECONDS;
  }

  /** The bar for a rise at the grid number, in units of the wave per second. */
  double at(long grid) {
    double usual = strengths.value();
    if (!started) {
      return SOON_SHARE * usual;
    }
    double since = secondsSinceLast(grid);
    if (since < REFRACTORY_SECONDS) {
      return Double.POSITIVE_INFINITY;
    }
    double phase = since / usualIntervalSeconds();
    return reference(phase, usual) * share(phase) * overdue(phase, since);
  }

  /** Takes note of a beat. */
  void accepted(Rise rise) {
    if (started) {
      if (rise.slope() < DUE_SHARE * strengths.value()) {
        // Found only because the bar fell: the wave has become smaller, so start from here.
        strengths.clear();
      }
      double since = secondsSinceLast(rise.grid());
      if (since < LONGEST_INTERVAL_SECONDS
          && since < LONGEST_INTERVAL_RATIO * usualIntervalSeconds()) {
        intervals.add(since);
      }
    }
    strengths.add(rise.slope());
    started = true;
    lastGrid = rise.grid();
    lastStrength = rise.slope();
  }

  private double secondsSinceLast(long grid) {
    return (grid - lastGrid) * SlopeTrack.STEP_SECONDS;
  }

  /** What the share is taken of: the usual steepness, moved towards that of the last beat. */
  private double reference(double phase, double usual) {
    if (phase < SOON) {
      return Math.max(usual, Math.min(lastStrength, STEEPEST_LAST * usual));
    }
    return Math.sqrt(usual * Math.max(FLATTEST_LAST * usual, Math.min(lastStrength, usual)));
  }

  private static double share(double phase) {
    if (phase < EARLY) {
      return EARLY_SHARE;
    }
    if (phase < SOON) {
      return EARLY_SHARE + (SOON_SHARE - EARLY_SHARE) * (phase - EARLY) / (SOON - EARLY);
    }
    if (phase < 1) {
      return SOON_SHARE + (DUE_SHARE - SOON_SHARE) * (phase - SOON) / (1 - SOON);
    }
    return DUE_SHARE;
  }

  private static double overdue(double phase, double since) {
    if (phase <= OVERDUE) {
      return 1;
    }
    double late = since * (1 - OVERDUE / phase);
    return Math.pow(2, -late / HALVING_SECONDS);
  }
}
