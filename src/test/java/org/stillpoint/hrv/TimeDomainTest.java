package org.stillpoint.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TimeDomainTest {

  @Test
  void countsOnlyDifferencesOfStrictlyMoreThan50() {
    TimeDomain t = TimeDomain.of(new double[] {800, 850, 800, 851, 800});

    assertThat(t.nn50()).isEqualTo(2);
    assertThat(t.pnn50()).isEqualTo(50);
  }

  @Test
  void oneIntervalHasAMeanButNoVariability() {
    TimeDomain t = TimeDomain.of(new double[] {800});

    assertThat(t.meanHr()).isEqualTo(75);
    assertThat(t.sdnn()).isNaN();
    assertThat(t.rmssd()).isNaN();
    assertThat(t.sdsd()).isNaN();
    assertThat(t.pnn50()).isNaN();
    assertThat(t.minHr5beat()).isNaN();
  }

  @Test
  void noIntervalsAreRefused() {
    assertThatThrownBy(() -> TimeDomain.of(new double[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
