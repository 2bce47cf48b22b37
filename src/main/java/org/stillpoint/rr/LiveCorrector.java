package org.stillpoint.rr;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Classifies and corrects intervals as they come, as {@link Correction} does for a whole series:
 * the same decision, with the spread of the newest 91 differences and the median of the newest 11
 * intervals instead of those around. An interval is judged when the three after it are known and
 * given out once it is clear that it is not to be corrected: four beats late as a rule, in a row of
 * artefacts up to fifteen, and when beats stop coming after 2.3 seconds.
 *
 * <p>What comes out is as long in all as what went in, and nothing crosses a gap. Belongs to one
 * thread.
 */
public final class LiveCorrector {
  /** Intervals after one that its pattern may rest on. */
  private static final int LOOK_AHEAD = 3;

  /** A row of artefacts that is longer is noise, and is given out as it stands. */
  static final int MOST_HELD = 12;

  /** The newest beat is up to one long interval and the detector's look-ahead old. */
  public static final long STALE_NANOS = 2_300_000_000L;

  private final Consumer<RrInterval> out;
  private final UsualSpread usual = new UsualSpread();
  private final List<PendingInterval> open = new ArrayList<>();
  private int judged;
  private final ArrayDeque<RrInterval> given = new ArrayDeque<>();
  private final List<RrInterval> held = new ArrayList<>();

  /** An interval of this run with its difference from the one before, 0 for the first. */
  private record PendingInterval(RrInterval interval, double difference) {}

  /**
   * Creates one that knows no rhythm yet.
   *
   * @param out takes the judged intervals in order
   */
  public LiveCorrector(Consumer<RrInterval> out) {
    this.out = out;
  }

  /**
   * Takes the next interval.
   *
   * @param raw as measured; {@code continues} must be false after a gap
   * @return the same with what it is taken for at first sight, knowing nothing of what follows:
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

  /** Judges all intervals before the given one, with what is known by now. */
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

  /** One judged interval is kept: the pattern of the next rests on it too. */
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

  /** Corrects what is held and gives it out, up to the given one. */
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

  /** A gap, or the end: what is held is given out, corrected with what is known. */
  public void flush() {
    judge(open.size());
    open.clear();
    judged = 0;
    if (!held.isEmpty()) {
      release(held.size());
    }
  }

  /**
   * Time passes: when the next beat is overdue, what is held is given out.
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
