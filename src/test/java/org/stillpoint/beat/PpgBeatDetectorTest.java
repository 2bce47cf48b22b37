package org.stillpoint.beat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.signal.Beat;
import org.stillpoint.signal.PulseSample;
import org.stillpoint.testkit.PulseWaves;

/**
 * Which beats of a pulse wave are found; {@link BeatDetectorTest} has what holds for both waves.
 */
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

  /** After an early beat the heart has hardly filled; every seventh pulse is low. */
  @ParameterizedTest
  @CsvSource({"0.15, 75", "0.25, 75", "0.15, 125", "0.5, 500"})
  void aLowPulseAmongHighOnesIsABeat(double height, double rate) {
    double interval = 0.8;
    PulseWaves wave =
        new PulseWaves(rate)
            .beatsPerMinute(60 / interval)
            .variability(0)
            .dicrotic(0.05)
            .noise(0.003)
            .amplitude(t -> Math.round(t / interval + 0.5) % 7 == 6 ? height : 1)
            .seconds(120);

    assertAllFound(wave, Detection.beats(wave.samples()), 25);
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

  private static void assertAllFound(PulseWaves wave, List<Beat> beats, double worstMillis) {
    BeatScore score = Detection.score(wave.beats(), beats);
    assertThat(score.missed()).as("missed").isZero();
    assertThat(score.extra()).as("extra").isZero();
    assertThat(score.worstMillis()).isLessThanOrEqualTo(worstMillis);
    assertThat(Math.abs(score.delaySeconds())).isLessThan(0.02);
  }
}
