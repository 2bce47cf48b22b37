package org.stillpoint.beat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.stillpoint.signal.Beat;
import org.stillpoint.signal.PulseSample;
import org.stillpoint.signal.SensorKind;

/** Runs a detector over a whole wave. */
final class Detection {
  private Detection() {}

  static List<Beat> beats(List<PulseSample> wave) {
    List<Beat> beats = new ArrayList<>();
    BeatDetector detector = new BeatDetector(SensorKind.PPG);
    wave.forEach(sample -> detector.accept(sample, beats::add));
    detector.restart(beats::add);
    return beats;
  }

  static List<Beat> ecgBeats(List<PulseSample> wave) {
    List<Beat> beats = new ArrayList<>();
    BeatDetector detector = new BeatDetector(SensorKind.ECG);
    wave.forEach(sample -> detector.accept(sample, beats::add));
    detector.restart(beats::add);
    return beats;
  }

  static double seconds(Beat beat) {
    return beat.timeNanos() / 1e9;
  }

  static List<Double> seconds(List<Beat> beats) {
    return beats.stream().map(Detection::seconds).toList();
  }

  static BeatScore score(double[] reference, List<Beat> beats) {
    return BeatScore.of(reference, beats.stream().mapToDouble(Detection::seconds).toArray());
  }

  /** Share of the beats of good quality, or of good or fair quality. */
  static double goodShare(List<Beat> beats) {
    return share(beats, beat -> beat.quality().reasons().isEmpty() ? 1 : 0);
  }

  static double usableShare(List<Beat> beats) {
    return share(beats, beat -> beat.quality().usable() ? 1 : 0);
  }

  static List<PulseSample> mapValues(List<PulseSample> wave, ToDoubleFunction<PulseSample> value) {
    return wave.stream()
        .map(sample -> new PulseSample(sample.timeNanos(), value.applyAsDouble(sample)))
        .toList();
  }

  static List<PulseSample> without(List<PulseSample> wave, double from, double to) {
    return wave.stream()
        .filter(sample -> sample.timeNanos() < from * 1e9 || sample.timeNanos() >= to * 1e9)
        .toList();
  }

  private static double share(List<Beat> beats, ToDoubleFunction<Beat> weight) {
    return beats.stream().mapToDouble(weight).average().orElse(0);
  }
}
