package org.stillpoint.beat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.signal.Beat;
import org.stillpoint.signal.PulseSample;
import org.stillpoint.signal.SensorKind;
import org.stillpoint.testkit.PulseWaves;

/** Which beats are found, when they are delivered, and what is forgotten. */
class PpgBeatDetectorTest {

  @ParameterizedTest
  @CsvSource({"25, 4", "30, 4", "49, 3", "100, 2", "500, 2", "1000, 2"})
  void findsEveryBeatAtAnyRate(double rate, double worstMillis) {
    PulseWaves wave = new PulseWaves(rate).noise(0.01).wander(0.5);

    List<Beat> beats = Detection.beats(wave.samples());

    assertAllFound(wave, beats, worstMillis);
    assertThat(Detection.goodShare(beats)).isGreaterThan(0.97);
  }

  @ParameterizedTest
  @ValueSource(doubles = {36, 45, 60, 100, 140, 180, 200})
  void findsEveryBeatAtAnyPace(double beatsPerMinute) {
    PulseWaves wave = new PulseWaves(100).beatsPerMinute(beatsPerMinute).dicrotic(0.1);

    assertAllFound(wave, Detection.beats(wave.samples()), 8);
  }

  @Test
  void followsDeepBreathing() {
    PulseWaves wave = new PulseWaves(50).variability(0.25).noise(0.02);

    assertAllFound(wave, Detection.beats(wave.samples()), 6);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, 0.5})
  void aDicroticWaveIsNoBeat(double height) {
    PulseWaves wave = new PulseWaves(100).dicrotic(height).noise(0.01).seconds(120);

    assertAllFound(wave, Detection.beats(wave.samples()), 6);
  }

  @ParameterizedTest
  @CsvSource({"25, 0.05", "100, 0.15", "500, 0.3"})
  void findsBeatsInNoise(double rate, double noise) {
    PulseWaves wave = new PulseWaves(rate).noise(noise).seconds(120);

    assertAllFound(wave, Detection.beats(wave.samples()), 60);
  }

  @Test
  void findsBeatsOnAMovingBaseline() {
    PulseWaves wave = new PulseWaves(100).wander(5).seconds(120);

    assertAllFound(wave, Detection.beats(wave.samples()), 12);
  }

  @Test
  void unevenSampleTimesDoNotMatter() {
    PulseWaves wave = new PulseWaves(50).timeJitter(0.15);

    List<Beat> beats = Detection.beats(wave.samples());

    assertAllFound(wave, beats, 3);
    assertThat(Detection.goodShare(beats)).isGreaterThan(0.97);
  }

  @ParameterizedTest
  @CsvSource({"1e5, -3e6", "1e-4, 0", "300, 512", "1, -1e4"})
  void scaleAndOffsetDoNotMatter(double scale, double offset) {
    List<PulseSample> wave = new PulseWaves(100).noise(0.05).samples();
    List<Beat> plain = Detection.beats(wave);

    List<Beat> scaled = Detection.beats(Detection.mapValues(wave, s -> scale * s.value() + offset));

    assertThat(scaled).hasSameSizeAs(plain);
    for (int i = 0; i < plain.size(); i++) {
      assertThat(scaled.get(i).timeNanos()).isCloseTo(plain.get(i).timeNanos(), within(1000L));
      assertThat(scaled.get(i).amplitude() / scale)
          .isCloseTo(plain.get(i).amplitude(), within(1e-6));
      assertThat(scaled.get(i).quality()).isEqualTo(plain.get(i).quality());
    }
  }

  @Test
  void fortyStepsOfAConverterAreEnough() {
    PulseWaves wave = new PulseWaves(500).dicrotic(0.2);

    List<Beat> beats =
        Detection.beats(Detection.mapValues(wave.samples(), s -> Math.rint(40 * s.value())));

    assertAllFound(wave, beats, 4);
    assertThat(Detection.goodShare(beats)).isGreaterThan(0.97);
  }

  @Test
  void amplitudeIsTheHeightOfTheRise() {
    List<PulseSample> wave = new PulseWaves(100).dicrotic(0).beatsPerMinute(50).samples();

    List<Beat> beats = Detection.beats(Detection.mapValues(wave, s -> 700 * s.value()));

    // The kernel of the filter slightly reduces the height.
    assertThat(beats).allSatisfy(beat -> assertThat(beat.amplitude()).isBetween(600.0, 700.0));
  }

  @ParameterizedTest
  @ValueSource(doubles = {25, 49, 100, 1000})
  void tellsABeatWithin300MillisOnceItHasLearned(double rate) {
    BeatDetector detector = new BeatDetector(SensorKind.PPG);
    long before = 0;
    int told = 0;
    for (PulseSample sample : new PulseWaves(rate).noise(0.03).samples()) {
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
    assertThat(told).isGreaterThan(60);
  }

  @Test
  void learnsForNoMoreThanThreeSecondsAndLosesNoBeatInIt() {
    PulseWaves wave = new PulseWaves(100).seconds(3.01).beatsPerMinute(75);
    List<Beat> beats = new ArrayList<>();
    BeatDetector detector = new BeatDetector(SensorKind.PPG);

    wave.samples().forEach(sample -> detector.accept(sample, beats::add));

    long due = Arrays.stream(wave.beats()).filter(t -> t < 2.7).count();
    assertThat(due).isEqualTo(3);
    assertThat(beats).hasSize(3);
  }

  @Test
  void beatsComeInOrder() {
    List<Beat> beats =
        Detection.beats(new PulseWaves(100).noise(0.5).beatsPerMinute(90).seconds(300).samples());

    assertThat(beats).hasSizeGreaterThan(300);
    assertThat(beats).extracting(Beat::timeNanos).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void finishTellsTheLastBeat() {
    PulseWaves wave = new PulseWaves(100).seconds(30.2).beatsPerMinute(60).variability(0);
    double last = wave.beats()[wave.beats().length - 1];
    List<Beat> before = new ArrayList<>();
    List<Beat> after = new ArrayList<>();
    BeatDetector detector = new BeatDetector(SensorKind.PPG);
    List<PulseSample> cut = Detection.without(wave.samples(), last + 0.15, 40);

    cut.forEach(sample -> detector.accept(sample, before::add));
    detector.restart(after::add);

    assertThat(Detection.seconds(before).get(before.size() - 1)).isLessThan(last - 0.5);
    assertThat(after).hasSize(1);
    assertThat(Detection.seconds(after.get(0))).isCloseTo(last, within(0.02));
  }

  @Test
  void restartForgetsEverything() {
    List<PulseSample> first = new PulseWaves(100).seconds(20).samples();
    List<PulseSample> second =
        Detection.mapValues(
            new PulseWaves(100).seconds(60).beatsPerMinute(50).noise(0.01).seed(2).samples(),
            s -> 1e-3 * s.value() - 77);
    List<PulseSample> later =
        second.stream()
            .map(s -> new PulseSample(s.timeNanos() + 30_000_000_000L, s.value()))
            .toList();
    List<Beat> before = new ArrayList<>();
    List<Beat> after = new ArrayList<>();
    BeatDetector detector = new BeatDetector(SensorKind.PPG);

    first.forEach(sample -> detector.accept(sample, before::add));
    detector.restart(before::add);
    later.forEach(sample -> detector.accept(sample, after::add));
    detector.restart(after::add);

    assertThat(before).isEqualTo(Detection.beats(first));
    assertThat(after).isEqualTo(Detection.beats(later)).hasSizeGreaterThan(40);
    assertThat(after.get(0).timeNanos()).isGreaterThan(30_000_000_000L);
  }

  @Test
  void aLongSilenceIsAGapEvenIfNobodySaysSo() {
    List<PulseSample> wave = new PulseWaves(100).samples();
    List<Beat> expected = Detection.beats(Detection.without(wave, 20, 100));
    expected.addAll(Detection.beats(Detection.without(wave, 0, 27)));

    assertThat(Detection.beats(Detection.without(wave, 20, 27))).isEqualTo(expected);
  }

  @Test
  void nothingInNothingOut() {
    List<Beat> beats = new ArrayList<>();
    BeatDetector detector = new BeatDetector(SensorKind.PPG);

    detector.restart(beats::add);
    detector.accept(new PulseSample(5, 1), beats::add);
    detector.restart(beats::add);
    detector.restart(beats::add);

    assertThat(beats).isEmpty();
  }

  @Test
  void aSampleThatIsNotLaterIsRefused() {
    BeatDetector detector = new BeatDetector(SensorKind.PPG);
    detector.accept(new PulseSample(10, 1), beat -> {});

    assertThatIllegalArgumentException()
        .isThrownBy(() -> detector.accept(new PulseSample(10, 2), beat -> {}));
  }

  @Test
  void valuesThatAreNoNumbersAreLostSamples() {
    List<PulseSample> wave = new PulseWaves(100).samples();
    List<PulseSample> holed =
        Detection.mapValues(
            wave, s -> s.timeNanos() % 1_000_000_000L < 30_000_000L ? Double.NaN : s.value());
    List<PulseSample> missing =
        holed.stream().filter(sample -> !Double.isNaN(sample.value())).toList();

    assertThat(Detection.beats(holed)).isEqualTo(Detection.beats(missing)).hasSizeGreaterThan(60);
  }

  private static void assertAllFound(PulseWaves wave, List<Beat> beats, double worstMillis) {
    BeatScore score = Detection.score(wave.beats(), beats);
    assertThat(score.missed()).as("missed").isZero();
    assertThat(score.extra()).as("extra").isZero();
    assertThat(score.worstMillis()).isLessThanOrEqualTo(worstMillis);
    assertThat(Math.abs(score.delaySeconds())).isLessThan(0.02);
  }
}
