package org.stillpoint.beat;

import java.util.Arrays;

/**
 * Pairs detected beats with reference beats one to one, in time order, within 150 ms. It forms as
 * many pairs as possible and, among the solutions with that number, takes the least total distance.
 * Groups of beats that are not linked by a chain of such distances are solved separately, each
 * exactly (dynamic programming), so that the time for a day of beats is the sum of the times for
 * its groups.
 */
final class BeatMatch {
  /** Largest distance of a detected beat from its reference beat: 150 ms, as in ANSI/AAMI EC57. */
  static final double TOLERANCE_SECONDS = 0.150;

  /** Cost of a pair at the full tolerance; far below the worth of a pair. */
  private static final double DISTANCE_COST = 1e-6;

  /**
   * No heart produces a group with more possible pairs than this; such a group is paired greedily
   * in order.
   */
  private static final long MOST_PAIRS = 4_000_000;

  private final double[] reference;
  private final double[] detected;
  private final int[] partner;

  private BeatMatch(double[] reference, double[] detected) {
    this.reference = reference;
    this.detected = detected;
    this.partner = new int[reference.length];
    Arrays.fill(partner, -1);
  }

  /**
   * The index of the detected beat for each reference beat, or -1 for none; both inputs in time
   * order.
   */
  static int[] of(double[] reference, double[] detected) {
    BeatMatch match = new BeatMatch(reference, detected);
    match.solve();
    return match.partner;
  }

  private void solve() {
    int i = 0;
    int j = 0;
    while (i < reference.length && j < detected.length) {
      if (detected[j] < reference[i] - TOLERANCE_SECONDS) {
        j++;
      } else if (reference[i] < detected[j] - TOLERANCE_SECONDS) {
        i++;
      } else {
        int toI = i + 1;
        int toJ = j + 1;
        boolean grew = true;
        while (grew) {
          if (toI < reference.length && reference[toI] - TOLERANCE_SECONDS <= detected[toJ - 1]) {
            toI++;
          } else if (toJ < detected.length
              && detected[toJ] - TOLERANCE_SECONDS <= reference[toI - 1]) {
            toJ++;
          } else {
            grew = false;
          }
        }
        pair(i, toI, j, toJ);
        i = toI;
        j = toJ;
      }
    }
  }

  private void pair(int fromI, int toI, int fromJ, int toJ) {
    if (toI - fromI == 1 && toJ - fromJ == 1) {
      partner[fromI] = fromJ;
    } else if ((long) (toI - fromI) * (toJ - fromJ) > MOST_PAIRS) {
      pairInOrder(fromI, toI, fromJ, toJ);
    } else {
      pairBest(fromI, toI, fromJ, toJ);
    }
  }

  private void pairInOrder(int fromI, int toI, int fromJ, int toJ) {
    int j = fromJ;
    for (int i = fromI; i < toI; i++) {
      while (j < toJ && detected[j] < reference[i] - TOLERANCE_SECONDS) {
        j++;
      }
      if (j < toJ && detected[j] <= reference[i] + TOLERANCE_SECONDS) {
        partner[i] = j++;
      }
    }
  }

  private void pairBest(int fromI, int toI, int fromJ, int toJ) {
    int n = toI - fromI;
    int m = toJ - fromJ;
    double[][] worth = new double[n + 1][m + 1];
    for (int i = n - 1; i >= 0; i--) {
      for (int j = m - 1; j >= 0; j--) {
        double apart = Math.max(worth[i + 1][j], worth[i][j + 1]);
        worth[i][j] = Math.max(apart, worth[i + 1][j + 1] + worth(fromI + i, fromJ + j));
      }
    }
    int i = 0;
    int j = 0;
    while (i < n && j < m) {
      if (worth[i][j] == worth[i + 1][j + 1] + worth(fromI + i, fromJ + j)) {
        partner[fromI + i++] = fromJ + j++;
      } else if (worth[i][j] == worth[i + 1][j]) {
        i++;
      } else {
        j++;
      }
    }
  }

  /** Worth of a pair: about one within the tolerance, negative infinity outside it. */
  private double worth(int i, int j) {
    double distance = Math.abs(reference[i] - detected[j]);
    return distance <= TOLERANCE_SECONDS
        ? 1 - DISTANCE_COST * distance / TOLERANCE_SECONDS
        : Double.NEGATIVE_INFINITY;
  }
}
