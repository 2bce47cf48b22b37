package org.stillpoint.relax;

/**
 * Compares the heart rate with that of the start: {@code zHR = (HR0 - HR) / spread}. A change of
 * posture alone changes the heart rate. After a movement zHR stands still for 64 s, longer than the
 * window of the heart rate, and then goes on from where it stood with another HR0. All times are
 * arguments. Belongs to one thread.
 */
final class HeartRateAnchor {
  private static final double KEPT_SECONDS = 60;
  private static final double REFINED_SECONDS = 60;

  private final Comparison rate;
  private boolean held;
  private double movedAtSeconds;

  /**
   * An anchor at the person's start.
   *
   * @param perMinute heart rate of the start
   * @param spread change of the heart rate that corresponds to one unit of z, above 0, per minute
   */
  HeartRateAnchor(double perMinute, double spread) {
    this.rate = new Comparison(perMinute, -spread, KEPT_SECONDS, REFINED_SECONDS);
  }

  /**
   * Takes the next step.
   *
   * @param seconds the present, later than in the step before
   * @param perMinute heart rate of the last minute
   * @return zHR
   */
  double step(double seconds, double perMinute) {
    if (held && seconds - movedAtSeconds >= Comparison.STANDSTILL_SECONDS) {
      held = false;
      rate.resume(seconds);
    }
    if (!held) {
      rate.follow(seconds, perMinute, true);
    }
    return rate.z();
  }

  /** Notes that the person moves now. */
  void moved(double seconds) {
    if (!held) {
      rate.stand();
    }
    held = true;
    movedAtSeconds = seconds;
  }

  /** Whether the heart rate stands still. */
  boolean held() {
    return held;
  }

  /** The heart rate that gives zHR = 0 now, per minute. */
  double anchor() {
    return rate.zero();
  }
}
