package org.stillpoint.participant;

import java.util.List;

/**
 * Prescribed breathing of a virtual person: at a pace or along a plan, evenly or not, and how far
 * heart and pulse follow. The in-breath takes two fifths of a breath.
 *
 * @param plan at least one pace, in time order; the first applies from the beginning
 * @param irregularity standard deviation of the rate around the plan, as a share of it, 0 to 1
 * @param heartShare how far the heart rate follows the breath; 1 as in most people, 0 not at all
 * @param pulseShare how far the height, width and level of the pulse follow; 1 as in most people
 */
public record Breathing(
    List<Pace> plan, double irregularity, double heartShare, double pulseShare) {
  private static final double USUAL_IRREGULARITY = 0.03;
  private static final double INHALE_SHARE = 0.4;

  /**
   * A pace and when it begins.
   *
   * @param fromSeconds when it begins
   * @param breathsPerMinute 1 to 60
   */
  public record Pace(double fromSeconds, double breathsPerMinute) {
    /** Refuses rates outside 1 to 60. */
    public Pace {
      if (!(breathsPerMinute >= 1 && breathsPerMinute <= 60)) {
        throw new IllegalArgumentException("breaths per minute: " + breathsPerMinute);
      }
    }
  }

  /** Keeps its own copy of the plan; refuses an empty one. */
  public Breathing {
    plan = List.copyOf(plan);
    if (plan.isEmpty()) {
      throw new IllegalArgumentException("a plan needs a pace");
    }
  }

  /** Breathing at one pace, nearly even, as with a pacer. */
  public static Breathing at(double breathsPerMinute) {
    return along(new Pace(0, breathsPerMinute));
  }

  /** Breathing along a plan, nearly even. */
  public static Breathing along(Pace... plan) {
    return new Breathing(List.of(plan), USUAL_IRREGULARITY, 1, 1);
  }

  /** The same with another irregularity. */
  public Breathing irregular(double share) {
    return new Breathing(plan, share, heartShare, pulseShare);
  }

  /** The same with a heart rate and a pulse that follow the breath more or less. */
  public Breathing followed(double byHeart, double byPulse) {
    return new Breathing(plan, irregularity, byHeart, byPulse);
  }

  /** The pace at a moment. */
  double perMinute(double seconds) {
    double rate = plan.get(0).breathsPerMinute();
    for (Pace pace : plan) {
      if (pace.fromSeconds() <= seconds) {
        rate = pace.breathsPerMinute();
      }
    }
    return rate;
  }

  /**
   * How much deeper the heart rate swings than at 15 breaths a minute: more at slow breathing, most
   * near 5.5 a minute, less at fast breathing. The shape is that of Angelone and Coulter 1964 (J
   * Appl Physiol 19:479-482); the numbers are choices.
   */
  static double depth(double breathsPerMinute) {
    double slow = (1 + 1.25 * 1.25) / (1 + StrictMath.pow(breathsPerMinute / 12, 2));
    return slow + 1 / (1 + StrictMath.pow((breathsPerMinute - 5.5) / 1.2, 2));
  }

  /**
   * Fullness of the lungs at a phase of the breath.
   *
   * @param phase in radians, any number; a breath begins at every multiple of a full turn
   * @return -1 (out) to 1 (in)
   */
  static double lungs(double phase) {
    double share = phase / (2 * Math.PI) - StrictMath.floor(phase / (2 * Math.PI));
    return share < INHALE_SHARE
        ? -StrictMath.cos(Math.PI * share / INHALE_SHARE)
        : StrictMath.cos(Math.PI * (share - INHALE_SHARE) / (1 - INHALE_SHARE));
  }
}
