package org.stillpoint.beat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.signal.Beat;
import org.stillpoint.signal.PulseSample;
import org.stillpoint.testkit.EcgWaves;

/** When the heart pauses, neither P waves nor noise become beats, whichever way the leads are. */
class EcgPauseTest {
  /** One pause of up to 5 s in each stretch of 15 s. */
  private static EcgWaves pausing(double rateHz, double pace, double noise, double pauseSeconds) {
    return new EcgWaves(rateHz)
        .seconds(90)
        .beatsPerMinute(pace)
        .noise(noise)
        .wander(0.2)
        .blocked(t -> t > 10 && t % 15 < pauseSeconds);
  }

  @ParameterizedTest
  @CsvSource({
    "100, 60, 0.005, 5", "100, 60, 0.03, 5", "250, 75, 0.01, 3", "250, 75, 0.03, 5",
    "360, 45, 0.02, 4", "360, 100, 0.02, 5", "500, 90, 0.005, 2.5", "130, 70, 0.02, 5",
  })
  void aPauseHoldsNoBeat(double rate, double pace, double noise, double pauseSeconds) {
    EcgWaves wave = pausing(rate, pace, noise, pauseSeconds);

    BeatScore score = Detection.score(wave.beats(), Detection.ecgBeats(wave.samples()));

    assertThat(score.extra()).isZero();
    assertThat(score.missed()).isLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"100, 60, 0.02", "250, 75, 0.02", "360, 100, 0.05", "500, 50, 0.01"})
  void aFlippedElectrodeDoesNotMatter(double rate, double pace, double noise) {
    List<PulseSample> upright = pausing(rate, pace, noise, 3).samples();
    List<PulseSample> flipped = Detection.mapValues(upright, sample -> -sample.value());

    List<Beat> beats = Detection.ecgBeats(upright);
    double[] times = beats.stream().mapToDouble(Detection::seconds).toArray();
    BeatScore score = Detection.score(times, Detection.ecgBeats(flipped));

    assertThat(Arrays.stream(times).count()).isGreaterThan(50);
    assertThat(score.missed() + score.extra()).isZero();
  }

  /** A wave that shrinks looks like a pause at first, but its complexes keep their shape. */
  @ParameterizedTest
  @CsvSource({"100, 60", "250, 75", "360, 100"})
  void aShrunkWaveIsNoPause(double rate, double pace) {
    EcgWaves wave =
        new EcgWaves(rate).beatsPerMinute(pace).noise(0.002).amplitude(t -> t < 30 ? 1 : 0.1);

    double[] found =
        Detection.ecgBeats(wave.samples()).stream().mapToDouble(Detection::seconds).toArray();

    assertThat(Arrays.stream(wave.beats()).filter(t -> t > 33))
        .isNotEmpty()
        .allSatisfy(
            t -> assertThat(Arrays.stream(found).filter(f -> Math.abs(f - t) < 0.06)).hasSize(1));
  }
}
