package org.stillpoint.beat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.stillpoint.signal.Beat;
import org.stillpoint.signal.PulseSample;
import org.stillpoint.signal.SensorKind;
import org.stillpoint.testkit.EcgWaves;
import org.stillpoint.testkit.PulseWaves;

/** What holds for a pulse wave as for an ECG: when beats are told, and what is forgotten. */
class BeatDetectorTest {
  private static final double USUAL_SECONDS = 60;
  private static final double USUAL_PACE = 70;
  private static final double USUAL_VARIABILITY = 0.04;

  /** A wave with its true beats, in seconds. */
  private record Wave(List<PulseSample> samples, List<Double> beats) {}

  private static Wave wave(
      SensorKind kind,
      double rateHz,
      double seconds,
      double perMinute,
      double variability,
      double noise) {
    if (kind == SensorKind.PPG) {
      PulseWaves pulse = new PulseWaves(rateHz).seconds(seconds).beatsPerMinute(perMinute);
      pulse.variability(variability).noise(noise);
      return new Wave(pulse.samples(), list(pulse.beats()));
    }
    EcgWaves ecg = new EcgWaves(rateHz).seconds(seconds).beatsPerMinute(perMinute);
    ecg.variability(variability).noise(noise);
    return new Wave(ecg.samples(), list(ecg.beats()));
  }

  private static List<Double> list(double[] numbers) {
    return Arrays.stream(numbers).boxed().toList();
  }

  private static Wave wave(SensorKind kind, double seconds, double perMinute, double noise) {
    double rateHz = kind == SensorKind.PPG ? 100 : 250;
    return wave(kind, rateHz, seconds, perMinute, USUAL_VARIABILITY, noise);
  }

  private static List<Beat> beats(SensorKind kind, List<PulseSample> wave) {
    return kind == SensorKind.PPG ? Detection.beats(wave) : Detection.ecgBeats(wave);
  }

  @ParameterizedTest
  @CsvSource({
    "PPG, 1e5, -3e6",
    "PPG, 1e-4, 0",
    "PPG, 300, 512",
    "PPG, 1, -1e4",
    "ECG, 1e5, -3e6",
    "ECG, 1e-4, 0",
    "ECG, 300, 512",
    "ECG, -1, -1e4"
  })
  void scaleAndOffsetDoNotMatter(SensorKind kind, double scale, double offset) {
    List<PulseSample> wave = wave(kind, USUAL_SECONDS, USUAL_PACE, 0.05).samples();
    List<Beat> plain = beats(kind, wave);

    List<Beat> scaled = beats(kind, Detection.mapValues(wave, s -> scale * s.value() + offset));

    assertThat(scaled).hasSameSizeAs(plain).hasSizeGreaterThan(60);
    for (int i = 0; i < plain.size(); i++) {
      assertThat(scaled.get(i).timeNanos()).isCloseTo(plain.get(i).timeNanos(), within(1000L));
      assertThat(scaled.get(i).amplitude() / Math.abs(scale))
          .isCloseTo(plain.get(i).amplitude(), within(1e-6));
      assertThat(scaled.get(i).quality()).isEqualTo(plain.get(i).quality());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PPG, 25, 0.03, 60",
    "PPG, 49, 0.03, 60",
    "PPG, 100, 0.03, 60",
    "PPG, 1000, 0.03, 60",
    "ECG, 100, 0.03, 60",
    "ECG, 360, 0.03, 60",
    "ECG, 1000, 0.03, 60",
    "ECG, 360, 0.5, 40",
    "ECG, 100, 3, 40"
  })
  void tellsABeatWithin300MillisOnceItHasLearned(
      SensorKind kind, double rate, double noise, int least) {
    BeatDetector detector = new BeatDetector(kind);
    Wave wave = wave(kind, rate, USUAL_SECONDS, USUAL_PACE, USUAL_VARIABILITY, noise);
    long before = 0;
    int told = 0;
    for (PulseSample sample : wave.samples()) {
      List<Beat> beats = new ArrayList<>();
      detector.accept(sample, beats::add);
      for (Beat beat : beats) {
        if (before >= 3_000_000_000L) {
          // If the previous sample had been 300 ms after the beat, the beat would have been due
          // with it.
          assertThat(before).isLessThan(beat.timeNanos() + 300_000_000L);
        }
        told++;
      }
      before = sample.timeNanos();
    }
    assertThat(told).isGreaterThan(least);
  }

