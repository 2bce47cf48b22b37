package org.stillpoint.monitor;

import org.stillpoint.signal.PulseSample;

/** Receives every sample of the wave, on the chain's thread. */
public interface SampleListener {
  /** A listener that ignores every sample. */
  SampleListener NONE = sample -> {};

  /** The next sample. */
  void sample(PulseSample sample);
}
