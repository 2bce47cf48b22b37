package org.stillpoint.device;

import org.stillpoint.signal.Fault;
import org.stillpoint.signal.Gap;
import org.stillpoint.signal.PulseSample;

/** Takes samples and intervals in recording time, in order. */
public interface SignalHandler {

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
