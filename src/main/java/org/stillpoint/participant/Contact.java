package org.stillpoint.participant;

import java.util.Random;

/**
 * Whether a sensor touches the skin: always, or with contact that is lost again and again. Belongs
 * to one thread.
 */
final class Contact {
  private static final double GOOD_SECONDS = 40;
  private static final double LOST_SECONDS = 25;
  private static final double FIRST_LOST_SECONDS = 20;

  private final boolean bad;
  private final Random random;
  private boolean there = true;
  private double changesAtSeconds;

  Contact(Family family, Random random) {
    this.bad = family == Family.BAD_CONTACT;
    this.random = random;
    this.changesAtSeconds = FIRST_LOST_SECONDS;
  }

  /** Whether it touches the skin at a moment, which must not be earlier than in the last call. */
  boolean at(double seconds) {
    while (bad && seconds >= changesAtSeconds) {
      there = !there;
      double mean = there ? GOOD_SECONDS : LOST_SECONDS;
      changesAtSeconds += mean * (0.3 - StrictMath.log(1 - random.nextDouble()) * 0.7);
    }
    return there;
  }
}
