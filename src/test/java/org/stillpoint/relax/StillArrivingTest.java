package org.stillpoint.relax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.rr.RrLabel;

class StillArrivingTest {
  private static final long TO = 120_000_000_000L;

  /** Two minutes of beats with this heart rate by time in minutes, breathing and noise. */
  private static List<RrInterval> beats(DoubleUnaryOperator perMinute) {
    Random random = new Random(3);
    List<RrInterval> beats = new ArrayList<>();
    double seconds = 0;
    while (seconds < 120) {
      double rate = perMinute.applyAsDouble(seconds / 60);
      rate += 3 * Math.sin(2 * Math.PI * 0.22 * seconds) + 1.5 * random.nextGaussian();
      seconds += 60 / rate;
      beats.add(new RrInterval(Math.round(seconds * 1e9), 60_000 / rate, RrLabel.NORMAL, true));
    }
    return beats;
  }

  @Test
  void anEvenHeartRateHasArrived() {
    assertThat(StillArriving.of(beats(m -> 70), 0, TO)).isFalse();
    assertThat(StillArriving.of(beats(m -> 70 - 0.5 * m), 0, TO)).isFalse();
    assertThat(StillArriving.of(beats(m -> 66 + 3 * m), 0, TO)).as("it rises").isFalse();
  }

  @Test
  void aSteadyFallIsStillArriving() {
    assertThat(StillArriving.of(beats(m -> 70 - 2.5 * m), 0, TO)).isTrue();
  }

  @Test
  void soIsAFallThatIsOverBeforeTheEnd() {
    assertThat(StillArriving.of(beats(m -> m < 0.7 ? 74 : 70), 0, TO)).isTrue();
  }

  /** Beats without breathing and noise, so that each half of the rule stands alone. */
  private static List<RrInterval> even(DoubleUnaryOperator perMinute) {
    List<RrInterval> beats = new ArrayList<>();
    double seconds = 0;
    while (seconds < 120) {
      double rate = perMinute.applyAsDouble(seconds / 60);
      seconds += 60 / rate;
      beats.add(new RrInterval(Math.round(seconds * 1e9), 60_000 / rate, RrLabel.NORMAL, true));
    }
    return beats;
  }

  @Test
  void theSlopeAloneIsEnough() {
    assertThat(StillArriving.of(even(m -> 70 - 1.6 * m), 0, TO)).as("thirds 2.1 apart").isTrue();
    assertThat(StillArriving.of(even(m -> 70 - 1.4 * m), 0, TO)).isFalse();
  }

  @Test
  void soAreTheThirds() {
    assertThat(StillArriving.of(even(m -> m < 0.4 ? 77 : 70), 0, TO)).as("no slope").isTrue();
    assertThat(StillArriving.of(even(m -> m < 0.4 ? 73 : 70), 0, TO)).as("1.8 apart").isFalse();
  }

  @Test
  void onlyTheBeatsOfTheStartCount() {
    List<RrInterval> falls = beats(m -> m < 1 ? 76 : 70);
    assertThat(StillArriving.of(falls, 0, TO)).isTrue();
    assertThat(StillArriving.of(falls, 65_000_000_000L, TO)).isFalse();
  }

  @Test
  void fewBeatsSayNothing() {
    assertThat(StillArriving.of(beats(m -> 80 - 10 * m).subList(0, 29), 0, TO)).isFalse();
    assertThat(StillArriving.of(List.of(), 0, TO)).isFalse();
  }
}
