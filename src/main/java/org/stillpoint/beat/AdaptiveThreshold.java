package org.stillpoint.beat;

/**
 * How strong an event must be to count as a beat, given the beats before it.
 *
 * <p>The threshold is a share of the usual strength: a running median, so a spike of movement
 * cannot lift it. Right after a beat it stands high, to turn the echoes of the beat away (dicrotic
 * wave, T wave); it falls until the next beat is due and, when that is overdue, goes on falling
 * until something is found. After a silence longer than any slow heart's, the likes of what was
 * turned away in it will do: what is usual was no heart. Belongs to one thread.
 */
final class AdaptiveThreshold {
  /** Beats that make the usual strength and interval; a few spikes among them do no harm. */
  private static final int MEMORY = 9;

  /** Interval taken for usual until there is one: 75 per minute. */
  private static final double FIRST_INTERVAL_SECONDS = 0.8;

  /** A longer interval is a pause or hides a missed beat, and says nothing about the rhythm. */
  private static final double LONGEST_INTERVAL_SECONDS = 2;

  /** The same, as a multiple of the usual interval. */
  private static final double LONGEST_INTERVAL_RATIO = 1.7;

  /** A weak event that looks this much like a beat is one; another needs company. */
  private static final double CONVINCING = 0.8;

  /** What looks less like a beat says nothing about the usual strength. */
  private static final double EXEMPLARY = 0.5;

  /**
   * What learning says counts as so many beats, so that a first one out of the way does no harm.
   */
  private static final int FIRST_WEIGHT = 3;

  /** Without a beat for longer, and overdue, it is silent: 40 beats a minute are 1.5 s apart. */
  private static final double SILENCE_SECONDS = 1.5;

  /** Share of the strongest of those turned away that a beat has after a silence. */
  private static final double MISSED_SHARE = 0.5;

  /** A rise so much stronger than the beat whose echo it should be is none. */
  private static final double NO_ECHO = 3;

  /** So many beats in a row with such an echo are echoes themselves. */
  private static final int ECHOES = 3;

  private final ThresholdProfile profile;
  private final RunningMedian strengths = new RunningMedian(MEMORY);
  private final RunningMedian intervals = new RunningMedian(MEMORY);
  private boolean started;
  private long lastGrid;
  private double lastStrength;
  private double lastLikeness;
  private boolean lastWeak;
  private double strongestMissed;
  private boolean overshadowed;
  private int echoes;

  AdaptiveThreshold(ThresholdProfile profile) {
    this.profile = profile;
  }

  /** Begins anew with what is taken for usual until beats say better. */
  void restart(double strength, double intervalSeconds) {
    strengths.clear();
    for (int i = 0; i < FIRST_WEIGHT; i++) {
      strengths.add(strength);
    }
    intervals.clear();
    intervals.add(intervalSeconds);
    started = false;
    lastWeak = false;
    strongestMissed = 0;
    overshadowed = false;
    echoes = 0;
  }

  /** Begins anew without any idea of the rhythm. */
  void restart(double strength) {
    restart(strength, FIRST_INTERVAL_SECONDS);
    intervals.clear();
  }

  /** Usual strength, for a pulse in units of the wave per second. */
  double usualStrength() {
    return Math.max(strengths.value(), profile.topShare() * strengths.largestButOne());
  }

  double usualIntervalSeconds() {
    return intervals.size() > 0 ? intervals.value() : FIRST_INTERVAL_SECONDS;
  }

  /** The threshold at the grid number, in the unit of the strength. */
  double at(long grid) {
    double usual = usualStrength();
    if (!started) {
      return profile.soonShare() * usual;
    }
    double since = secondsSinceLast(grid);
    if (since < profile.refractorySeconds()) {
      return Double.POSITIVE_INFINITY;
    }
    double phase = since / usualIntervalSeconds();
    double threshold = reference(phase, usual) * profile.share(phase) * profile.late(phase, since);
    return strongestMissed > 0 && isSilent(grid)
        ? Math.min(threshold, MISSED_SHARE * strongestMissed)
        : threshold;
  }

  /** Takes note of a rise that was too weak or came too soon. */
  void missed(Rise rise) {
    if (!started) {
      return;
    }
    double since = secondsSinceLast(rise.grid());
    if (since < profile.refractorySeconds()) {
      overshadowed |= rise.slope() > NO_ECHO * lastStrength;
    } else if (since >= profile.soon() * usualIntervalSeconds()) {
      strongestMissed = Math.max(strongestMissed, rise.slope());
    }
  }

  /**
   * Whether what is taken for beats are T waves or the like, and the beats, which come too soon
   * after them, are turned away.
   */
  boolean followsEchoes() {
    return echoes >= ECHOES;
  }

  /** Takes note of a beat. */
  void accepted(Rise rise) {
    if (started) {
      boolean weak = rise.slope() < profile.dueShare() * usualStrength();
      if (weak && (rise.likeness() >= CONVINCING || lastWeak || isSilent(rise.grid()))) {
        // Found only because the threshold fell: the wave has become smaller, so start from here.
        strengths.clear();
      }
      lastWeak = weak;
      noteInterval(secondsSinceLast(rise.grid()), Math.min(rise.likeness(), lastLikeness));
    }
    if (rise.likeness() >= EXEMPLARY || strengths.size() == 0) {
      strengths.add(rise.slope());
    }
    started = true;
    lastGrid = rise.grid();
    lastStrength = rise.slope();
    lastLikeness = rise.likeness();
    strongestMissed = 0;
    echoes = overshadowed ? echoes + 1 : 0;
    overshadowed = false;
  }

  /** An interval much longer than usual counts if what looks like a beat is at both its ends. */
  private void noteInterval(double seconds, double likeness) {
    boolean expected = seconds < LONGEST_INTERVAL_RATIO * usualIntervalSeconds();
    if (seconds < LONGEST_INTERVAL_SECONDS && (expected || likeness >= CONVINCING)) {
      intervals.add(seconds);
    }
  }

  private boolean isSilent(long grid) {
    double since = secondsSinceLast(grid);
    return since > SILENCE_SECONDS && since > profile.overdue() * usualIntervalSeconds();
  }

  private double secondsSinceLast(long grid) {
    return (grid - lastGrid) * profile.stepSeconds();
  }

  /** What the share is taken of: the usual strength, moved towards that of the last beat. */
  private double reference(double phase, double usual) {
    if (phase < profile.soon()) {
      return Math.max(usual, Math.min(lastStrength, profile.steepestLast() * usual));
    }
    return Math.sqrt(
        usual * Math.max(profile.flattestLast() * usual, Math.min(lastStrength, usual)));
  }
}
