package org.stillpoint.beat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.signal.Beat;
import org.stillpoint.testkit.ReferenceData;

/**
 * Recordings of real hearts, with beats marked by cardiologists. The settings are the same for all.
 */
class ReferenceEcgTest {

  /** Tall T waves, ectopic beats in pairs, a right bundle branch block. */
  @ParameterizedTest
  @ValueSource(strings = {"mitdb100_10min", "mitdb113_10min", "mitdb119_5min", "nstdb118e24"})
  void findsEveryBeatOfAClearRecordButOneAtAnEdge(String record) {
    BeatScore score = score(record);

    assertThat(score.missed() + score.extra()).isLessThanOrEqualTo(1);
    assertThat(score.rrErrorMedianMillis()).isLessThan(3);
  }

  /**
   * Fibrillation with ectopic beats of many shapes; noise; movement: no other detector does better.
   */
  @ParameterizedTest
  @CsvSource({
    "mitdb203_5min, 97.06",
    "nstdb118e12, 96.10",
    "nstdb118e06, 89.14",
    "nk_rest, 99.42",
  })
  void isNoWorseThanTheBestPeerOnAHardRecord(String record, double bestPeer) {
    assertThat(score(record).f1()).isGreaterThanOrEqualTo(bestPeer);
  }

  @Test
  void whatNoiseMakesIsNeverGoodAndHardlyEverFair() {
    for (String record : List.of("nstdb118e12", "nstdb118e06", "mitdb203_5min", "nk_rest")) {
      List<Double> reference = ReferenceData.beats(record).seconds();
      List<Beat> usable = new ArrayList<>(beats(record));
      usable.removeIf(beat -> !beat.quality().usable());
      usable.removeIf(
          beat -> reference.stream().anyMatch(t -> Math.abs(t - Detection.seconds(beat)) <= 0.15));

      assertThat(usable).as(record).hasSizeLessThanOrEqualTo(1);
      assertThat(Detection.goodShare(usable)).as(record).isZero();
    }
  }

  @Test
  void mostBeatsOfAClearRecordAreUsable() {
    for (String record : List.of("mitdb100_10min", "mitdb113_10min", "mitdb119_5min", "nk_rest")) {
      assertThat(Detection.usableShare(beats(record))).as(record).isGreaterThan(0.95);
    }
  }

  private static List<Beat> beats(String record) {
    return Detection.ecgBeats(ReferenceData.wave(record, "ecg"));
  }

  private static BeatScore score(String record) {
    return ReferenceData.beats(record).score(Detection.seconds(beats(record)));
  }
}
