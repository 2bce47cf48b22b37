package org.stillpoint.beat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stillpoint.signal.Beat;
import org.stillpoint.signal.PulseSample;
import org.stillpoint.signal.SensorKind;
import org.stillpoint.testkit.EcgWaves;
import org.stillpoint.testkit.PulseWaves;

/**
 * Input that no sensor sends but a file can contain: nothing is thrown, nothing hangs, and no beat
 * is invented.
 */
class BadInputTest {
  private static final long STEP_NANOS = 4_000_000L;

  @ParameterizedTest
  @EnumSource(names = {"ECG", "PPG"})
  void oneSampleIsNoBeat(SensorKind kind) {
    assertThat(detect(kind, List.of(new PulseSample(7, 3)))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"ECG", "PPG"})
  void aLineHasNoBeatsHoweverHighItLies(SensorKind kind) {
    for (double height : new double[] {0, -1, 1e-300, 1e99, 1e300, Double.MAX_VALUE}) {
      assertThat(detect(kind, signal(i -> height))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ECG", "PPG"})
  void valuesBeyondAllSensorsAreLostSamples(SensorKind kind) {
    double[] impossible = {
      Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e300, -1e300
    };
    List<PulseSample> wave = wave(kind);
    List<PulseSample> holed =
        Detection.mapValues(
            wave,
            s ->
                s.timeNanos() % 1_000_000_000L < 30_000_000L
                    ? impossible[(int) (s.timeNanos() / STEP_NANOS % impossible.length)]
                    : s.value());
    List<PulseSample> missing =
        holed.stream().filter(sample -> Math.abs(sample.value()) < 1e100).toList();

    assertThat(missing).hasSizeLessThan(wave.size());
    assertThat(detect(kind, holed)).isEqualTo(detect(kind, missing)).hasSizeGreaterThan(60);
    assertThat(detect(kind, signal(i -> impossible[i % impossible.length]))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"ECG", "PPG"})
  void aWaveAsHighAsNumbersGoIsJudgedLikeAnyOther(SensorKind kind) {
    List<Beat> plain = detect(kind, wave(kind));

    List<Beat> huge = detect(kind, Detection.mapValues(wave(kind), s -> 1e90 * s.value()));

    assertThat(huge)
        .extracting(Beat::quality)
        .isEqualTo(plain.stream().map(Beat::quality).toList())
        .hasSizeGreaterThan(60);
  }

  @ParameterizedTest
  @EnumSource(names = {"ECG", "PPG"})
  void aWaveThatHasNothingBetweenItsEndsIsNeverGood(SensorKind kind) {
    List<PulseSample> square = signal(i -> i / 100 % 2 == 0 ? 0 : 1023);

    assertThat(Detection.goodShare(detect(kind, square))).isZero();
  }

  @ParameterizedTest
  @EnumSource(names = {"ECG", "PPG"})
  void aClockThatHardlyMovesGivesNoBeats(SensorKind kind) {
    List<PulseSample> wave = wave(kind);
    List<PulseSample> standing =
        IntStream.range(0, wave.size())
            .mapToObj(i -> new PulseSample(i, wave.get(i).value()))
            .toList();

    assertThat(detect(kind, standing)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"ECG", "PPG"})
  void timesBeyondAllClocksAreLostSamples(SensorKind kind) {
    List<PulseSample> wave = new ArrayList<>(wave(kind));
    List<Beat> expected = detect(kind, wave);
    wave.add(0, new PulseSample(Long.MIN_VALUE, 3));
    wave.add(1, new PulseSample(Long.MAX_VALUE, 3));
    wave.add(1000, new PulseSample(Long.MAX_VALUE - 1, 3));

    assertThat(detect(kind, wave)).isEqualTo(expected).hasSizeGreaterThan(60);
  }

  private static List<Beat> detect(SensorKind kind, List<PulseSample> wave) {
    List<Beat> beats = new ArrayList<>();
    BeatDetector detector = new BeatDetector(kind);
    wave.forEach(sample -> detector.accept(sample, beats::add));
    detector.restart(beats::add);
    return beats;
  }

  private static List<PulseSample> wave(SensorKind kind) {
    return kind == SensorKind.ECG
        ? new EcgWaves(250).noise(0.01).samples()
        : new PulseWaves(250).noise(0.01).samples();
  }

  private static List<PulseSample> signal(IntToDoubleFunction value) {
    return IntStream.range(0, 15_000)
        .mapToObj(i -> new PulseSample(i * STEP_NANOS, value.applyAsDouble(i)))
        .toList();
  }
}
