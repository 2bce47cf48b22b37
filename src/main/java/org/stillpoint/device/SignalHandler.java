package org.stillpoint.device;

import org.stillpoint.signal.Fault;
import org.stillpoint.signal.Gap;
import org.stillpoint.signal.PulseSample;

/** Receives samples and intervals in recording time, in order, on the thread that decodes. */
public interface SignalHandler {
  /** Ignores everything. */
  SignalHandler NOBODY =
      new SignalHandler() {
        @Override
        public void sample(PulseSample sample) {}

        @Override
        public void interval(long timeNanos, double millis) {}

        @Override
        public void gap(Gap gap) {}

        @Override
        public void contact(boolean touching) {}

        @Override
        public void identified(DeviceIdentity identity) {}

        @Override
        public void fault(Fault fault, long count) {}
      };

  /** The next sample of the wave. */
  void sample(PulseSample sample);

  /**
   * The next interval of a device that finds beats itself.
   *
   * @param timeNanos time of the beat that ends it
   * @param millis its length; NaN when it is not known
   */
  void interval(long timeNanos, double millis);

  /** Time without samples, before whatever comes next. */
  void gap(Gap gap);

  /** The device reports whether it has contact with the skin. */
  void contact(boolean touching);

  /** The device reported what it is. */
  void identified(DeviceIdentity identity);

  /** This many faults of a kind occurred. */
  void fault(Fault fault, long count);
}
