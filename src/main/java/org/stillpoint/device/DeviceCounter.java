package org.stillpoint.device;

/**
 * Follows a sequence number of 16 bits and a microsecond clock of 32 bits through their wraps, and
 * distinguishes a step forward from a restart.
 */
final class DeviceCounter {

  /** What the step from one frame to the next means. */
  enum CounterStep {
    FIRST,
    NEXT,
    REPEATED,
    RESTARTED
  }

  private static final int SEQUENCES = 1 << 16;

  private boolean started;
  private int lastSequence;
  private int lastMicros;
  private long micros;
  private long skipped;

  CounterStep advance(int sequence, long rawMicros) {
    int now = (int) rawMicros;
    // The signed difference: a clock that went back means a restart, as half its range is never
    // skipped.
    int passed = now - lastMicros;
    skipped = 0;
    CounterStep step;
    if (!started) {
      step = CounterStep.FIRST;
    } else if (passed == 0 && sequence == lastSequence) {
      return CounterStep.REPEATED;
    } else if (passed <= 0) {
      step = CounterStep.RESTARTED;
    } else {
      step = CounterStep.NEXT;
      micros += passed;
      skipped = Math.floorMod(sequence - lastSequence - 1, SEQUENCES);
    }
    started = true;
    lastSequence = sequence;
    lastMicros = now;
    return step;
  }

  /** Microseconds since the first frame after the last start of the device, unwrapped. */
  long micros() {
    return micros;
  }

  /** Number of frames missing before the last one, from their sequence numbers. */
  long skipped() {
    return skipped;
  }

  void restart() {
    started = false;
    micros = 0;
  }
}
