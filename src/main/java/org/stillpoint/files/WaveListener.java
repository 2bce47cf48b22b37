package org.stillpoint.files;

import org.stillpoint.rr.RrInterval;
import org.stillpoint.signal.Beat;
import org.stillpoint.signal.PulseSample;
import org.stillpoint.signal.SensorKind;

/** Observes a wave while it is read. The calls are in the order of the file. */
interface WaveListener {
  /** Ignores everything. */
  WaveListener NONE =
      new WaveListener() {
        @Override
        public void kind(SensorKind kind) {}

        @Override
        public void sample(PulseSample sample) {}

        @Override
        public void beat(Beat beat) {}

        @Override
        public void interval(RrInterval judged) {}

        @Override
        public void gap() {}
      };

  /** What the wave is taken to be; called first. */
  void kind(SensorKind kind);

  /** The next sample, before its beats. */
  void sample(PulseSample sample);

  /** A beat, before its interval. */
  void beat(Beat beat);

  /** A judged interval, a few beats after its end. */
  void interval(RrInterval judged);

  /** A gap in the wave. */
  void gap();
}
