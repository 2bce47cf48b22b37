package org.stillpoint.files;

import org.stillpoint.rr.RrInterval;
import org.stillpoint.signal.Beat;
import org.stillpoint.signal.PulseSample;
import org.stillpoint.signal.SensorKind;

/** Looks on while a wave is read, in the order of what comes. */
interface WaveListener {
  /** Sees nothing. */
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

  /** What the wave is taken for; before all else. */
  void kind(SensorKind kind);

  /** The next sample, before its beats. */
  void sample(PulseSample sample);

  /** A beat, before its interval. */
  void beat(Beat beat);

  /** A judged interval, some beats late. */
  void interval(RrInterval judged);

  /** A gap. */
  void gap();
}
