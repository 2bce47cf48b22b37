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
import org.stillpoint.testkit.EcgWaves;

/** Which beats are found, when they are delivered, and what is forgotten. */
class EcgBeatDetectorTest {

  @Test
  void marksTheRPeakWithinTwoMillisOnATenBitConverter() {
    EcgWaves wave = new EcgWaves(500).noise(0.03).steps(500).seconds(300);

    List<Beat> beats = Detection.ecgBeats(wave.samples());

    assertAllFound(wave, beats, 2);
    assertThat(Detection.goodShare(beats)).isGreaterThan(0.97);
    assertThat(Math.abs(Detection.score(wave.beats(), beats).delaySeconds())).isLessThan(0.001);
  }

  @ParameterizedTest
  @CsvSource({"100, 4", "125, 3", "200, 2", "250, 2", "360, 2", "1000, 2"})
  void findsEveryBeatAtAnyRate(double rate, double worstMillis) {
    EcgWaves wave = new EcgWaves(rate).noise(0.01).wander(0.5);

    List<Beat> beats = Detection.ecgBeats(wave.samples());

    assertAllFound(wave, beats, worstMillis);
    assertThat(Detection.goodShare(beats)).isGreaterThan(0.97);
  }

  @ParameterizedTest
  @ValueSource(doubles = {36, 45, 60, 100, 140, 180, 200})
  void findsEveryBeatAtAnyPace(double beatsPerMinute) {
    EcgWaves wave = new EcgWaves(250).beatsPerMinute(beatsPerMinute).noise(0.01);

    assertAllFound(wave, Detection.ecgBeats(wave.samples()), 3);
  }

  @Test
  void followsDeepBreathing() {
    EcgWaves wave = new EcgWaves(250).variability(0.25).noise(0.02);

    assertAllFound(wave, Detection.ecgBeats(wave.samples()), 3);
  }

