package org.stillpoint.rr;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Corrects artefacts by moving, adding or removing beats, so that the total time is kept (Lipponen
 * and Tarvainen 2019, section on correction):
 *
 * <ul>
 *   <li>the beat that ends an extra interval is removed, and the interval is joined to the next;
 *   <li>a beat is inserted in the middle of a missed interval;
 *   <li>the beats within a run of ectopic, long and short intervals are moved: {@link
 *       EctopicCorrection}.
 * </ul>
 *
 * <p>Where artefacts are dense, or the number of detected beats does not fit between the correct
 * beats, the true rhythm is unknown. These intervals stay as they are, marked but not corrected.
 * Pure functions.
 */
final class IntervalCorrector {
  /** This many artefacts among {@link #DENSE_AMONG} consecutive intervals are noise. */
  private static final int DENSE = 6;

  /** Number of consecutive intervals among which artefacts are counted. */
  static final int DENSE_AMONG = 10;

  /** Number of intervals on each side that determine the usual length. */
  private static final int AROUND = 5;

  /**
   * Two intervals are not joined if together they are this multiple of the usual length or longer.
   */
  private static final double MOST_JOINED = 1.45;

  /** An interval is not halved if it is this multiple of the usual length or shorter. */
  private static final double LEAST_HALVED = 1.45;

  private IntervalCorrector() {}

  /**
   * Corrects what can be corrected.
   *
   * @param all judged intervals, oldest first
   * @param from the first to be corrected; those before it have been delivered already
   * @return the intervals from there on, corrected, with the same total duration as before
   */
  static List<RrInterval> correct(List<RrInterval> all, int from) {
    BitSet dense = dense(all);
    BitSet noise = new BitSet();
    List<RrInterval> beats = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      RrInterval piece = all.get(i);
      boolean open = i >= from && !piece.corrected() && !dense.get(i);
      if (open && piece.label() == RrLabel.EXTRA) {
        double joined = piece.millis() + (joins(all, i) ? all.get(i + 1).millis() : 0);
        if (joins(all, i) && joined < MOST_JOINED * around(all, i)) {
          long end = all.get(++i).endNanos();
          beats.add(new RrInterval(end, joined, RrLabel.EXTRA, piece.continues(), true));
        } else {
          beats.add(piece.labelled(RrLabel.SHORT));
        }
      } else if (open && piece.label() == RrLabel.MISSED) {
        if (piece.millis() > LEAST_HALVED * around(all, i)) {
          addHalves(piece, beats);
        } else {
          beats.add(piece.labelled(RrLabel.LONG));
        }
      } else {
        noise.set(beats.size(), dense.get(i));
        beats.add(piece);
      }
    }
    return new EctopicCorrection(beats, noise).from(from);
  }

  private static void addHalves(RrInterval piece, List<RrInterval> beats) {
    double half = piece.millis() / 2;
    long middle = piece.endNanos() - Math.round(half * 1e6);
    beats.add(new RrInterval(middle, half, RrLabel.MISSED, piece.continues(), true));
    beats.add(new RrInterval(piece.endNanos(), half, RrLabel.MISSED, true, true));
  }

  /** Median of the usable intervals around a place, ms; NaN if there are none. */
  private static double around(List<RrInterval> all, int i) {
    SortedWindow window = new SortedWindow(2 * AROUND + 1);
    for (int k = Math.max(0, i - AROUND); k < Math.min(all.size(), i + AROUND + 1); k++) {
      if (all.get(k).usable()) {
        window.add(all.get(k).millis());
      }
    }
    return window.median();
  }

  private static boolean joins(List<RrInterval> all, int i) {
    return i + 1 < all.size()
        && all.get(i + 1).continues()
        && all.get(i + 1).label() != RrLabel.UNTRUSTED;
  }

  /** The artefacts that are among so many others that the beats cannot be determined. */
  private static BitSet dense(List<RrInterval> all) {
    BitSet dense = new BitSet();
    int artefacts = 0;
    for (int i = 0; i < all.size(); i++) {
      artefacts += all.get(i).normal() ? 0 : 1;
      int first = Math.max(0, i - DENSE_AMONG + 1);
      if (i >= DENSE_AMONG) {
        artefacts -= all.get(i - DENSE_AMONG).normal() ? 0 : 1;
      }
      for (int k = first; artefacts >= DENSE && k <= i; k++) {
        dense.set(k, !all.get(k).normal());
      }
    }
    return dense;
  }
}
