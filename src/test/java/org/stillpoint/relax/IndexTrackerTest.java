package org.stillpoint.relax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.stillpoint.hrv.HrvMetrics;
import org.stillpoint.hrv.RhythmMetrics;
import org.stillpoint.rr.WindowQuality;

class IndexTrackerTest {
  private static final WindowQuality GOOD = new WindowQuality(1, 0, 0);
  private static final WindowQuality SHOWN = new WindowQuality(0.85, 0, 3);

  private static final RhythmMetrics BREATHING =
      new RhythmMetrics(
          OptionalDouble.of(14),
          1,
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty());

  private final IndexTracker tracker = new IndexTracker(60, 120);

  private static HrvMetrics metrics(double rate, double lnRmssd, WindowQuality quality) {
    return new HrvMetrics(
        0,
        60,
        quality,
        OptionalDouble.of(rate),
        OptionalDouble.of(Math.exp(lnRmssd)),
        OptionalDouble.of(lnRmssd),
        OptionalDouble.of(40),
        BREATHING);
  }

  private static HrvMetrics absent() {
    OptionalDouble none = OptionalDouble.empty();
    return new HrvMetrics(0, 60, new WindowQuality(0.3, 0, 30), none, none, none, none);
  }

  private RelaxationIndex step(double seconds, HrvMetrics metrics) {
    return tracker.step(Math.round(seconds * 1e9), seconds, metrics, List::of, List.of());
  }

  private void baseline(double rate, double lnRmssd) {
    for (double t = 5; t <= 180; t += 5) {
      assertThat(step(t, metrics(rate, lnRmssd, GOOD)).value()).isEmpty();
    }
  }

  @Test
  void theBaselineIsTheMedianOfWindowsWhollyAfterSettling() {
    for (double t = 5; t <= 115; t += 5) {
      step(t, metrics(120, 1, GOOD)); // restless, but before the first complete window
    }
    for (double t = 120; t <= 180; t += 5) {
      step(t, metrics(t == 150 ? 90 : 70, 3.5, GOOD));
    }

    Baseline baseline = tracker.baseline().orElseThrow();
    assertThat(baseline.heartRate()).isEqualTo(70);
    assertThat(baseline.lnRmssd()).isEqualTo(3.5);
    assertThat(baseline.heartRateSpread()).isZero();
    assertThat(baseline.windows()).isEqualTo(13);
    assertThat(baseline.provisional()).isFalse();
  }

  @Test
  void halfTheWindowsAlikeMeansNoSpread() {
    for (double t = 120; t <= 180; t += 5) {
      step(t, metrics(70 + (t % 10 == 0 ? 4 : -4), 3.5, GOOD));
    }

    // 7 windows at 74 and 6 at 66: the median is 74; of the deviations, half are 0 and the others 8
    assertThat(tracker.baseline().orElseThrow().heartRate()).isEqualTo(74);
    assertThat(tracker.baseline().orElseThrow().heartRateSpread()).isZero();
  }

  @Test
  void spreadOfEvenlySpreadRates() {
    for (double t = 120; t <= 180; t += 5) {
      step(t, metrics(70 + (t - 150) / 5, 3.5, GOOD)); // 64, 65 ... 76
    }

    assertThat(tracker.baseline().orElseThrow().heartRate()).isEqualTo(70);
    assertThat(tracker.baseline().orElseThrow().heartRateSpread())
        .isCloseTo(3 * 1.4826, within(1e-9));
  }

  @Test
  void anUnchangedPersonStaysAt50() {
    baseline(70, 3.5);

    RelaxationIndex index = step(185, metrics(70, 3.5, GOOD));

    assertThat(index.value()).hasValue(50);
    assertThat(index.zHr()).hasValue(0);
    assertThat(index.zV()).hasValue(0);
    assertThat(index.live()).isTrue();
  }

  @Test
  void theFormulaHoldsWithItsFloors() {
    baseline(70, 3.5);

    RelaxationIndex index = step(185, metrics(64, 4.0, GOOD));

    assertThat(index.zHr()).hasValue(2); // 6 per minute divided by the floor of 3
    assertThat(index.zV()).hasValue(2); // 0.5 divided by the floor of 0.25
    assertThat(index.variabilityShare()).hasValue(0.5);
    for (double t = 190; t <= 400; t += 5) {
      index = step(t, metrics(64, 4.0, GOOD));
    }
    double raw = 50 + 50 * Math.tanh(2 / 3.0);
    assertThat(index.value().orElseThrow()).isCloseTo(raw, within(0.01));
  }

