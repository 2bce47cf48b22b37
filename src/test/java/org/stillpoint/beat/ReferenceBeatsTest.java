package org.stillpoint.beat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stillpoint.signal.Beat;
import org.stillpoint.testkit.ReferenceData;

/** Recordings of real pulses. What is asserted is what is reached, with one beat of slack. */
class ReferenceBeatsTest {

  @Test
  void aRestingFingerAgreesWithItsElectrocardiogram() {
    List<Beat> beats = beats("nk_rest");

    BeatScore score = ReferenceData.beats("nk_rest.ppg").score(Detection.seconds(beats));

    assertThat(score.missed() + score.extra()).isLessThanOrEqualTo(1);
    assertThat(score.rrErrorMedianMillis()).isLessThan(5);
    assertThat(Detection.goodShare(beats)).isGreaterThan(0.99);
  }

  @Test
  void fourContactSensorsTogether() {
    BeatScore pooled =
        BeatScore.pooled(
            List.of(
                score("nk_rest", "nk_rest.ppg"),
                score("biopeaks_ppg", "biopeaks_ppg"),
                score("heartpy_data", "heartpy_data"),
                score("systole_ppg", "systole_ppg")));

    assertThat(pooled.reference()).isEqualTo(431 + 711 + 24 + 377);
    assertThat(pooled.missed()).isLessThanOrEqualTo(2 + 1);
    assertThat(pooled.extra()).isLessThanOrEqualTo(1);
    assertThat(pooled.f1()).isGreaterThan(99.9);
  }

  @Test
  void mostBeatsOfAContactSensorAreUsable() {
    for (String record : List.of("nk_rest", "biopeaks_ppg", "heartpy_data", "systole_ppg")) {
      assertThat(Detection.usableShare(beats(record))).as(record).isGreaterThan(0.98);
    }
  }

  @Test
  void tenCamerasTogether() {
    BeatScore pooled =
        BeatScore.pooled(
            IntStream.iterate(3, n -> n <= 21, n -> n + 2)
                .mapToObj(n -> String.format("welltory_%02d", n))
                .map(record -> score(record, record))
                .toList());

    assertThat(pooled.missed()).isLessThanOrEqualTo(23 + 1);
    assertThat(pooled.extra()).isLessThanOrEqualTo(31 + 1);
  }

  private static List<Beat> beats(String record) {
    return Detection.beats(ReferenceData.wave(record, "ppg"));
  }

  private static BeatScore score(String record, String reference) {
    return ReferenceData.beats(reference).score(Detection.seconds(beats(record)));
  }
}
