package org.stillpoint.beat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stillpoint.signal.Beat;
import org.stillpoint.testkit.ReferenceData;

/** Recordings of real pulses. The limits are the results achieved, with one beat of tolerance. */
class ReferenceBeatsTest {
  private static final double NEAR_SECONDS = 0.15;

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
    BeatScore pooled = BeatScore.pooled(cameras().map(record -> score(record, record)).toList());

    assertThat(pooled.missed()).isLessThanOrEqualTo(18 + 1);
    assertThat(pooled.extra()).isLessThanOrEqualTo(27 + 1);
    assertThat(pooled.f1()).isGreaterThan(97.5);
  }

  @Test
  void intervalsOfCamerasAreRightToFractionsOfAFrame() {
    double[] errors =
        cameras()
            .mapToDouble(record -> score(record, record).rrErrorMedianMillis())
            .sorted()
            .toArray();

    assertThat((errors[4] + errors[5]) / 2).isLessThan(8);
    assertThat(errors[9]).isLessThan(15);
  }

  @Test
  void whatMovementMakesInACameraIsSeldomUsable() {
    long usable = cameras().mapToLong(ReferenceBeatsTest::usableExtras).sum();

    assertThat(usable).isLessThanOrEqualTo(6 + 1);
  }

  private static Stream<String> cameras() {
    return IntStream.iterate(3, n -> n <= 21, n -> n + 2)
        .mapToObj(n -> String.format("welltory_%02d", n));
  }

  /**
   * Usable beats without a true beat nearby. Cameras have no delay: the true time is that of the
   * steepest rise.
   */
  private static long usableExtras(String record) {
    ReferenceData.Reference reference = ReferenceData.beats(record);
    List<Double> truth = reference.seconds();
    double end = truth.get(truth.size() - 1) + NEAR_SECONDS;
    return beats(record).stream()
        .filter(beat -> beat.quality().usable())
        .mapToDouble(Detection::seconds)
        .filter(
            t -> t <= end && truth.stream().noneMatch(beat -> Math.abs(beat - t) <= NEAR_SECONDS))
        .filter(t -> reference.excluded().stream().noneMatch(x -> t >= x.from() && t <= x.to()))
        .count();
  }

  private static List<Beat> beats(String record) {
    return Detection.beats(ReferenceData.wave(record, "ppg"));
  }

  private static BeatScore score(String record, String reference) {
    return ReferenceData.beats(reference).score(Detection.seconds(beats(record)));
  }
}