  @Test
  void afterAMovementTheIndexGoesOnFromWhereItStood() {
    baseline(70, 3.5);
    for (double t = 185; t <= 400; t += 5) {
      step(t, metrics(64, 4.0, GOOD));
    }
    double before = step(405, metrics(64, 4.0, GOOD)).value().orElseThrow();
    tracker.moved(407);

    for (double t = 410; t <= 470; t += 5) {
      RelaxationIndex index = step(t, metrics(80, 2.5, GOOD));
      assertThat(index.regime()).isEqualTo(Regime.MOVED);
      assertThat(index.value().orElseThrow()).isCloseTo(before, within(0.1));
    }
    RelaxationIndex after = step(475, metrics(80, 2.5, GOOD));
    assertThat(after.regime()).isEqualTo(Regime.COMPARED);
    assertThat(after.value().orElseThrow()).isCloseTo(before, within(0.1));
    assertThat(after.heartRateAnchor()).hasValue(86);
    assertThat(after.anchor().orElseThrow()).isCloseTo(2.0, within(1e-9));
    assertThat(tracker.baseline().orElseThrow().heartRate()).as("as measured").isEqualTo(70);
  }

  @Test
  void aClearLineAtAnotherRateHoldsVariabilityAlone() {
    baseline(70, 3.5);
    step(185, line(64, 3.5, 14, 0.8));
    for (double t = 190; t < 225; t += 5) {
      assertThat(step(t, line(64, 4.5, 6, 0.8)).regime()).isEqualTo(Regime.COMPARED);
    }
    RelaxationIndex held = step(225, line(64, 4.5, 6, 0.8));
    assertThat(held.regime()).isEqualTo(Regime.HELD);
    assertThat(held.zV()).hasValue(0);
    assertThat(held.zHr()).hasValue(2);
  }

  @Test
  void aFaintLineDoesNot() {
    baseline(70, 3.5);
    step(185, line(64, 3.5, 14, 0.15));
    for (double t = 190; t < 225; t += 5) {
      step(t, line(64, 4.5, 6, 0.15));
    }
    RelaxationIndex compared = step(225, line(64, 4.5, 6, 0.15));
    assertThat(compared.regime()).isEqualTo(Regime.COMPARED);
    assertThat(compared.zV()).hasValue(4);
  }

  private static HrvMetrics line(double rate, double lnRmssd, double perMinute, double share) {
    OptionalDouble none = OptionalDouble.empty();
    return new HrvMetrics(
        0,
        60,
        GOOD,
        OptionalDouble.of(rate),
        OptionalDouble.of(Math.exp(lnRmssd)),
        OptionalDouble.of(lnRmssd),
        OptionalDouble.of(40),
        new RhythmMetrics(none, 0, none, none, none, none, OptionalDouble.of(perMinute), share));
  }

  @Test
  void theIndexIsSmoothedOver20Seconds() {
    baseline(70, 3.5);
    step(185, metrics(70, 3.5, GOOD));

    double raw = 50 + 50 * Math.tanh(2 / 3.0);
    double weight = 1 - Math.exp(-5 / 20.0);

    assertThat(step(190, metrics(64, 4.0, GOOD)).value().orElseThrow())
        .isCloseTo(50 + weight * (raw - 50), within(1e-9));
  }

  @Test
  void belowTheLimitThereIsNoNumberAndAboveItPacingHolds() {
    baseline(70, 3.5);

    assertThat(step(185, absent()).value()).isEmpty();
    RelaxationIndex shown = step(190, metrics(70, 3.5, SHOWN));
    assertThat(shown.value()).isPresent();
    assertThat(shown.live()).isFalse();
  }

  @Test
  void poorWindowsMakeNoBaselineAndItIsSoughtForThreeMoreMinutes() {
    for (double t = 5; t <= 300; t += 5) {
      step(t, absent());
    }
    assertThat(tracker.baseline()).isEmpty();

    step(305, metrics(66, 3.2, GOOD));

    assertThat(tracker.baseline().orElseThrow().heartRate()).isEqualTo(66);
    assertThat(tracker.baseline().orElseThrow().provisional()).as("late").isTrue();
  }

  @Test
  void afterThatItGivesUp() {
    for (double t = 5; t <= 365; t += 5) {
      step(t, absent());
    }

    step(400, metrics(66, 3.2, GOOD));

    assertThat(tracker.gaveUp(400)).isTrue();
    assertThat(tracker.baseline()).isEmpty();
  }

  @Test
  void aShortBaselineIsProvisional() {
    IndexTracker shortOne = new IndexTracker(90, 60);
    for (double t = 5; t <= 150; t += 5) {
      shortOne.step(0, t, metrics(70, 3.5, GOOD), List::of, List.of());
    }

    assertThat(shortOne.baseline().orElseThrow().provisional()).isTrue();
    assertThat(shortOne.baseline().orElseThrow().windows()).isEqualTo(1);
  }
}
