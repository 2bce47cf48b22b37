package org.stillpoint.beat;

import org.jspecify.annotations.Nullable;

/**
 * How strong an event must be to count as a beat, given the beats before it.
 *
 * <p>The threshold is a share of the usual strength. The usual strength is a running median, so
 * that a movement spike cannot raise it. Immediately after a beat the threshold is high, to reject
 * the echoes of that beat (dicrotic wave, T wave). It falls until the next beat is due. If that
 * beat is overdue, it keeps falling until an event passes. When no beat was found for longer than
 * the interval of any slow heart, events as strong as those rejected in that time are accepted,
 * because the usual strength was evidently not that of the heart. In a pause of the heart P waves
 * and noise must not be accepted: as long as the ECG shows nothing but what there always was
 * between beats, the threshold keeps a floor. Belongs to one thread.
 */
final class AdaptiveThreshold {
  /** Number of beats behind the usual strength and interval; a few spikes among them do no harm. */
  private static final int MEMORY = 9;

  /** Usual interval until one has been measured: 75 beats per minute. */
  private static final double FIRST_INTERVAL_SECONDS = 0.8;

  /**
   * A longer interval is a pause of the heart or hides a missed beat, and does not describe the
   * rhythm.
   */
  private static final double LONGEST_INTERVAL_SECONDS = 2;

  /** The same limit, as a multiple of the usual interval. */
  private static final double LONGEST_INTERVAL_RATIO = 1.7;

  /**
   * Likeness from which one weak event is enough to reset the usual strength, and from which the
   * beats at both ends of a long interval make it count.
   */
  private static final double CONVINCING = 0.8;

  /** An event with a likeness below this does not change the usual strength. */
  private static final double EXEMPLARY = 0.5;

  /**
   * The strength found in training counts as this many beats, so that an unusual first beat does no
   * harm.
   */
  private static final int FIRST_WEIGHT = 3;

  /**
   * If no beat was found for longer than this, and the next is overdue, the heart has been lost: at
   * 40 beats per minute the interval is 1.5 s.
   */
  private static final double SILENCE_SECONDS = 1.5;

  /** The threshold is then at most this share of the strongest rejected event. */
  private static final double MISSED_SHARE = 0.5;

  /** A rise this many times stronger than the last beat cannot be its echo. */
  private static final double NO_ECHO = 3;

  /** After this many consecutive beats with such a rise, the beats themselves are the echoes. */
  private static final int ECHOES = 3;

  /** Likeness from which a beat is beyond doubt. */
  private static final double CLEAR = 0.9;

  /** A rise this many times stronger than those between beats usually are is something new. */
  private static final double NEWS = 2;

  /** Until this time after a beat a rise belongs to it: the end of the complex, the ST segment. */
  private static final double ECHO_SECONDS = 0.28;

  /** A weak beat is at least this many times stronger than the echoes of the latest beats. */
  private static final double BEYOND_ECHO = 1.2;

  /** A beat this many times stronger than usual has stronger echoes. */
  private static final double STRONG = 2;

  /** Share of the usual strength from which a rejected rise may be a diastolic wave. */
  private static final double NOTED = 0.5;

  private final ThresholdProfile profile;
  private final RunningMedian strengths = new RunningMedian(MEMORY);
  private final RunningMedian intervals = new RunningMedian(MEMORY);
  private final EchoMemory between;
  private final WaveModel wave;
  private final DiastolicWave diastolic;
  private @Nullable Rise last;
  private boolean lastClear;
  private boolean lastWeak;
  private double strongestMissed;
  private boolean overshadowed;
  private int echoes;

  AdaptiveThreshold(WaveModel wave) {
    this.profile = wave.profile();
    this.wave = wave;
    this.diastolic = wave.diastolic();
    this.between = new EchoMemory(profile.stepSeconds());
  }

  /**
   * Starts again with the given usual strength and interval, which hold until beats replace them.
   */
  void restart(double strength, double intervalSeconds) {
    strengths.clear();
    for (int i = 0; i < FIRST_WEIGHT; i++) {
      strengths.add(strength);
    }
    intervals.clear();
    intervals.add(intervalSeconds);
    between.clear();
    diastolic.forgetRises();
    last = null;
    lastWeak = false;
    strongestMissed = 0;
    overshadowed = false;
    echoes = 0;
  }

  /** Starts again with the given usual strength and no knowledge of the rhythm. */
  void restart(double strength) {
    restart(strength, FIRST_INTERVAL_SECONDS);
    intervals.clear();
  }

  /**
   * Usual strength in units of the wave per second; NaN before the first {@link #restart(double)}.
   */
  double usualStrength() {
    return Math.max(strengths.value(), profile.topShare() * strengths.largestButOne());
  }

  double usualIntervalSeconds() {
    return intervals.size() > 0 ? intervals.value() : FIRST_INTERVAL_SECONDS;
  }

