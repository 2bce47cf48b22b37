package org.stillpoint.beat;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells the diastolic wave, the second rise of a pulse, from a beat.
 *
 * <p>A strong diastolic wave is found like a beat, and the rate doubles. But then every second rise
 * differs from the ones beside it and resembles the ones beside those. Such alternation within half
 * a second means a diastolic wave, unless the pairs are further apart than the beats were before:
 * then beats come in pairs (bigeminy), and what is a beat cannot be told from the wave. A rise like
 * the learned diastolic wave, at the learned delay, is no beat. When the rises stop alternating the
 * wave is forgotten: the rate has doubled. Belongs to one thread.
 */
final class DiastolicWave {
  /** A diastolic wave rises no later than this after its pulse. */
  private static final double LATEST_SECONDS = 0.52;

  /** With fewer rises alternation cannot be told from chance. */
  private static final int FEWEST = 4;

  /** With fewer rises a learned wave is not forgotten. */
  private static final int ENOUGH = 7;

  /** How different rises beside each other must be, 0 to 1. */
  private static final double DIFFERENT = 0.02;

  /** Rises with one between them differ by at most this share of that. */
  private static final double SAME_SHARE = 0.33;

  /** A rise is the learned wave up to this distance from its delay, in seconds. */
  private static final double DELAY_TOLERANCE_SECONDS = 0.07;

  /** The same for the second beat of a pair, which follows the heart. */
  private static final double PAIR_TOLERANCE_SECONDS = 0.15;

  /** A rise is the learned wave up to this multiple of its relative strength. */
  private static final double STRENGTH_TOLERANCE = 1.3;

  /** Share of the stronger rise from which two rises are about equally strong. */
  private static final double EQUAL = 0.9;

  /** Ratio of the interval between pairs to the interval before within which it is the same. */
  private static final double SAME_INTERVAL = 1.3;

  /** Share of the rises that were taken for beats from which both kinds of rises were. */
  private static final double MOSTLY = 0.75;

  /** Weight of a new delay and strength. */
  private static final double FOLLOWING = 0.2;

  private final SlopeTrack track;
  private final boolean possible;

  /** Beats, echoes and strong rises between them, in time order. */
  private final List<Rise> rises = new ArrayList<>();

  /** Those of them that were taken for beats. */
  private final List<Rise> beats = new ArrayList<>();

  private boolean known;
  private double delaySeconds;
  private double relativeStrength;

  /** Usual interval in seconds when it was last certain; NaN if it never was. */
  private double steadyInterval = Double.NaN;

  private boolean suspect;

  /** Time from the first to the second beat of a pair; NaN if beats do not come in pairs. */
  private double pairSeconds = Double.NaN;

  private double pairStrength;

  DiastolicWave(SlopeTrack track) {
    this(track, true);
  }

  private DiastolicWave(SlopeTrack track, boolean possible) {
    this.track = track;
    this.possible = possible;
  }

  /** For a kind of wave that has no second wave: nothing is noted, so nothing is ever learned. */
  static DiastolicWave none() {
    return new DiastolicWave(new SlopeTrack(1), false);
  }

  void clear() {
    forgetRises();
    known = false;
    suspect = false;
    pairSeconds = Double.NaN;
    steadyInterval = Double.NaN;
  }

  /** Discards the rises, but not what was learned: they will be noted again. */
  void forgetRises() {
    rises.clear();
    beats.clear();
  }

  /** Whether a rise is the learned wave of the beat before it. */
  boolean isEcho(Rise rise, Rise beat) {
    double delay = secondsBetween(beat, rise);
    return known
        && Math.abs(delay - delaySeconds) < DELAY_TOLERANCE_SECONDS
        && rise.slope() < STRENGTH_TOLERANCE * relativeStrength * beat.slope();
  }

  /** Whether a rise is the second of two beats that come in pairs, too late for an echo. */
  boolean isSecondBeat(Rise rise, Rise beat) {
    double delay = secondsBetween(beat, rise);
    return Math.abs(delay - pairSeconds) < PAIR_TOLERANCE_SECONDS
        && rise.slope() * STRENGTH_TOLERANCE > pairStrength * beat.slope();
  }

  /** Notes a beat. */
  void noteBeat(Rise rise) {
    if (possible) {
      note(rise);
      beats.add(rise);
    }
  }

  /** Notes a strong rise that was too early for a beat. */
  void noteRejected(Rise rise) {
    if (possible) {
      note(rise);
    }
  }

  /** Notes a rise that {@link #isEcho}. */
  void noteEcho(Rise rise, Rise beat) {
    double delay = secondsBetween(beat, rise);
    delaySeconds += FOLLOWING * (delay - delaySeconds);
    relativeStrength += FOLLOWING * (rise.slope() / beat.slope() - relativeStrength);
    note(rise);
  }

