package org.stillpoint.device;

import org.stillpoint.signal.Fault;

/** Unwraps the times of beat lines and counts the missing beats. */
final class BeatClock {
  private final DeviceCounter counter = new DeviceCounter();
  private boolean alive;

  void beat(int sequence, long rawMicros, long intervalMicros, FrameHandler out) {
    switch (counter.advance(sequence, rawMicros)) {
      case REPEATED -> {
        out.fault(Fault.REPEATED_FRAME, 1);
        return;
      }
      case RESTARTED -> {
        restart(out);
        counter.advance(sequence, rawMicros);
      }
      case NEXT -> {
        if (counter.skipped() > 0) {
          out.lost(counter.skipped());
        }
      }
      case FIRST -> {}
    }
    alive = true;
    double millis = intervalMicros == 0 ? Double.NaN : intervalMicros / 1000.0;
    out.interval(counter.micros() * 1000, millis);
  }

  void restart(FrameHandler out) {
    counter.restart();
    if (alive) {
      out.restarted();
    }
    alive = false;
  }
}
