package org.stillpoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stillpoint.monitor.Snapshot;
import org.stillpoint.signal.Placement;
import org.stillpoint.signal.SensorKind;

class CoachPresenterTest {
  private static final String BROKEN = "The plug was pulled. Stillpoint looks for it again in 3 s.";

  private final Snapshots with = new Snapshots();

  private StatusView before() {
    with.phase = Snapshot.Phase.WATCHING;
    return CoachPresenter.before(with.make());
  }

  private StatusView during() {
    return CoachPresenter.during(with.make());
  }

  @Test
  void beforeASessionItSaysWhatToDoOrThatAllIsWell() {
    assertThat(before()).isEqualTo(new StatusView("Good pulse. You can begin.", Tone.GOOD));
    with.placement = Placement.UNKNOWN;
    assertThat(before()).isEqualTo(new StatusView("Looking for your pulse…", Tone.QUIET));
    with.placement = Placement.NO_CONTACT;
    assertThat(before().words()).startsWith("No pulse is seen: lay the pad of a finger");
    assertThat(before().tone()).isEqualTo(Tone.WARNING);
  }

  @ParameterizedTest
  @EnumSource(Placement.class)
  void whateverIsBadHasAnAdviceThatFitsTwoLines(Placement placement) {
    assertThat(placement.advice(SensorKind.PPG).isEmpty()).isEqualTo(!placement.bad());
    assertThat(placement.advice(SensorKind.ECG).isEmpty()).isEqualTo(!placement.bad());
    assertThat(placement.advice(SensorKind.PPG)).hasSizeLessThan(100);
  }

  @Test
  void aBrokenLineComesBeforeAllElse() {
    with.placement = Placement.MOVING;
    with.connected = false;
    with.message = BROKEN;
    assertThat(during())
        .isEqualTo(new StatusView(BROKEN + " The session continues.", Tone.WARNING));
    assertThat(before()).isEqualTo(new StatusView(BROKEN, Tone.WARNING));
    assertThat(MainPresenter.startable(with.make())).isFalse();
  }

  @Test
  void duringASessionAnAdviceIsQuietAndNothingPraises() {
    assertThat(during().words()).isEmpty();
    with.placement = Placement.CLIPPED;
    assertThat(during().words()).startsWith("The wave is cut off");
    assertThat(during().tone()).isEqualTo(Tone.QUIET);
  }

  @Test
  void theDetailsAreShortAndTheTooltipExplainsThem() {
    assertThat(CoachPresenter.details(with.make().sensorState())).isEqualTo("500.0 Hz");
    with.drift = OptionalDouble.of(-31.7);
    with.gaps = 2;
    with.gapSeconds = 3.41;
    with.lost = 1200;
    assertThat(CoachPresenter.details(with.make().sensorState()))
        .isEqualTo("2 gaps, 3.4 s · 500.0 Hz · clock −32 ppm");
    assertThat(CoachPresenter.explained(with.make().sensorState()))
        .isEqualTo(
            "499.97 samples per second. The sensor's clock drifts by −32 ppm against the"
                + " computer's. Samples lost: 1,200. 2 gaps, 3.4 s in total.");
  }
}