  private void note(Rise rise) {
    rises.removeIf(old -> old.grid() >= rise.grid());
    rises.add(rise);
  }

  /** Whether rises alternate, but it is not clear which of them are beats. */
  boolean isSuspect() {
    return suspect;
  }

  /**
   * Looks at the latest rises again.
   *
   * @param intervalSeconds the usual interval between beats; NaN while it is not known
   * @return whether the belief about the diastolic wave has changed, so that beats must be picked
   *     anew
   */
  boolean review(double intervalSeconds) {
    rises.removeIf(rise -> rise.grid() - ShapeTemplate.BEFORE < track.first());
    beats.removeIf(rise -> rise.grid() - ShapeTemplate.BEFORE < track.first());
    List<Rise> whole =
        rises.stream().filter(rise -> rise.grid() + ShapeTemplate.AFTER < track.end()).toList();
    if (whole.size() < FEWEST) {
      return false;
    }
    boolean alternating = isAlternating(whole);
    if (alternating && !known) {
      return learn(whole);
    }
    if (!alternating && known && whole.size() >= ENOUGH && hasEchoes(whole)) {
      known = false;
      suspect = false;
      return true;
    }
    suspect = false;
    pairSeconds = Double.NaN;
    if (alternating || !known) {
      steadyInterval = intervalSeconds;
    }
    return false;
  }

  /** Whether the rises contain echoes, so that they ought to alternate. */
  private boolean hasEchoes(List<Rise> whole) {
    int echoes = 0;
    for (int i = 1; i < whole.size(); i++) {
      double delay = secondsBetween(whole.get(i - 1), whole.get(i));
      if (Math.abs(delay - delaySeconds) < DELAY_TOLERANCE_SECONDS) {
        echoes++;
      }
    }
    return 2 * echoes >= whole.size() - 2;
  }

  /** Whether rises differ from those beside them, but not from those beside these. */
  private boolean isAlternating(List<Rise> whole) {
    RunningMedian beside = new RunningMedian(whole.size());
    RunningMedian apart = new RunningMedian(whole.size());
    for (int i = 1; i < whole.size(); i++) {
      beside.add(difference(whole.get(i), whole.get(i - 1)));
      if (i > 1) {
        apart.add(difference(whole.get(i), whole.get(i - 2)));
      }
    }
    return beside.value() > DIFFERENT && apart.value() < SAME_SHARE * beside.value();
  }

  /** Learns the wave from alternating rises if it is one; otherwise the beats are suspect. */
  private boolean learn(List<Rise> whole) {
    int n = whole.size();
    RunningMedian[] strength = {new RunningMedian(n), new RunningMedian(n)};
    RunningMedian[] gap = {new RunningMedian(n), new RunningMedian(n)};
    RunningMedian pair = new RunningMedian(n);
    for (int i = 0; i < n; i++) {
      strength[i % 2].add(whole.get(i).slope());
      if (i + 1 < n) {
        gap[i % 2].add(secondsBetween(whole.get(i), whole.get(i + 1)));
      }
      if (i + 2 < n) {
        pair.add(secondsBetween(whole.get(i), whole.get(i + 2)));
      }
    }
    int main = strength[0].value() >= strength[1].value() ? 0 : 1;
    double ratio = strength[1 - main].value() / strength[main].value();
    if (ratio > EQUAL && gap[main].value() > gap[1 - main].value()) {
      main = 1 - main;
      ratio = 1 / ratio;
    }
    boolean close = gap[main].value() <= LATEST_SECONDS;
    double change = pair.value() / steadyInterval;
    boolean interposed = !(Math.max(change, 1 / change) > SAME_INTERVAL);
    boolean halved = beats.size() < MOSTLY * n;
    suspect = close ? !interposed : halved;
    if (!close && halved) {
      pairSeconds = gap[main].value();
      pairStrength = ratio;
    }
    if (!close || !interposed) {
      return false;
    }
    known = true;
    delaySeconds = gap[main].value();
    relativeStrength = ratio;
    return true;
  }

  private static double secondsBetween(Rise earlier, Rise later) {
    return (later.grid() - earlier.grid()) * SlopeTrack.STEP_SECONDS;
  }

  /** Squared difference of two rises as a share of their squares: 0 if they are equal. */
  private double difference(Rise one, Rise other) {
    double difference = 0;
    double sum = 0;
    for (int i = -ShapeTemplate.BEFORE; i <= ShapeTemplate.AFTER; i++) {
      double x = track.slope(one.grid() + i);
      double y = track.slope(other.grid() + i);
      difference += (x - y) * (x - y);
      sum += x * x + y * y;
    }
    return sum > 0 ? difference / sum : 0;
  }
}
