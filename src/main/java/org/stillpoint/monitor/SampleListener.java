package org.stillpoint.monitor;

import org.stillpoint.signal.PulseSample;

/** Takes every sample of the wave, on the chain's thread. */
public interface SampleListener {
  /** A listener for chains nobody watches. */
  SampleListener NONE = sample -> {};

  /** The next sample. */
  void sample(PulseSample sample);
}
