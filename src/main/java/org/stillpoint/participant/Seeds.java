package org.stillpoint.participant;

import java.util.Random;
import java.util.SplittableRandom;

/**
 * Makes random numbers of seeds that people choose. Neighbouring seeds of {@link Random} begin
 * almost alike, so they are mixed first; both algorithms are specified, so every machine agrees.
 */
final class Seeds {
  private Seeds() {}

  /** Numbers for one purpose; different salts give independent ones. */
  static Random random(long seed, long salt) {
    return new SingleRandom(new SplittableRandom(seed * 31 + salt).nextLong());
  }
}
