package org.stillpoint.device;

import org.stillpoint.signal.Fault;

/**
 * Gives every sample of a block its device time. The block carries the time of its first sample;
 * the spacing of the others follows from the next block, so one block is always held back (20 ms at
 * 500 Hz).
 */
final class BlockClock {
  private static final long SEQUENCES = 1 << 16;

  /** No converter of such a board is faster: closer blocks have a wrong time. */
  private static final double SHORTEST_PERIOD_MICROS = 50;

  private final DeviceCounter counter = new DeviceCounter();
  private int[] held = {};
  private long heldMicros;
  private double periodMicros;

  void block(int sequence, long rawMicros, int[] values, FrameHandler out) {
    switch (counter.advance(sequence, rawMicros)) {
      case REPEATED -> {
        out.fault(Fault.REPEATED_FRAME, 1);
        return;
      }
      case RESTARTED -> {
        // This frame was sent after the restart: end what came before, then take it as the first.
        restart(out);
        counter.advance(sequence, rawMicros);
      }
      case NEXT -> next(out);
      case FIRST -> {}
    }
    held = values;
    heldMicros = counter.micros();
  }

  private void next(FrameHandler out) {
    long passed = counter.micros() - heldMicros;
    long blocks = counter.skipped() + 1;
    if (periodMicros > 0) {
      // After more than 65536 lost blocks the number alone lacks whole wraps; the clock shows them.
      double byClock = passed / (periodMicros * StillpointDecoder.BLOCK);
      blocks += SEQUENCES * Math.max(0, Math.round((byClock - blocks) / SEQUENCES));
    }
    double period = passed / (double) (blocks * StillpointDecoder.BLOCK);
    if (period >= SHORTEST_PERIOD_MICROS) {
      periodMicros = period;
    }
    finish(out);
    if (blocks > 1) {
      out.lost((blocks - 1) * StillpointDecoder.BLOCK);
    }
  }

  private void release(FrameHandler out) {
    for (int i = 0; i < held.length; i++) {
      out.clockedSample(Math.round((heldMicros + i * periodMicros) * 1000.0), held[i]);
    }
    held = new int[0];
  }

  void restart(FrameHandler out) {
    boolean hadLife = held.length > 0;
    finish(out);
    counter.restart();
    periodMicros = 0;
    if (hadLife) {
      out.restarted();
    }
  }

  /** Passes on the held block if the sample period is known. */
  void finish(FrameHandler out) {
    if (periodMicros > 0) {
      release(out);
    }
    held = new int[0];
  }
}