  @ParameterizedTest
  @EnumSource(names = {"PPG", "ECG"})
  void learnsForNoMoreThanThreeSecondsAndLosesNoBeatInIt(SensorKind kind) {
    Wave wave = wave(kind, 3.01, 75, 0);
    List<Beat> beats = new ArrayList<>();
    BeatDetector detector = new BeatDetector(kind);

    wave.samples().forEach(sample -> detector.accept(sample, beats::add));

    long due = wave.beats().stream().filter(t -> t < 2.7).count();
    assertThat(due).isEqualTo(3);
    assertThat(beats).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource(names = {"PPG", "ECG"})
  void beatsComeInOrder(SensorKind kind) {
    List<Beat> beats = beats(kind, wave(kind, 300, 90, 0.5).samples());

    assertThat(beats).hasSizeGreaterThan(300);
    assertThat(beats).extracting(Beat::timeNanos).isSorted().doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({"PPG, 100, 0.15, 0.02", "ECG, 250, 0.1, 0.005"})
  void finishTellsTheLastBeat(SensorKind kind, double rate, double cutAfter, double near) {
    Wave wave = wave(kind, rate, 30.2, 60, 0, 0);
    double last = wave.beats().get(wave.beats().size() - 1);
    List<Beat> before = new ArrayList<>();
    List<Beat> after = new ArrayList<>();
    BeatDetector detector = new BeatDetector(kind);
    List<PulseSample> cut = Detection.without(wave.samples(), last + cutAfter, 40);

    cut.forEach(sample -> detector.accept(sample, before::add));
    detector.restart(after::add);

    assertThat(Detection.seconds(before).get(before.size() - 1)).isLessThan(last - 0.5);
    assertThat(after).hasSize(1);
    assertThat(Detection.seconds(after.get(0))).isCloseTo(last, within(near));
  }

  @ParameterizedTest
  @CsvSource({"PPG, 1e-3", "ECG, -1e-3"})
  void restartForgetsEverything(SensorKind kind, double scale) {
    List<PulseSample> first = wave(kind, 20, USUAL_PACE, 0).samples();
    List<PulseSample> later =
        wave(kind, 60, 50, 0.01).samples().stream()
            .map(s -> new PulseSample(s.timeNanos() + 30_000_000_000L, scale * s.value() - 77))
            .toList();
    List<Beat> before = new ArrayList<>();
    List<Beat> after = new ArrayList<>();
    BeatDetector detector = new BeatDetector(kind);

    first.forEach(sample -> detector.accept(sample, before::add));
    detector.restart(before::add);
    later.forEach(sample -> detector.accept(sample, after::add));
    detector.restart(after::add);

    assertThat(before).isEqualTo(beats(kind, first)).hasSizeGreaterThan(15);
    assertThat(after).isEqualTo(beats(kind, later)).hasSizeGreaterThan(40);
    assertThat(after.get(0).timeNanos()).isGreaterThan(30_000_000_000L);
  }

  @ParameterizedTest
  @EnumSource(names = {"PPG", "ECG"})
  void aLongSilenceIsAGapEvenIfNobodySaysSo(SensorKind kind) {
    List<PulseSample> wave = wave(kind, USUAL_SECONDS, USUAL_PACE, 0.01).samples();
    List<Beat> expected = beats(kind, Detection.without(wave, 20, 100));
    expected.addAll(beats(kind, Detection.without(wave, 0, 27)));

    assertThat(beats(kind, Detection.without(wave, 20, 27)))
        .isEqualTo(expected)
        .hasSizeGreaterThan(50);
  }

  @ParameterizedTest
  @EnumSource(names = {"PPG", "ECG"})
  void nothingInNothingOut(SensorKind kind) {
    List<Beat> beats = new ArrayList<>();
    BeatDetector detector = new BeatDetector(kind);

    detector.restart(beats::add);
    detector.accept(new PulseSample(5, 1), beats::add);
    detector.restart(beats::add);
    detector.restart(beats::add);

    assertThat(beats).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"PPG", "ECG"})
  void aSampleThatIsNotLaterIsRefused(SensorKind kind) {
    BeatDetector detector = new BeatDetector(kind);
    detector.accept(new PulseSample(10, 1), beat -> {});

    assertThatIllegalArgumentException()
        .isThrownBy(() -> detector.accept(new PulseSample(10, 2), beat -> {}));
  }

  @ParameterizedTest
  @EnumSource(names = {"PPG", "ECG"})
  void valuesThatAreNoNumbersAreLostSamples(SensorKind kind) {
    List<PulseSample> wave = wave(kind, USUAL_SECONDS, USUAL_PACE, 0.01).samples();
    List<PulseSample> holed =
        Detection.mapValues(
            wave, s -> s.timeNanos() % 1_000_000_000L < 30_000_000L ? Double.NaN : s.value());
    List<PulseSample> missing =
        holed.stream().filter(sample -> !Double.isNaN(sample.value())).toList();

    assertThat(beats(kind, holed)).isEqualTo(beats(kind, missing)).hasSizeGreaterThan(60);
  }
}
