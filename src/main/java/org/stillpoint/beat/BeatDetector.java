package org.stillpoint.beat;

import java.util.function.Consumer;
import org.stillpoint.signal.Beat;
import org.stillpoint.signal.PulseSample;
import org.stillpoint.signal.SensorKind;

/**
 * Finds the heartbeats in a wave as it comes in. What a beat is marked at, and how soon it is told,
 * is said by each kind. <b>An instance belongs to one thread.</b>
 */
public sealed interface BeatDetector permits EcgBeatDetector, PpgBeatDetector {

  /**
   * A new detector.
   *
   * @param kind of the wave; for a device that sends intervals, which has no wave, any will do
   */
  static BeatDetector of(SensorKind kind) {
    return kind == SensorKind.ECG ? new EcgBeatDetector() : new PpgBeatDetector();
  }

  /**
   * Takes the next sample.
   *
   * @param sample later than the one before it
   * @param out gets the beats that have become certain, in time order
   * @throws IllegalArgumentException if the sample is not later than the one before it
   */
  void accept(PulseSample sample, Consumer<Beat> out);

  /**
   * A gap: gives out the beats that are certain so far and forgets everything, also the rhythm.
   *
   * @param out gets the beats
   */
  void restart(Consumer<Beat> out);

  /**
   * The end of the signal: gives out the beats still held back. Afterwards the detector is as new.
   *
   * @param out gets the beats
   */
  void finish(Consumer<Beat> out);
}
