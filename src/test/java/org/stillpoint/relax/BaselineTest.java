package org.stillpoint.relax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.stillpoint.hrv.HrvMetrics;
import org.stillpoint.rr.WindowQuality;
import org.stillpoint.signal.SensorKind;

class BaselineTest {

  private static HrvMetrics window(double heartRate, double lnRmssd) {
    return new HrvMetrics(
        0,
        60,
        new WindowQuality(1, 0, 0),
        OptionalDouble.of(heartRate),
        OptionalDouble.of(Math.exp(lnRmssd)),
        OptionalDouble.of(lnRmssd),
        OptionalDouble.of(50));
  }

  private static List<HrvMetrics> windows() {
    List<HrvMetrics> windows = new ArrayList<>();
    for (int i = 0; i < 13; i++) {
      windows.add(window(70 + i % 3, 3.5 + 0.05 * (i % 3)));
    }
    return windows;
  }

  private static List<PastBaseline> past(int count, double heartRate, double step) {
    List<PastBaseline> past = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      past.add(new PastBaseline(heartRate + step * (i % 5 - 2), 3.8 + 0.1 * (i % 5 - 2)));
    }
    return past;
  }

  @Test
  void withoutHistoryItIsTheMedianOfToday() {
    Baseline start = Baseline.of(windows(), 120, false, false, List.of());

    assertThat(start.heartRate()).isEqualTo(71);
    assertThat(start.lnRmssd()).isCloseTo(3.55, within(1e-12));
    assertThat(start.heartRateSpread()).isCloseTo(1.4826, within(1e-9));
    assertThat(start.sessions()).isZero();
    assertThat(start.provisional()).isFalse();
    assertThat(start.arriving()).isFalse();
  }

  @Test
  void fewWindowsOrALateOneMakeItProvisional() {
    List<HrvMetrics> few = windows().subList(0, 2);
    assertThat(Baseline.of(few, 120, false, false, List.of()).provisional()).isTrue();
    assertThat(Baseline.of(windows(), 120, true, false, List.of()).provisional()).isTrue();
    List<HrvMetrics> three = windows().subList(0, 3);
    assertThat(Baseline.of(three, 120, false, false, List.of()).provisional()).isFalse();
  }

  @Test
  void fourSessionsAreTooFewToMoveIt() {
    assertThat(Baseline.of(windows(), 120, false, false, past(4, 60, 2)).heartRate()).isEqualTo(71);
  }

  @Test
  void fiveMoveItTowardsTheirMedianByHowSureTheyAre() {
    Baseline start = Baseline.of(windows(), 120, false, false, past(10, 60, 2));

    // Spread between sessions: 1.4826 * 2. Within: the floor of 3 over two independent minutes.
    double between = 1.4826 * 2 * 1.4826 * 2;
    double weight = between / (between + 9 / 2.0);
    assertThat(start.heartRate()).isCloseTo(weight * 71 + (1 - weight) * 60, within(1e-9));
    assertThat(start.freshHeartRate()).isEqualTo(71);
    assertThat(start.sessions()).isEqualTo(10);
    assertThat(start.lnRmssd()).isBetween(3.55, 3.8);
  }

  @Test
  void sessionsThatDifferMuchLeaveTodayAlone() {
    double moved = 71 - Baseline.of(windows(), 120, false, false, past(10, 60, 8)).heartRate();

    assertThat(moved).isBetween(0.0, 0.6);
  }

  @Test
  void onlyTheNewestFourteenOfTheSameKindCount() {
    List<PastBaseline> many = new ArrayList<>(Collections.nCopies(30, new PastBaseline(90, 3)));
    many.addAll(past(14, 60, 1));
    BaselineHistory history = new BaselineHistory(Map.of(SensorKind.PPG, many));

    assertThat(history.of(SensorKind.PPG)).isEqualTo(past(14, 60, 1));
    assertThat(history.of(SensorKind.ECG)).isEmpty();
  }
}
