package org.stillpoint.beat;

/**
 * How the threshold for the next beat runs between two beats. Phases are shares of the usual
 * interval, shares are parts of the usual strength.
 *
 * @param stepSeconds grid spacing
 * @param refractorySeconds until then there is no further beat
 * @param early until this phase an event belongs to the beat before
 * @param earlyShare threshold until then
 * @param soon from this phase on a beat comes early, but may come
 * @param soonShare threshold at that phase
 * @param dueShare threshold from phase one on
 * @param steepestLast a beat much stronger than usual also has stronger echoes; it is believed up
 *     to this multiple of the usual strength
 * @param flattestLast a beat much weaker than usual announces weak ones; it is believed down to
 *     this share
 * @param overdue from this phase on the beat is overdue
 * @param halvingSeconds time in which the threshold of an overdue beat halves
 * @param topShare the usual strength is at least this share of the largest but one of the latest; 0
 *     for the median alone. Where noise may be taken for weak beats it must not lower the
 *     threshold.
 */
record ThresholdProfile(
    double stepSeconds,
    double refractorySeconds,
    double early,
    double earlyShare,
    double soon,
    double soonShare,
    double dueShare,
    double steepestLast,
    double flattestLast,
    double overdue,
    double halvingSeconds,
    double topShare) {

  /**
   * For the steepness of a pulse wave, whose echo is the dicrotic wave. No heart at rest or walking
   * beats faster than 230 per minute; a tenth of the wave is found within 2 s. Chosen in the middle
   * of wide plateaus of the score on contact and camera records.
   */
  static final ThresholdProfile PULSE =
      new ThresholdProfile(
          SlopeTrack.STEP_SECONDS, 0.26, 0.35, 0.9, 0.7, 0.45, 0.3, 2, 0.4, 1.5, 0.4, 0.25);

  /**
   * For the energy of an ECG complex, whose echo is the T wave. Early beats (ectopic, fibrillation)
   * come at half the usual interval. The threshold of an overdue beat falls slowly, lest a P wave
   * be found and its complex, 200 ms later, be taken for an echo.
   */
  static final ThresholdProfile COMPLEX =
      new ThresholdProfile(
          ComplexTrack.STEP_SECONDS, 0.22, 0.45, 0.5, 0.7, 0.4, 0.3, 2, 0.4, 1.5, 0.6, 0.8);

  /** Threshold at a phase, in shares of the usual strength, before it is overdue. */
  double share(double phase) {
    if (phase < early) {
      return earlyShare;
    }
    if (phase < soon) {
      return earlyShare + (soonShare - earlyShare) * (phase - early) / (soon - early);
    }
    if (phase < 1) {
      return soonShare + (dueShare - soonShare) * (phase - soon) / (1 - soon);
    }
    return dueShare;
  }

  /** What is left of the threshold when the beat is overdue. */
  double late(double phase, double since) {
    if (phase <= overdue) {
      return 1;
    }
    double late = since * (1 - overdue / phase);
    return Math.pow(2, -late / halvingSeconds);
  }
}