  /**
   * Whether the rise is strong enough for a beat: it reaches the threshold, or it is a weak beat
   * but clearly no echo.
   */
  boolean passes(Rise rise) {
    Rise before = last;
    if (before == null) {
      return rise.slope() >= profile.soonShare() * usualStrength();
    }
    return !diastolic.isEcho(rise, before)
        && (rise.slope() >= threshold(rise, before)
            || isWeakBeat(rise, before)
            || diastolic.isSecondBeat(rise, before));
  }

  /** In the unit of the strength; infinite in the refractory time. */
  private double threshold(Rise rise, Rise before) {
    double usual = usualStrength();
    double since = secondsBetween(before, rise);
    if (since < profile.refractorySeconds()) {
      return Double.POSITIVE_INFINITY;
    }
    double phase = since / usualIntervalSeconds();
    double threshold =
        reference(phase, usual, before.slope()) * profile.share(phase) * profile.late(phase, since);
    if (strongestMissed > 0 && isSilent(since)) {
      threshold = Math.min(threshold, MISSED_SHARE * strongestMissed);
    }
    return since < profile.lostSeconds() && isPause(rise)
        ? Math.max(threshold, profile.floorShare() * usual)
        : threshold;
  }

  /**
   * Whether the heart may be pausing: the last beat was a clear one, and this rise neither looks
   * like a beat nor stands out from what there usually is between beats.
   */
  private boolean isPause(Rise rise) {
    boolean news = rise.slope() > NEWS * between.usual() && wave.standsOut(rise);
    return lastClear && rise.likeness() < CLEAR && !news;
  }

  /** The echoes of a beat of another shape are unknown, so the last beat must have been usual. */
  private boolean isWeakBeat(Rise rise, Rise before) {
    double usual = usualStrength();
    double since = secondsBetween(before, rise);
    return rise.slope() >= profile.weakShare() * usual
        && since >= ECHO_SECONDS
        && since >= profile.weakPhase() * usualIntervalSeconds()
        && before.slope() < STRONG * usual
        && before.likeness() >= CONVINCING
        && rise.slope() >= BEYOND_ECHO * between.largest()
        && wave.standsOut(rise);
  }

  /** Notes a rise that was too weak or came too soon. */
  void missed(Rise rise) {
    Rise before = last;
    if (before == null) {
      return;
    }
    if (diastolic.isEcho(rise, before)) {
      diastolic.noteEcho(rise, before);
    } else if (rise.slope() > NOTED * usualStrength()) {
      diastolic.noteRejected(rise);
    }
    double since = secondsBetween(before, rise);
    if (since >= ECHO_SECONDS) {
      between.rejected(rise);
    }
    if (since < profile.refractorySeconds()) {
      overshadowed |= rise.slope() > NO_ECHO * before.slope();
    } else if (since >= profile.soon() * usualIntervalSeconds()) {
      strongestMissed = Math.max(strongestMissed, rise.slope());
    }
  }

  /**
   * Whether T waves or similar echoes are accepted as beats, while the true beats are rejected
   * because they follow the echoes too soon.
   */
  boolean followsEchoes() {
    return echoes >= ECHOES;
  }

  /** Notes a beat. */
  void accepted(Rise rise) {
    Rise before = last;
    if (before != null) {
      double since = secondsBetween(before, rise);
      boolean weak = rise.slope() < profile.dueShare() * usualStrength();
      if (weak && (rise.likeness() >= CONVINCING || lastWeak || isSilent(since))) {
        // The beat was found only because the threshold fell: the wave has become smaller, so the
        // usual strength is measured again from this beat.
        strengths.clear();
      }
      lastWeak = weak;
      noteInterval(since, Math.min(rise.likeness(), before.likeness()));
    }
    if (rise.likeness() >= EXEMPLARY || strengths.size() == 0) {
      strengths.add(rise.slope());
    }
    between.accepted(rise);
    diastolic.noteBeat(rise);
    last = rise;
    lastClear = rise.likeness() >= CLEAR && wave.standsOut(rise);
    strongestMissed = 0;
    echoes = overshadowed ? echoes + 1 : 0;
    overshadowed = false;
  }

  /** An interval much longer than usual counts only if both beats that bound it look like beats. */
  private void noteInterval(double seconds, double likeness) {
    boolean expected = seconds < LONGEST_INTERVAL_RATIO * usualIntervalSeconds();
    if (seconds < LONGEST_INTERVAL_SECONDS && (expected || likeness >= CONVINCING)) {
      intervals.add(seconds);
    }
  }

  private boolean isSilent(double since) {
    return since > SILENCE_SECONDS && since > profile.overdue() * usualIntervalSeconds();
  }

  private double secondsBetween(Rise earlier, Rise later) {
    return (later.grid() - earlier.grid()) * profile.stepSeconds();
  }

  /**
   * The strength to which the share is applied: the usual strength, moved towards that of the last
   * beat.
   */
  private double reference(double phase, double usual, double lastStrength) {
    if (phase < profile.soon()) {
      return Math.max(usual, Math.min(lastStrength, profile.steepestLast() * usual));
    }
    return Math.sqrt(
        usual * Math.max(profile.flattestLast() * usual, Math.min(lastStrength, usual)));
  }
}
