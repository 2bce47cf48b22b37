package org.stillpoint.beat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.signal.Beat;
import org.stillpoint.signal.PulseSample;
import org.stillpoint.testkit.EcgWaves;

/** Which beats of an ECG are found; {@link BeatDetectorTest} has what holds for both waves. */
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

  @Test
  void amplitudeIsTheHeightOfTheComplex() {
    List<PulseSample> wave = new EcgWaves(500).sDepth(0.3).samples();

    List<Beat> beats = Detection.ecgBeats(Detection.mapValues(wave, s -> 700 * s.value()));

    assertThat(beats)
        .isNotEmpty()
        .allSatisfy(b -> assertThat(b.amplitude()).isBetween(870.0, 930.0));
  }

  private static void assertAllFound(EcgWaves wave, List<Beat> beats, double worstMillis) {
    BeatScore score = Detection.score(wave.beats(), beats);
    assertThat(score.missed()).as("missed").isZero();
    assertThat(score.extra()).as("extra").isZero();
    assertThat(score.worstMillis()).isLessThanOrEqualTo(worstMillis);
    assertThat(Math.abs(score.delaySeconds())).isLessThan(0.003);
  }
}
