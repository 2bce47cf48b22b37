package org.stillpoint.relax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HeartRateAnchorTest {
  private final HeartRateAnchor anchor = new HeartRateAnchor(70, 3);
  private double seconds;

  private double steps(int count, double perMinute) {
    double zHr = 0;
    for (int i = 0; i < count; i++) {
      seconds += 5;
      zHr = anchor.step(seconds, perMinute);
    }
    return zHr;
  }

  @Test
  void aSlowerHeartRaisesIt() {
    assertThat(steps(1, 64)).isCloseTo(2, within(1e-12));
    assertThat(steps(1, 73)).isCloseTo(-1, within(1e-12));
  }

  @Test
  void afterAMovementItGoesOnFromWhereItStood() {
    steps(20, 64);
    anchor.moved(seconds);

    for (int i = 0; i < 12; i++) {
      assertThat(steps(1, 78)).isCloseTo(2, within(1e-12));
      assertThat(anchor.held()).isTrue();
    }
    assertThat(steps(1, 78)).as("65 s later").isCloseTo(2, within(1e-12));
    assertThat(anchor.held()).isFalse();
    assertThat(anchor.anchor()).isCloseTo(84, within(1e-12));
    steps(12, 78);
    assertThat(steps(1, 75)).isCloseTo(3, within(1e-12));
  }

  @Test
  void aSecondMovementBeginsTheMinuteAnew() {
    steps(20, 64);
    anchor.moved(seconds);
    steps(10, 78);
    anchor.moved(seconds);

    steps(12, 80);
    assertThat(anchor.held()).isTrue();
    assertThat(steps(1, 80)).isCloseTo(2, within(1e-12));
    assertThat(anchor.held()).isFalse();
  }
}
