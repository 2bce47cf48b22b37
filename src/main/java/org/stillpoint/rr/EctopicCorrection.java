package org.stillpoint.rr;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Moves the beats within a row of ectopic, long and short intervals: they are spread between the
 * right beats around the row, following the change of the intervals before and after, and the row
 * stays as long as it was. One ectopic interval alone is spread together with the neighbour that
 * makes up for it. A long or short one alone is a deep breath, unless it is far too long or short
 * for that, and is left alone. Used once, by one thread.
 */
final class EctopicCorrection {
  /** Largest change between neighbours that breathing makes, as a share of the interval. */
  private static final double DEEPEST_BREATH = 0.35;

  /** A breath is at most this many times as far off as the deeper ones around it. */
  private static final double DEEPER_THAN_USUAL = 6;

  /** The deeper breaths: as many of the intervals around are less far off. */
  private static final double DEEP_BENDS = 0.85;

  private static final int BENDS_AROUND = 12;

  /** Mean of a spread row against its surroundings; beyond this its number of beats is wrong. */
  private static final double MOST_STRETCH = 1.33;

  /** Below this an early beat has set the rhythm anew: what is missing cannot be spread. */
  private static final double LEAST_STRETCH = 0.87;

  private final List<RrInterval> pieces;
  private final BitSet noise;
  private final List<RrInterval> out = new ArrayList<>();

  /**
   * Of intervals whose extra and missed beats are corrected.
   *
   * @param noise those that must stay as they are
   */
  EctopicCorrection(List<RrInterval> pieces, BitSet noise) {
    this.pieces = pieces;
    this.noise = noise;
  }

  /** The intervals from the given one on, spread where they need it. */
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
   * Whether a long or short interval alone is the deep breath of a healthy heart: a beat at the
   * wrong place makes two of them, and the heart around it swings as well. It then stays as it is.
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

  /** Distance of an interval from the mean of its neighbours. */
  private double bend(int i) {
    double around = (pieces.get(i - 1).millis() + pieces.get(i + 1).millis()) / 2;
    return Math.abs(pieces.get(i).millis() - around);
  }

  /** That distance in the deeper breaths around a place; NaN where no interval is right. */
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

  /** Whether the interval before can be spread together with this one. */
  private boolean precedes(int i) {
    return pieces.get(i).continues() && i > 0 && pieces.get(i - 1).normal();
  }

  private boolean follows(int i) {
    return i + 1 < pieces.size() && pieces.get(i + 1).continues() && pieces.get(i + 1).normal();
  }

  /** Whether it is the interval before, not the one after, that makes up for the lone one. */
  private boolean comesBefore(int i, int from) {
    if (i - 1 < from || out.isEmpty() || out.get(out.size() - 1).corrected()) {
      return false;
    }
    if (!follows(i)) {
      return true;
    }
    // Whichever neighbour leans to the other side: short with long, long with short.
    double before = pieces.get(i - 1).millis();
    double after = pieces.get(i + 1).millis();
    boolean isShort = pieces.get(i).label() == RrLabel.SHORT || shorterThanBoth(i);
    return isShort ? before > after : before < after;
  }

  private boolean shorterThanBoth(int i) {
    double millis = pieces.get(i).millis();
    return millis < pieces.get(i - 1).millis() && millis < pieces.get(i + 1).millis();
  }

  /** Spreads the beats within a row, unless that would invent or lose one. */
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

  /** Length of an interval beside a row; NaN where there is none to go by. */
  private double neighbour(int i, boolean touches) {
    if (!touches || i < 0 || i >= pieces.size() || !pieces.get(i).usable()) {
      return Double.NaN;
    }
    return pieces.get(i).millis();
  }
}
