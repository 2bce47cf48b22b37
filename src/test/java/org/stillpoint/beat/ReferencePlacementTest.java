package org.stillpoint.beat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.signal.Placement;
import org.stillpoint.signal.SensorKind;
import org.stillpoint.testkit.ReferenceData;

/** Recordings of real pulses: a well-placed sensor gets no advice. */
class ReferencePlacementTest {
  /**
   * Time in seconds by which the placement is known: four to measure, half a second to be certain.
   */
  private static final double BEGUN = 5;

  @ParameterizedTest
  @ValueSource(strings = {"nk_rest", "heartpy_data", "systole_ppg"})
  void aGoodPulseIsCalledGood(String record) {
    Coached coached = Coached.of(ReferenceData.wave(record, "ppg"));
    assertThat(coached.share(BEGUN, p -> p == Placement.GOOD)).isGreaterThan(0.99);
  }

  @Test
  void theKnownRangeOfAWaveThatClipsNowAndThenIsNoReasonEither() {
    PlacementCoach coach = new PlacementCoach();
    coach.range(0, 255);
    Coached coached = new Coached(coach, ReferenceData.wave("systole_ppg", "ppg"));
    assertThat(coached.share(BEGUN, p -> p == Placement.GOOD)).isGreaterThan(0.99);
  }

  @Test
  void aSensorTakenOffIsNoContactAndNothingElseIsSaid() {
    Coached coached = Coached.of(ReferenceData.wave("biopeaks_ppg", "ppg"));
    assertThat(coached.share(BEGUN, p -> p == Placement.GOOD)).isGreaterThan(0.97);
    assertThat(coached.share(BEGUN, p -> p.bad() && p != Placement.NO_CONTACT)).isZero();
    assertThat(coached.between(BEGUN, 93)).containsExactly(Placement.GOOD);
    // The pulse continues until 92.8 s and is complete again at 104 s.
    assertThat(coached.firstAfter(92.8, Placement::bad)).isLessThan(92.8 + 3);
    assertThat(coached.between(95.8, 103.1)).containsExactly(Placement.NO_CONTACT);
    assertThat(coached.between(107, 480)).containsExactly(Placement.GOOD);
  }

  @Test
  void camerasHeldInTheHandAreMostlyLeftInPeace() {
    double bad = 0;
    for (int n = 3; n <= 21; n += 2) {
      String record = String.format("welltory_%02d", n);
      bad += Coached.of(ReferenceData.wave(record, "ppg")).share(BEGUN, Placement::bad);
    }
    assertThat(bad / 10).isLessThan(0.03);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mitdb100_10min", "mitdb119_5min", "mitdb203_5min", "nk_rest"})
  void electrocardiogramsAreLeftInPeace(String record) {
    PlacementCoach coach = new PlacementCoach();
    coach.kind(SensorKind.ECG);
    Coached coached = new Coached(coach, ReferenceData.wave(record, "ecg"));
    assertThat(coached.share(BEGUN, Placement::bad)).isZero();
  }
}
