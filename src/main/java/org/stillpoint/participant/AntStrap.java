package org.stillpoint.participant;

import java.util.Random;

/**
 * An ANT+ heart-rate strap on a virtual person, from the specification ("ANT+ Device Profile: Heart
 * Rate Monitor"): a page every 8070/32768 s, whether it is received or not. Pages 4 and 0
 * alternate, every 65th page is one of the background pages 1 to 3, and the highest bit of the page
 * number changes every four pages.
 */
final class AntStrap {
  /** Time from one page to the next. */
  static final double PAGE_SECONDS = 8070 / 32768.0;

  private static final double TICKS_PER_SECOND = 1024;
  private static final int PAGES_PER_TOGGLE = 4;
  private static final int PAGES_PER_TURN = 8;
  private static final int PAGES_PER_BACKGROUND = 65;
  private static final int MAKER = 0xFF; // for development, by the specification
  private static final int MODEL = 1;

  private final VirtualPerson person;
  private final double clockError;
  private final double phaseSeconds;
  private final int ticksAtZero;
  private final int countAtZero;
  private final int serial;

  AntStrap(VirtualPerson person, Random random) {
    this.person = person;
    this.clockError = (random.nextDouble() * 2 - 1) * 10e-6;
    this.phaseSeconds = random.nextDouble() * PAGE_SECONDS;
    this.ticksAtZero = random.nextInt(1 << 16);
    this.countAtZero = random.nextInt(1 << 8);
    this.serial = random.nextInt(1 << 16);
  }

  /** The number of the first page that is sent at this time or later. */
  long pageFrom(double seconds) {
    return (long) Math.ceil((seconds - phaseSeconds) / PAGE_SECONDS);
  }

  /** The time at which a page is sent. */
  double seconds(long page) {
    return phaseSeconds + page * PAGE_SECONDS;
  }

  /** The 8 bytes of a page as it is sent. Pages must be asked for in the order of their numbers. */
  int[] page(long number) {
    person.sample(seconds(number));
    int beat = ticks(person.beatSeconds());
    int previous = ticks(person.previousBeatSeconds());
    int count = (int) (countAtZero + person.beats()) & 0xFF;
    int toggle = number / PAGES_PER_TOGGLE % 2 == 0 ? 0 : 0x80;
    int[] head = head(number, previous);
    return new int[] {
      toggle | head[0], head[1], head[2], head[3], beat & 0xFF, beat >> 8, count, rate()
    };
  }

  private int[] head(long number, int previous) {
    if (number % PAGES_PER_BACKGROUND == 0) {
      int page = (int) (1 + number / PAGES_PER_BACKGROUND % 3);
      return switch (page) {
        case 1 -> operatingTime(number);
        case 2 -> new int[] {page, MAKER, serial & 0xFF, serial >> 8};
        default -> new int[] {page, 1, 1, MODEL};
      };
    }
    return number / PAGES_PER_TURN % 2 == 0
        ? new int[] {4, 0xFF, previous & 0xFF, previous >> 8}
        : new int[] {0, 0xFF, 0xFF, 0xFF};
  }

  /** Background page 1: the time since the battery was inserted, in units of two seconds. */
  private int[] operatingTime(long number) {
    int units = (int) (seconds(number) / 2);
    return new int[] {1, units & 0xFF, units >> 8 & 0xFF, units >> 16 & 0xFF};
  }

  private int ticks(double seconds) {
    long ticks = Math.round(seconds * (1 + clockError) * TICKS_PER_SECOND);
    return (int) (ticksAtZero + ticks) & 0xFFFF;
  }

  private int rate() {
    double interval = person.beatSeconds() - person.previousBeatSeconds();
    return person.beats() < 2 ? 0 : (int) Math.min(255, Math.round(60 / interval));
  }
}
