package org.stillpoint.beat;

/**
 * Course of the threshold between two beats. Phases are fractions of the usual interval, shares are
 * fractions of the usual strength.
 *
 * @param stepSeconds grid spacing
 * @param refractorySeconds no beat is accepted within this time after a beat
 * @param early until this phase an event is attributed to the previous beat
 * @param earlyShare threshold until that phase
 * @param soon from this phase on a beat is early but possible
 * @param soonShare threshold at that phase
 * @param dueShare threshold from phase one on
 * @param steepestLast a beat much stronger than usual also has stronger echoes; its strength is
 *     used up to this multiple of the usual strength
 * @param flattestLast a beat much weaker than usual announces weak ones; its strength is used down
 *     to this share
 * @param overdue from this phase on the beat is overdue
 * @param halvingSeconds time in which the threshold of an overdue beat halves
 * @param topShare the usual strength is at least this share of the second largest of the latest
 *     strengths; 0 to use the median alone. It keeps weak noise that was taken for beats from
 *     lowering the threshold.
 * @param floorShare the threshold does not fall below this share of the usual strength while the
 *     heart may merely pause; 0 for no such floor
 * @param lostSeconds after this time without a beat the heart has been lost and the floor no longer
 *     holds
 * @param weakShare a beat may be as weak as this share of the usual strength if it is clearly no
 *     echo: an early beat, before which the heart has hardly filled
 * @param weakPhase such a weak beat comes no earlier than at this phase
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
    double topShare,
    double floorShare,
    double lostSeconds,
    double weakShare,
    double weakPhase) {

  /**
   * For the steepness of a pulse wave, whose echo is the dicrotic wave. No heart at rest or walking
   * beats faster than 230 per minute. A wave that has shrunk to a tenth is found within 2 s. The
   * values are in the middle of wide plateaus of the score on contact and camera records.
   */
  static final ThresholdProfile PULSE =
      new ThresholdProfile(
          /* stepSeconds= */ SlopeTrack.STEP_SECONDS,
          /* refractorySeconds= */ 0.26,
          /* early= */ 0.35,
          /* earlyShare= */ 0.9,
          /* soon= */ 0.7,
          /* soonShare= */ 0.45,
          /* dueShare= */ 0.3,
          /* steepestLast= */ 2,
          /* flattestLast= */ 0.4,
          /* overdue= */ 1.5,
          /* halvingSeconds= */ 0.4,
          /* topShare= */ 0.25,
          /* floorShare= */ 0,
          /* lostSeconds= */ 0,
          /* weakShare= */ 0.1,
          /* weakPhase= */ 0.6);

  /**
   * For the energy of an ECG complex, whose echo is the T wave. Early beats (ectopic, fibrillation)
   * come at half the usual interval. The threshold of an overdue beat falls slowly; otherwise a P
   * wave could be found, and its complex, 200 ms later, be taken for an echo.
   */
  static final ThresholdProfile COMPLEX =
      new ThresholdProfile(
          /* stepSeconds= */ ComplexTrack.STEP_SECONDS,
          /* refractorySeconds= */ 0.22,
          /* early= */ 0.45,
          /* earlyShare= */ 0.5,
          /* soon= */ 0.7,
          /* soonShare= */ 0.4,
          /* dueShare= */ 0.3,
          /* steepestLast= */ 2,
          /* flattestLast= */ 0.4,
          /* overdue= */ 1.5,
          /* halvingSeconds= */ 0.6,
          /* topShare= */ 0.8,
          /* floorShare= */ 0.2,
          /* lostSeconds= */ 6,
          /* weakShare= */ 0.24,
          /* weakPhase= */ 0);

  /** Threshold at a phase, as a share of the usual strength, before the overdue factor. */
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

  /** Factor by which the threshold has fallen: 1 until the beat is overdue, then halving. */
  double late(double phase, double since) {
    if (phase <= overdue) {
      return 1;
    }
    double late = since * (1 - overdue / phase);
    return Math.pow(2, -late / halvingSeconds);
  }
}
