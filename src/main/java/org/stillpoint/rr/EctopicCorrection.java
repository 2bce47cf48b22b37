package org.stillpoint.rr;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Moves the beats within a run of ectopic, long and short intervals. They are distributed between
 * the correct beats around the run, following the change of the intervals before and after it, and
 * the run keeps its duration. A single ectopic interval is corrected together with the neighbour
 * that compensates for it. A single long or short one is a deep breath, unless it is far too long
 * or short for that, and is left unchanged. Used once, by one thread.
 */
final class EctopicCorrection {
  /** Largest change between neighbours that breathing causes, as a share of the interval. */
  private static final double DEEPEST_BREATH = 0.35;

  /** A deep breath changes an interval by at most this multiple of the deeper breaths around it. */
  private static final double DEEPER_THAN_USUAL = 6;

  /** Quantile of the changes around an interval that represents the deeper breaths. */
  private static final double DEEP_BENDS = 0.85;

  private static final int BENDS_AROUND = 12;

  /**
   * Largest ratio of the mean interval of a run to its surroundings; above it the number of beats
   * is wrong.
   */
  private static final double MOST_STRETCH = 1.33;

  /**
   * Smallest such ratio; below it an early beat has reset the rhythm, and the missing time cannot
   * be distributed.
   */
  private static final double LEAST_STRETCH = 0.87;

  private final List<RrInterval> pieces;
  private final BitSet noise;
  private final List<RrInterval> out = new ArrayList<>();

  /**
   * Creates a correction.
   *
   * @param pieces intervals whose extra and missed beats are already corrected
   * @param noise those that must stay as they are
   */
  EctopicCorrection(List<RrInterval> pieces, BitSet noise) {
    this.pieces = pieces;
    this.noise = noise;
  }

  /** The intervals from the given one on, corrected where necessary. */
  List<RrInterval> from(int from) {
    int i = from;
    while (i < pieces.size()) {
      if (!misplaced(i) || breath(i)) {
        RrInterval piece = pieces.get(i);
        out.add(misplaced(i) ? piece.labelled(RrLabel.NORMAL) : piece);
        i++;
        continue;
      }
      int last = i;
      while (last + 1 < pieces.size() && misplaced(last + 1) && pieces.get(last + 1).continues()) {
        last++;
      }
      int first = i;
      i = last + 1;
      if (first == last && precedes(first) && comesBefore(first, from)) {
        out.remove(out.size() - 1);
        first--;
      } else if (first == last && follows(last)) {
        i = ++last + 1;
      }
      spread(first, last);
    }
    return out;
  }

  private boolean misplaced(int i) {
    return pieces.get(i).label().misplaced() && !pieces.get(i).corrected() && !noise.get(i);
  }

  /**
   * Whether a single long or short interval is the deep breath of a healthy heart. A misplaced beat
   * would change two intervals; after a deep breath, the intervals around it vary as well. A breath
   * is left unchanged.
   */
  private boolean breath(int i) {
    RrInterval piece = pieces.get(i);
    if (piece.label() == RrLabel.ECTOPIC || !precedes(i) || !follows(i)) {
      return false;
    }
    double off = bend(i);
    double around = (pieces.get(i - 1).millis() + pieces.get(i + 1).millis()) / 2;
    return off <= DEEPEST_BREATH * around && off <= DEEPER_THAN_USUAL * usualBend(i);
  }

  /** Difference of an interval from the mean of its neighbours, ms. */
  private double bend(int i) {
    double around = (pieces.get(i - 1).millis() + pieces.get(i + 1).millis()) / 2;
    return Math.abs(pieces.get(i).millis() - around);
  }

  /**
   * That difference in the deeper breaths around a place, ms; NaN if no interval there is usable.
   */
  private double usualBend(int i) {
    SortedWindow bends = new SortedWindow(2 * BENDS_AROUND);
    int from = Math.max(1, i - BENDS_AROUND);
    int to = Math.min(pieces.size() - 2, i + BENDS_AROUND);
    for (int k = from; k <= to; k++) {
      boolean beside = Math.abs(k - i) <= 1;
      if (!beside && usable(k - 1) && usable(k) && usable(k + 1)) {
        bends.add(bend(k));
      }
    }
    return bends.quantile(DEEP_BENDS);
  }

  private boolean usable(int i) {
    return pieces.get(i).usable();
  }

  /** Whether the interval before can be corrected together with this one. */
  private boolean precedes(int i) {
    return pieces.get(i).continues() && i > 0 && pieces.get(i - 1).normal();
  }

  private boolean follows(int i) {
    return i + 1 < pieces.size() && pieces.get(i + 1).continues() && pieces.get(i + 1).normal();
  }

  /** Whether the interval before, rather than the one after, compensates for the single one. */
  private boolean comesBefore(int i, int from) {
    if (i - 1 < from || out.isEmpty() || out.get(out.size() - 1).corrected()) {
      return false;
    }
    if (!follows(i)) {
      return true;
    }
    // The neighbour that deviates in the opposite direction compensates: a long one for a short
    // one, a short one for a long one.
    double before = pieces.get(i - 1).millis();
    double after = pieces.get(i + 1).millis();
    boolean isShort = pieces.get(i).label() == RrLabel.SHORT || shorterThanBoth(i);
    return isShort ? before > after : before < after;
  }

  private boolean shorterThanBoth(int i) {
    double millis = pieces.get(i).millis();
    return millis < pieces.get(i - 1).millis() && millis < pieces.get(i + 1).millis();
  }

  /** Distributes the beats within a run, unless that would invent or lose a beat. */
  private void spread(int first, int last) {
    double before = neighbour(first - 1, pieces.get(first).continues());
    double after =
        neighbour(last + 1, last + 1 < pieces.size() && pieces.get(last + 1).continues());
    before = Double.isNaN(before) ? after : before;
    after = Double.isNaN(after) ? before : after;
    int count = last - first + 1;
    double total = 0;
    for (int k = first; k <= last; k++) {
      total += pieces.get(k).millis();
    }
    double stretch = total / (count * (before + after) / 2);
    if (!(stretch < MOST_STRETCH && stretch > LEAST_STRETCH)) {
      out.addAll(pieces.subList(first, last + 1));
      return;
    }
    double sum = 0;
    for (int k = first; k <= last; k++) {
      RrInterval piece = pieces.get(k);
      double share = (k - first + 1.0) / (count + 1);
      double millis = (before + (after - before) * share) * stretch;
      sum += millis;
      long end = pieces.get(last).endNanos() - Math.round((total - sum) * 1e6);
      out.add(new RrInterval(end, millis, piece.label(), piece.continues(), true));
    }
  }

  /** Length of an interval next to a run, ms; NaN if it cannot serve as a reference. */
  private double neighbour(int i, boolean touches) {
    if (!touches || i < 0 || i >= pieces.size() || !pieces.get(i).usable()) {
      return Double.NaN;
    }
    return pieces.get(i).millis();
  }
}
