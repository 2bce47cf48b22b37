package org.stillpoint.device;

import org.stillpoint.signal.Fault;
import org.stillpoint.signal.Gap;
import org.stillpoint.signal.PulseSample;

/** Takes samples and intervals in recording time, in order. */
public interface SignalHandler {
  /** Takes no notice. */
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

  /** The next interval of a device that finds beats itself; NaN when its length is not known. */
  void interval(long timeNanos, double millis);

  /** Time without samples, before whatever comes next. */
  void gap(Gap gap);

  /** The device says whether it touches the skin. */
  void contact(boolean touching);

  /** The device said what it is. */
  void identified(DeviceIdentity identity);

  /** So many things of this kind were wrong. */
  void fault(Fault fault, long count);
}
