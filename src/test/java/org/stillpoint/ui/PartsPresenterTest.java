package org.stillpoint.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stillpoint.hrv.HrvMetrics;
import org.stillpoint.hrv.RhythmMetrics;
import org.stillpoint.monitor.Snapshot;
import org.stillpoint.relax.Baseline;
import org.stillpoint.relax.IndexTracker;
import org.stillpoint.relax.Regime;
import org.stillpoint.relax.RelaxationIndex;
import org.stillpoint.rr.WindowQuality;

class PartsPresenterTest {
  private static final Pattern NUMBER = Pattern.compile("[+−]?[0-9]+\\.[0-9]+");

  private final Snapshots with = new Snapshots();
  private final List<RelaxationIndex> steps = new ArrayList<>();

  /** A real tracker measures a start of 70 per minute and lnRMSSD 3.4, and then a change. */
  @BeforeEach
  void aSession() {
    IndexTracker tracker = new IndexTracker(60, 120);
    for (int i = 1; i <= 60; i++) {
      double seconds = 5.0 * i;
      boolean start = seconds <= 180;
      steps.add(
          tracker.step(
              (long) (seconds * 1e9),
              seconds,
              metrics(start ? 70 + 0.1 * (i % 3) : 66.37, start ? 3.4 : 3.517),
              List::of,
              List.of()));
    }
    with.startMeasured = tracker.baseline().orElseThrow();
    with.history = List.copyOf(steps);
    with.step = steps.get(steps.size() - 1);
  }

  private static HrvMetrics metrics(double heartRate, double lnRmssd) {
    return new HrvMetrics(
        1,
        60,
        new WindowQuality(0.98, 0.01, 0.5),
        OptionalDouble.of(heartRate),
        OptionalDouble.of(Math.exp(lnRmssd)),
        OptionalDouble.of(lnRmssd),
        OptionalDouble.of(40),
        new RhythmMetrics(
            OptionalDouble.of(14),
            0.9,
            OptionalDouble.of(2.31),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty()));
  }

  private String words(String name) {
    return PartsPresenter.of(with.make()).parts().stream()
        .filter(part -> part.name().equals(name))
        .map(PartsView.IndexPart::words)
        .findFirst()
        .orElse("");
  }

  /** The numbers in a line, in order. */
  private List<Double> numbers(String name) {
    return NUMBER
        .matcher(words(name))
        .results()
        .map(MatchResult::group)
        .map(number -> Double.parseDouble(number.replace('−', '-')))
        .toList();
  }

  private double last(String name) {
    List<Double> numbers = numbers(name);
    return numbers.get(numbers.size() - 1);
  }

  @Test
  void everyNumberCanBeComputedFromThoseShown() {
    double heartStart = numbers("partsStart").get(0);
    double spread = Math.max(3, numbers("partsStart").get(1));
    double heart = numbers("partsNow").get(0);
    double zHr = (heartStart - heart) / spread;
    assertThat(last("partsHeart")).isEqualTo(zHr, within(0.01));
    double spreadV = Math.max(0.25, numbers("partsStartVariation").get(1));
    List<Double> now = numbers("partsNowVariation");
    double zV = (now.get(0) - now.get(1)) / spreadV;
    assertThat(last("partsVariation")).isEqualTo(zV, within(0.01));
    List<Double> together = numbers("partsTogether");
    assertThat(together.get(2))
        .isEqualTo(0.5 * together.get(0) + 0.5 * together.get(1), within(0.011));
    double raw = 50 + 50 * Math.tanh(together.get(2) / 3);
    assertThat(last("partsRaw")).isEqualTo(raw, within(0.15));
  }

  @Test
  void theShownIndexIsSmoothedFromTheOneBefore() {
    List<Double> shown = numbers("partsShown");
    double before = shown.get(0);
    double by = shown.get(0) + shown.get(1) / 100 * (shown.get(2) - shown.get(3));
    assertThat(shown.get(1)).isEqualTo(22.1);
    assertThat(shown.get(3)).isEqualTo(before);
    assertThat(shown.get(4)).isEqualTo(by, within(0.11));
    double value = steps.get(steps.size() - 1).value().orElseThrow();
    assertThat(shown.get(4)).isEqualTo(value, within(0.051));
  }

  @Test
  void stepsWithoutAnIndexAreCountedAsTime() {
    List<RelaxationIndex> holed = new ArrayList<>(steps);
    holed.set(58, IndexTracker.absent(1, metrics(66, 3.5)));
    with.history = holed;
    assertThat(numbers("partsShown").get(1)).isEqualTo(39.3);
    with.history = steps.subList(59, 60);
    assertThat(words("partsShown")).endsWith(", the first");
  }

  private RelaxationIndex regime(Regime regime) {
    RelaxationIndex last = steps.get(steps.size() - 1);
    return new RelaxationIndex(
        last.timeNanos(),
        last.value(),
        last.zHr(),
        last.zV(),
        last.heartRateAnchor(),
        last.anchor(),
        last.metrics(),
        regime);
  }

  @ParameterizedTest
  @EnumSource(Regime.class)
  void theVariationPartIsOnlyAQuotientWhileItCounts(Regime regime) {
    RelaxationIndex step = regime(regime);
    with.step = step;
    with.history = List.of(step);
    assertThat(words("partsRegime")).isEqualTo(PartsPresenter.regime(regime));
    assertThat(words("partsVariation"))
        .startsWith(regime == Regime.COMPARED ? "zV = (lnRMSSD − A) / spread" : "zV stays at ");
  }

  @Test
  void theStartSaysHowSureItIs() {
    assertThat(words("partsStart")).contains("(counts as 3.00)");
    assertThat(words("partsStartHow"))
        .isEqualTo("the median of 13 windows of a minute; 14.0 breaths a minute");
    assertThat(words("partsSessions")).isEqualTo("no earlier sessions included");
    with.startMeasured =
        new Baseline(70, 4, 3.4, 0.3, 1, true, true, OptionalDouble.of(14), 71.2, 3.35, 7);
    assertThat(words("partsStart")).isEqualTo("heart rate HR₀ 70.00 per minute, spread 4.00");
    assertThat(words("partsStartHow"))
        .isEqualTo(
            "provisional, the median of 1 window of a minute; the heart was still slowing;"
                + " 14.0 breaths a minute");
    assertThat(words("partsSessions"))
        .isEqualTo("adjusted by 7 earlier sessions; today alone 71.20 and 3.350");
  }

  @Test
  void theRhythmOfTheBreathIsNoPartOfIt() {
    assertThat(words("partsRhythm")).isEqualTo("coherence 2.31 over 64 s; not part of the index");
  }

  @Test
  void nothingIsShownWhileThePersonChoosesOrNothingIsMeasured() {
    with.asking = true;
    assertThat(PartsPresenter.of(with.make()))
        .isEqualTo(PartsPresenter.nothing("hidden while you choose"));
    with.asking = false;
    with.connected = false;
    assertThat(words("partsNow")).isEqualTo("–  sensor disconnected");
    assertThat(words("partsShown")).isEmpty();
    with.connected = true;
    with.phase = Snapshot.Phase.ENDED;
    assertThat(PartsPresenter.of(with.make()))
        .isEqualTo(PartsPresenter.nothing("the session is over"));
  }
}
