package org.stillpoint.rr;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Classifies and corrects intervals as they arrive, as {@link Correction} does for a whole series.
 * The decision is the same, but it uses the spread of the newest 91 differences and the median of
 * the newest 11 intervals instead of the surroundings. An interval is judged when the three after
 * it are known, and is delivered once it is certain that it needs no further correction. That is
 * usually four beats later, up to fifteen in a run of artefacts, and after 2.3 s if no more beats
 * arrive.
 *
 * <p>The total duration of the intervals is kept, and no correction spans a gap. Belongs to one
 * thread.
 */
public final class LiveCorrector {
  /** Number of following intervals on which the pattern of an interval can depend. */
  private static final int LOOK_AHEAD = 3;

  /** A longer run of artefacts is noise, and is delivered as it is. */
  static final int MOST_HELD = 12;

  /**
   * Time after the newest beat when the next is overdue: one long interval and the look-ahead of
   * the detector.
   */
  public static final long STALE_NANOS = 2_300_000_000L;

  private final Consumer<RrInterval> out;
  private final UsualSpread usual = new UsualSpread();
  private final List<PendingInterval> open = new ArrayList<>();
  private int judged;
  private final ArrayDeque<RrInterval> given = new ArrayDeque<>();
  private final List<RrInterval> held = new ArrayList<>();

  /** An interval of this run and its difference from the one before, ms; 0 for the first. */
  private record PendingInterval(RrInterval interval, double difference) {}

  /**
   * Creates a corrector without knowledge of the rhythm.
   *
   * @param out receives the judged intervals, in time order
   */
  public LiveCorrector(Consumer<RrInterval> out) {
    this.out = out;
  }

  /**
   * Takes the next interval.
   *
   * @param raw as measured; {@code continues} must be false after a gap
   * @return the same interval with its class at first sight, without knowledge of what follows:
   *     normal, long, short or untrusted
   */
  public RrInterval accept(RrInterval raw) {
    if (!raw.continues() || raw.label() == RrLabel.UNTRUSTED) {
      flush();
    }
    if (raw.label() == RrLabel.UNTRUSTED) {
      give(raw);
      return raw;
    }
    boolean first = open.isEmpty();
    double difference = first ? 0 : raw.millis() - open.get(open.size() - 1).interval.millis();
    usual.length(raw.millis());
    if (!first) {
      usual.difference(difference);
    }
    RrLabel glance = glance(raw.millis(), difference);
    open.add(new PendingInterval(raw, difference));
    judge(open.size() - LOOK_AHEAD);
    forgetJudged();
    return raw.labelled(glance);
  }

  private RrLabel glance(double millis, double difference) {
    RrLabel absurd = absurd(millis);
    if (absurd != RrLabel.NORMAL) {
      return absurd;
    }
    double distance = ArtefactDecision.distance(millis, usual.median());
    ArtefactDecision suspicion =
        new ArtefactDecision(
            new double[] {millis},
            new double[] {usual.median()},
            new double[] {difference},
            new double[] {distance},
            new double[] {usual.usualDifference()},
            new double[] {usual.usualDistance()});
    if (!suspicion.oddAtFirstSight(0)) {
      return RrLabel.NORMAL;
    }
    return distance > 0 ? RrLabel.LONG : RrLabel.SHORT;
  }

  private static RrLabel absurd(double millis) {
    if (millis > RrInterval.LONGEST_MILLIS) {
      return RrLabel.LONG;
    }
    return millis < RrInterval.SHORTEST_MILLIS ? RrLabel.SHORT : RrLabel.NORMAL;
  }

  /** Judges all intervals before the given one, with the intervals known so far. */
  private void judge(int before) {
    int n = open.size();
    if (judged >= before) {
      return;
    }
    double[] rr = new double[n];
    double[] difference = new double[n];
    double[] distance = new double[n];
    for (int i = 0; i < n; i++) {
      rr[i] = open.get(i).interval.millis();
      difference[i] = open.get(i).difference;
      distance[i] = ArtefactDecision.distance(rr[i], usual.median());
    }
    ArtefactDecision suspicion =
        new ArtefactDecision(
            rr,
            all(n, usual.median()),
            difference,
            distance,
            all(n, usual.usualDifference()),
            all(n, usual.usualDistance()));
    RrLabel[] labels = new RrLabel[n + 1];
    Arrays.fill(labels, RrLabel.NORMAL);
    while (judged < before) {
      int next = suspicion.judge(judged, n, labels);
      for (int i = judged; i < next; i++) {
        usual.distance(distance[i]);
        hold(open.get(i).interval, labels[i]);
      }
      judged = next;
    }
  }

  private static double[] all(int n, double value) {
    double[] values = new double[n];
    Arrays.fill(values, value);
    return values;
  }

  /** Discards judged intervals except the last, on which the pattern of the next one depends. */
  private void forgetJudged() {
    int superfluous = judged - 1;
    if (superfluous > 0) {
      open.subList(0, superfluous).clear();
      judged -= superfluous;
    }
  }

  private void hold(RrInterval raw, RrLabel label) {
    RrLabel absurd = absurd(raw.millis());
    boolean patternFound = label == RrLabel.MISSED || label == RrLabel.EXTRA;
    held.add(raw.labelled(absurd == RrLabel.NORMAL || patternFound ? label : absurd));
    int n = held.size();
    boolean clear = n >= 2 && held.get(n - 1).normal() && held.get(n - 2).normal();
    if (clear) {
      release(n - 1);
    } else if (n >= MOST_HELD) {
      release(n);
    }
  }

  /** Corrects the intervals that are held back and delivers the given number of them. */
  private void release(int count) {
    List<RrInterval> all = new ArrayList<>(given);
    int from = all.size();
    all.addAll(held);
    List<RrInterval> corrected = IntervalCorrector.correct(all, from);
    RrInterval last = held.get(held.size() - 1);
    int give = count == held.size() ? corrected.size() : corrected.size() - 1;
    held.clear();
    corrected.subList(0, give).forEach(this::give);
    if (give < corrected.size()) {
      held.add(last);
    }
  }

  private void give(RrInterval interval) {
    out.accept(interval);
    given.add(interval);
    if (given.size() >= IntervalCorrector.DENSE_AMONG) {
      given.remove();
    }
  }

  /**
   * Handles a gap or the end: the intervals that are held back are corrected with what is known and
   * delivered.
   */
  public void flush() {
    judge(open.size());
    open.clear();
    judged = 0;
    if (!held.isEmpty()) {
      release(held.size());
    }
  }

  /**
   * Advances the time: if the next beat is overdue, the intervals that are held back are delivered.
   *
   * @param nowNanos since the recording began
   */
  public void advance(long nowNanos) {
    if (!open.isEmpty() && nowNanos - open.get(open.size() - 1).interval.endNanos() > STALE_NANOS) {
      judge(open.size());
      if (!held.isEmpty()) {
        release(held.size());
      }
    }
  }
}
