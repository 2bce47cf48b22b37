package org.stillpoint.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.rr.RrLabel;
import org.stillpoint.signal.Beat;
import org.stillpoint.signal.SignalQuality;

class MovementWatchTest {
  private static final SignalQuality ODD =
      new SignalQuality(SignalQuality.Level.POOR, Set.of(SignalQuality.Reason.ODD_SHAPE));

  private final MovementWatch watch = new MovementWatch();
  private double seconds;
  private int seen;

  /** Beats at a heart rate for some time; looks every five seconds, as the chain does. */
  private void beats(double perMinute, double forSeconds, SignalQuality quality) {
    double end = seconds + forSeconds;
    while (seconds < end) {
      double before = seconds;
      seconds += 60 / perMinute;
      long nanos = Math.round(seconds * 1e9);
      RrInterval rr = new RrInterval(nanos, 60_000 / perMinute, RrLabel.NORMAL, true);
      watch.beat(new Beat(nanos, 100, quality), rr);
      if (Math.floor(before / 5) < Math.floor(seconds / 5)) {
        seen += watch.moved(nanos) ? 1 : 0;
      }
    }
  }

  @Test
  void aMovementAndAStepOfTheHeartRateAreAChangeOfPosture() {
    beats(62, 90, SignalQuality.GOOD);
    beats(70, 6, ODD);
    beats(74, 90, SignalQuality.GOOD);

    assertThat(seen).isEqualTo(1);
  }

  @Test
  void soIsAStepThatFollowsWithinHalfAMinute() {
    beats(62, 90, SignalQuality.GOOD);
    beats(62, 6, ODD);
    beats(62, 15, SignalQuality.GOOD);
    beats(74, 90, SignalQuality.GOOD);

    assertThat(seen).isEqualTo(1);
  }

  @Test
  void lyingDownAgainIsOneToo() {
    beats(74, 90, SignalQuality.GOOD);
    beats(74, 6, ODD);
    beats(62, 90, SignalQuality.GOOD);

    assertThat(seen).isEqualTo(1);
  }

  @Test
  void neitherAloneIsEnough() {
    beats(62, 90, SignalQuality.GOOD);
    beats(62, 6, ODD);
    beats(62, 90, SignalQuality.GOOD);
    assertThat(seen).as("a movement without a step").isZero();

    beats(74, 90, SignalQuality.GOOD);
    assertThat(seen).as("a step a minute and a half later").isZero();
  }

  @Test
  void twoOddBeatsAreNoMovement() {
    beats(62, 90, SignalQuality.GOOD);
    beats(62, 1.5, ODD);
    beats(74, 90, SignalQuality.GOOD);

    assertThat(seen).isZero();
  }

  @Test
  void withoutBeatsThereIsNone() {
    assertThat(watch.moved(60_000_000_000L)).isFalse();
  }
}
