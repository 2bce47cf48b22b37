package org.stillpoint.device;

/**
 * Computes intervals from the pages that a heart rate strap broadcasts ("ANT+ Device Profile: Heart
 * Rate Monitor"). A page has 8 bytes and arrives about four times a second. Every page holds the
 * time of the last beat in 1/1024 s (16 bits), the count of beats (8 bits) and a computed heart
 * rate. Page 4 also holds the time of the previous beat.
 *
 * <p>The time wraps every 64 s. How often it has wrapped follows from the number of message slots
 * that passed, with or without a page: they are 8070/32768 s apart. Where that number is not known,
 * after a search for the strap, or where count and time do not fit it, a new run begins instead of
 * a guess.
 */
final class AntHeartRate {
  private static final int TIMES = 1 << 16;
  private static final int COUNTS = 1 << 8;
  private static final int TICKS_PER_SECOND = 1024;

  /** From one slot to the next, in ticks. */
  private static final double SLOT_TICKS = 8070 / 32.0;

  /** No heart has shorter intervals: 0.2 s. */
  private static final int SHORTEST_TICKS = TICKS_PER_SECOND / 5;

  /** A longer interval means that the strap lost contact with the skin: 10 s. */
  private static final int LONGEST_TICKS = 10 * TICKS_PER_SECOND;

  /** The last beat of a slow heart can be this much older than the page that reports it. */
  private static final int EARLIER_TICKS = 5 * TICKS_PER_SECOND;

  /** This much may have been lost between stick and host without a trace. */
  private static final int LATER_TICKS = 20 * TICKS_PER_SECOND;

  private static final int MAKER_PAGE = 2;
  private static final int PREVIOUS_BEAT_PAGE = 4;
  private static final int BOTH_TOGGLES = 3;
  private static final int UNKNOWN = -1;

  private boolean based;
  private int baseTime;
  private int baseCount;
  private long ticks;
  private long slots;
  private boolean running;
  private boolean alive;
  private int toggles;
  private int strap = UNKNOWN;

  /**
   * Reads a page.
   *
   * @param data broadcast message: channel, then the 8 bytes of the page
   * @return whether it reported a beat
   */
  boolean page(AntMessage data, FrameHandler out) {
    slots++;
    toggles |= 1 << (data.at(1) >> 7);
    // Straps of the first generation have no page numbers: they never change the highest bit.
    int page = toggles == BOTH_TOGGLES ? data.at(1) & 0x7F : UNKNOWN;
    if (page == MAKER_PAGE) {
      worn(data.at(2) << 16 | data.word(3));
    }
    int time = data.word(5);
    int count = data.at(7);
    int beats = Math.floorMod(count - baseCount, COUNTS);
    int passed = Math.floorMod(time - baseTime, TIMES);
    if (!based) {
      base(time, count);
      return false;
    }
    if (beats == 0 && passed == 0) {
      return false;
    }
    long step = unrolled(passed);
    if (!fits(beats, step)) {
      broken();
      base(time, count);
      return false;
    }
    base(time, count);
    ticks += step;
    int last = page == PREVIOUS_BEAT_PAGE ? Math.floorMod(time - data.word(3), TIMES) : UNKNOWN;
    tell(beats, step, last, out);
    return true;
  }

  /** A slot passed without a page. */
  void missed() {
    slots++;
  }

  /** An unknown time has passed: the next page begins a new run. */
  void broken() {
    based = false;
    running = false;
    toggles = 0;
  }

  /** Takes the manufacturer and serial number: another strap has another clock. */
  private void worn(int now) {
    if (strap != UNKNOWN && strap != now) {
      broken();
    }
    strap = now;
  }

  private void base(int time, int count) {
    based = true;
    baseTime = time;
    baseCount = count;
    slots = 0;
  }

  private double elapsedTicks() {
    return slots * SLOT_TICKS;
  }

  private long unrolled(int passed) {
    long wraps = Math.max(0, Math.round((elapsedTicks() - passed) / TIMES));
    return passed + wraps * TIMES;
  }

  private boolean fits(int beats, long step) {
    double late = step - elapsedTicks();
    return beats > 0
        && step >= (long) beats * SHORTEST_TICKS
        && late >= -EARLIER_TICKS
        && late <= LATER_TICKS;
  }

  private void tell(int beats, long step, int last, FrameHandler out) {
    if (!running) {
      if (alive) {
        out.restarted();
      }
      running = true;
      alive = true;
      out.interval(nanos(ticks), Double.NaN);
    } else if (beats == 1) {
      out.interval(nanos(ticks), millis(step));
    } else if (believable(beats, step, last)) {
      // After two beats the missed one is the previous beat, so both intervals are known.
      if (beats > 2) {
        out.lost(beats - 2L);
      }
      out.interval(nanos(ticks - last), beats == 2 ? millis(step - last) : Double.NaN);
      out.interval(nanos(ticks), millis(last));
    } else {
      out.lost(beats - 1L);
      out.interval(nanos(ticks), Double.NaN);
    }
  }

  private static boolean believable(int beats, long step, int last) {
    return last >= SHORTEST_TICKS
        && last <= LONGEST_TICKS
        && step - last >= (beats - 1L) * SHORTEST_TICKS;
  }

  private static long nanos(long ticks) {
    return ticks * 1_000_000_000L / TICKS_PER_SECOND;
  }

  private static double millis(long ticks) {
    return ticks > LONGEST_TICKS ? Double.NaN : ticks * 1000.0 / TICKS_PER_SECOND;
  }
}