  @Test
  void itDoesNotMatterWhichWayTheLeadIsPutOn() {
    EcgWaves wave = new EcgWaves(250).noise(0.02);
    List<Beat> upright = Detection.ecgBeats(wave.samples());

    List<Beat> turned = Detection.ecgBeats(wave.amplitude(t -> -1).samples());

    assertAllFound(wave, turned, 3);
    assertThat(turned).hasSameSizeAs(upright);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.8, -0.3, 0, 0.5, 1, 1.3})
  void aTallTWaveIsNoBeat(double height) {
    EcgWaves wave = new EcgWaves(360).tWave(height).noise(0.02).seconds(120);

    assertAllFound(wave, Detection.ecgBeats(wave.samples()), 3);
  }

  @Test
  void aTallPWaveIsNoBeat() {
    EcgWaves wave = new EcgWaves(360).pWave(0.5).noise(0.02).seconds(120);

    assertAllFound(wave, Detection.ecgBeats(wave.samples()), 3);
  }

  @Test
  void ofTwoEqualDeflectionsItKeepsToOne() {
    EcgWaves wave = new EcgWaves(250).sDepth(1.05).noise(0.03).seconds(120);

    BeatScore score = Detection.score(wave.beats(), Detection.ecgBeats(wave.samples()));

    assertThat(score.missed() + score.extra()).isZero();
    assertThat(score.worstMillis()).isLessThan(4);
  }

  @Test
  void findsBeatsOnAMovingBaseline() {
    EcgWaves wave = new EcgWaves(250).wander(10).noise(0.01).seconds(120);

    assertAllFound(wave, Detection.ecgBeats(wave.samples()), 5);
  }

  @Test
  void unevenSampleTimesDoNotMatter() {
    EcgWaves wave = new EcgWaves(200).timeJitter(0.15).noise(0.01);

    List<Beat> beats = Detection.ecgBeats(wave.samples());

    assertAllFound(wave, beats, 3);
    assertThat(Detection.goodShare(beats)).isGreaterThan(0.97);
  }

  @ParameterizedTest
  @CsvSource({"1e5, -3e6", "1e-4, 0", "300, 512", "-1, -1e4"})
  void scaleAndOffsetDoNotMatter(double scale, double offset) {
    List<PulseSample> wave = new EcgWaves(250).noise(0.05).samples();
    List<Beat> plain = Detection.ecgBeats(wave);

    List<Beat> scaled =
        Detection.ecgBeats(Detection.mapValues(wave, s -> scale * s.value() + offset));

    assertThat(scaled).hasSameSizeAs(plain);
    for (int i = 0; i < plain.size(); i++) {
      assertThat(scaled.get(i).timeNanos()).isCloseTo(plain.get(i).timeNanos(), within(1000L));
      assertThat(scaled.get(i).amplitude() / Math.abs(scale))
          .isCloseTo(plain.get(i).amplitude(), within(1e-6));
      assertThat(scaled.get(i).quality()).isEqualTo(plain.get(i).quality());
    }
  }

  @Test
  void amplitudeIsTheHeightOfTheComplex() {
    List<PulseSample> wave = new EcgWaves(500).sDepth(0.3).samples();

    List<Beat> beats = Detection.ecgBeats(Detection.mapValues(wave, s -> 700 * s.value()));

    assertThat(beats)
        .isNotEmpty()
        .allSatisfy(b -> assertThat(b.amplitude()).isBetween(870.0, 930.0));
  }

  @ParameterizedTest
  @CsvSource({"100, 0.03", "360, 0.03", "1000, 0.03", "360, 0.5", "100, 3"})
  void tellsABeatWithin300MillisOnceItHasLearned(double rate, double noise) {
    BeatDetector detector = new BeatDetector(SensorKind.ECG);
    long before = 0;
    int told = 0;
    for (PulseSample sample : new EcgWaves(rate).noise(noise).samples()) {
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
    assertThat(told).isGreaterThan(40);
  }

  @Test
  void learnsForNoMoreThanThreeSecondsAndLosesNoBeatInIt() {
    EcgWaves wave = new EcgWaves(250).seconds(3.01).beatsPerMinute(75);
    List<Beat> beats = new ArrayList<>();
    BeatDetector detector = new BeatDetector(SensorKind.ECG);

    wave.samples().forEach(sample -> detector.accept(sample, beats::add));

    long due = Arrays.stream(wave.beats()).filter(t -> t < 2.7).count();
    assertThat(due).isEqualTo(3);
    assertThat(beats).hasSize(3);
  }

  @Test
  void beatsComeInOrder() {
    List<Beat> beats =
        Detection.ecgBeats(new EcgWaves(250).noise(0.5).beatsPerMinute(90).seconds(300).samples());

    assertThat(beats).hasSizeGreaterThan(300);
    assertThat(beats).extracting(Beat::timeNanos).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void finishTellsTheLastBeat() {
    EcgWaves wave = new EcgWaves(250).seconds(30.2).beatsPerMinute(60).variability(0);
    double last = wave.beats()[wave.beats().length - 1];
    List<Beat> before = new ArrayList<>();
    List<Beat> after = new ArrayList<>();
    BeatDetector detector = new BeatDetector(SensorKind.ECG);
    List<PulseSample> cut = Detection.without(wave.samples(), last + 0.1, 40);

    cut.forEach(sample -> detector.accept(sample, before::add));
    detector.restart(after::add);

    assertThat(Detection.seconds(before).get(before.size() - 1)).isLessThan(last - 0.5);
    assertThat(after).hasSize(1);
    assertThat(Detection.seconds(after.get(0))).isCloseTo(last, within(0.005));
  }

  @Test
  void restartForgetsEverything() {
    List<PulseSample> first = new EcgWaves(250).seconds(20).samples();
    List<PulseSample> second =
        Detection.mapValues(
            new EcgWaves(250).seconds(60).beatsPerMinute(50).noise(0.01).seed(2).samples(),
            s -> -1e-3 * s.value() - 77);
    List<PulseSample> later =
        second.stream()
            .map(s -> new PulseSample(s.timeNanos() + 30_000_000_000L, s.value()))
            .toList();
    List<Beat> before = new ArrayList<>();
    List<Beat> after = new ArrayList<>();
    BeatDetector detector = new BeatDetector(SensorKind.ECG);

    first.forEach(sample -> detector.accept(sample, before::add));
    detector.restart(before::add);
    later.forEach(sample -> detector.accept(sample, after::add));
    detector.restart(after::add);

    assertThat(before).isEqualTo(Detection.ecgBeats(first));
    assertThat(after).isEqualTo(Detection.ecgBeats(later)).hasSizeGreaterThan(40);
    assertThat(after.get(0).timeNanos()).isGreaterThan(30_000_000_000L);
  }

  @Test
  void aLongSilenceIsAGapEvenIfNobodySaysSo() {
    List<PulseSample> wave = new EcgWaves(250).noise(0.01).samples();
    List<Beat> expected = Detection.ecgBeats(Detection.without(wave, 20, 100));
    expected.addAll(Detection.ecgBeats(Detection.without(wave, 0, 27)));

    assertThat(Detection.ecgBeats(Detection.without(wave, 20, 27))).isEqualTo(expected);
  }

  @Test
  void nothingInNothingOut() {
    List<Beat> beats = new ArrayList<>();
    BeatDetector detector = new BeatDetector(SensorKind.ECG);

    detector.restart(beats::add);
    detector.accept(new PulseSample(5, 1), beats::add);
    detector.restart(beats::add);
    detector.restart(beats::add);

    assertThat(beats).isEmpty();
  }

  @Test
  void aSampleThatIsNotLaterIsRefused() {
    BeatDetector detector = new BeatDetector(SensorKind.ECG);
    detector.accept(new PulseSample(10, 1), beat -> {});

    assertThatIllegalArgumentException()
        .isThrownBy(() -> detector.accept(new PulseSample(10, 2), beat -> {}));
  }

  @Test
  void valuesThatAreNoNumbersAreLostSamples() {
    List<PulseSample> wave = new EcgWaves(250).noise(0.01).samples();
    List<PulseSample> holed =
        Detection.mapValues(
            wave, s -> s.timeNanos() % 1_000_000_000L < 30_000_000L ? Double.NaN : s.value());
    List<PulseSample> missing =
        holed.stream().filter(sample -> !Double.isNaN(sample.value())).toList();

    assertThat(Detection.ecgBeats(holed))
        .isEqualTo(Detection.ecgBeats(missing))
        .hasSizeGreaterThan(60);
  }

  private static void assertAllFound(EcgWaves wave, List<Beat> beats, double worstMillis) {
    BeatScore score = Detection.score(wave.beats(), beats);
    assertThat(score.missed()).as("missed").isZero();
    assertThat(score.extra()).as("extra").isZero();
    assertThat(score.worstMillis()).isLessThanOrEqualTo(worstMillis);
    assertThat(Math.abs(score.delaySeconds())).isLessThan(0.003);
  }
}
