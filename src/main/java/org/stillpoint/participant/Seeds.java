package org.stillpoint.participant;

import java.util.Random;
import java.util.SplittableRandom;

/**
 * Creates random numbers from seeds that people choose. With neighbouring seeds, {@link Random}
 * begins almost alike, so the seeds are mixed first. Both algorithms are specified, so every
 * computer produces the same numbers.
 */
final class Seeds {
  private Seeds() {}

  /** Random numbers for one purpose; different salts give independent numbers. */
  static Random random(long seed, long salt) {
    return new SingleRandom(new SplittableRandom(seed * 31 + salt).nextLong());
  }
}
