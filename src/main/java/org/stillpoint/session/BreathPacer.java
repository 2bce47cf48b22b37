package org.stillpoint.session;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Leads the breath gently to a slower pace. It begins at 0.9 of the person's own rate. Each breath
 * is at most 3 % longer than the one before, and the out-breath lengthens first, until the target
 * is reached. No breath is ever held. The pace changes only where one breath ends and the next
 * begins, so nothing that follows the fullness of the breath ever jumps.
 *
 * <p>If three breaths are not followed, or if the person says that the pacer is too slow, it
 * becomes faster by half a breath a minute and stays there for a minute. If that is not followed
 * either, it falls silent. The numbers are product decisions. A pure state machine: values and
 * session time in, breaths out.
 */
public final class BreathPacer {
  private static final double BEGIN_SHARE = 0.9;
  private static final double MOST_LONGER = 0.03;
  private static final double BEGIN_INHALE_SHARE = 0.46;

  /** A short session does not lead below this share of the person's own rate. */
  private static final double SHORT_SESSION_SHARE = 0.75;

  private static final double QUICKER_BY = 0.5;
  private static final double STAY_SECONDS = 60;
  private static final int UNFOLLOWED_BREATHS = 3;

  /** A measured rate that exceeds the pacer's by more than this share does not follow it. */
  private static final double OFF = 0.15;

  /**
   * A rate like the pacer's shows following only if the own rate is this many times the pacer's.
   */
  private static final double APART = 1.2;

  /** The window of a measured rate, and the time that it takes to follow. */
  private static final double WINDOW_SECONDS = 75;

  private final double slowestPerMinute;
  private final double inhaleShare;
  private final double ownPerMinute;
  private final ArrayDeque<Breath> lastMinute = new ArrayDeque<>();
  private double perMinute;
  private double share = BEGIN_INHALE_SHARE;
  private double nextSeconds;
  private double stayUntilSeconds;
  private boolean eased;
  private boolean on = true;
  private @Nullable Breath current;
  private final double beganSeconds;
  private double unfollowedSince = Double.NaN;
  private double followedSeconds = Double.NaN;

  /**
   * A pacer that leads from now on.
   *
   * @param seconds session time of the first breath
   * @param ownPerMinute the person's own rate in breaths a minute; limited to 4.5 to 30
   * @param shortSession whether the session is too short to lead far
   */
  public BreathPacer(
      PacerSettings settings, double seconds, double ownPerMinute, boolean shortSession) {
    double own = Math.max(PacerSettings.SLOWEST, Math.min(30, ownPerMinute));
    this.ownPerMinute = own;
    double least = shortSession ? SHORT_SESSION_SHARE * own : 0;
    this.perMinute = Math.max(BEGIN_SHARE * own, Math.min(own, settings.targetPerMinute()));
    this.slowestPerMinute = Math.min(perMinute, Math.max(settings.targetPerMinute(), least));
    this.inhaleShare = settings.inhaleShare();
    this.beganSeconds = seconds;
    this.nextSeconds = seconds;
    this.stayUntilSeconds = seconds;
  }

  /**
   * A pacer that leads at one rate from the first breath on, as in the assessment.
   *
   * @param perMinute breaths a minute, 4 to 30
   * @param inhaleShare share of a breath that is breathing in; limited to 0.3 to 0.5
   * @param seconds session time of the first breath
   */
  public static BreathPacer steady(double perMinute, double inhaleShare, double seconds) {
    BreathPacer pacer =
        new BreathPacer(new PacerSettings(perMinute, inhaleShare), seconds, perMinute, false);
    pacer.perMinute = perMinute;
    pacer.share = pacer.inhaleShare;
    pacer.stayUntilSeconds = Double.POSITIVE_INFINITY;
    return pacer;
  }

  /** The next breath if it begins by now; call until the result is empty. */
  public Optional<Breath> next(double nowSeconds) {
    if (!on || nextSeconds > nowSeconds) {
      return Optional.empty();
    }
    if (current != null && nextSeconds >= stayUntilSeconds && !eased) {
      lengthen();
    }
    double length = 60 / perMinute;
    Breath breath = new Breath(nextSeconds, share * length, (1 - share) * length);
    current = breath;
    nextSeconds += length;
    lastMinute.add(breath);
    while (lastMinute.getFirst().seconds() < nowSeconds - WINDOW_SECONDS) {
      lastMinute.remove();
    }
    return Optional.of(breath);
  }

  /** Lengthens the out-breath until the in-breath has its set share; then both. */
  private void lengthen() {
    double length = 60 / perMinute;
    double longer = Math.min(60 / slowestPerMinute, length * (1 + MOST_LONGER));
    perMinute = 60 / longer;
    share = Math.max(inhaleShare, share * length / longer);
  }

  /**
   * Takes the measured breathing rate.
   *
   * @param measuredPerMinute of the last minute; an absent rate changes nothing
   */
  public void measured(double seconds, OptionalDouble measuredPerMinute) {
    if (!on || measuredPerMinute.isEmpty() || lastMinute.isEmpty()) {
      return;
    }
    double measured = measuredPerMinute.getAsDouble();
    if (measured <= (1 + OFF) * fastestPerMinute()) {
      unfollowedSince = Double.NaN;
      double mean = meanPerMinute();
      if (measured <= (1 + OFF) * mean) {
        // Near the person's own rate, a similar rate does not show that they follow.
        followedSeconds = ownPerMinute >= APART * mean ? seconds : Double.NaN;
      }
      return;
    }
    if (seconds - beganSeconds < WINDOW_SECONDS) {
      return; // the measured window reaches back to before the pacer began
    }
    if (Double.isNaN(unfollowedSince)) {
      unfollowedSince = seconds;
    } else if (seconds - unfollowedSince >= UNFOLLOWED_BREATHS * 60 / perMinute
        && seconds >= stayUntilSeconds) {
      ease(seconds);
    }
  }

  /** A person who follows a pacer that slows down breathed as fast as it did a minute ago. */
  private double fastestPerMinute() {
    return lastMinute.stream().mapToDouble(Breath::perMinute).max().orElse(perMinute);
  }

  private double meanPerMinute() {
    double length = lastMinute.stream().mapToDouble(Breath::lengthSeconds).average().orElse(10);
    return 60 / length;
  }

  /** The person finds it too slow. */
  public void tooSlow(double seconds) {
    if (on) {
      ease(seconds);
    }
  }

  private void ease(double seconds) {
    if (eased) {
      on = false;
      return;
    }
    eased = true;
    perMinute += QUICKER_BY;
    stayUntilSeconds = seconds + STAY_SECONDS;
  }

  /** Falls silent after the current breath. */
  public void stop() {
    on = false;
  }

  /** When the next breath begins; infinite once the pacer is silent. */
  public double dueSeconds() {
    return on ? nextSeconds : Double.POSITIVE_INFINITY;
  }

  /** Whether it became faster once, because it was not followed or was too slow. */
  public boolean eased() {
    return eased;
  }

  /** Whether it leads. */
  public boolean on() {
    return on;
  }

  /** Breaths a minute now. */
  public double perMinute() {
    return perMinute;
  }

  /**
   * Seconds since the breathing was last seen to follow the pacer; 0 while it follows, and if it
   * was never seen to follow. Breathing that is no longer clear does not count as following: a
   * person who follows breathes evenly.
   */
  public double unfollowedSeconds(double seconds) {
    return Double.isNaN(followedSeconds) ? 0 : seconds - followedSeconds;
  }
}
