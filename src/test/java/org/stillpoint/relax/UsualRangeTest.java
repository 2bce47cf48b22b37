package org.stillpoint.relax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class UsualRangeTest {
  @Test
  void itIsTheMeanAndOneAndAHalfDeviations() {
    UsualRange range = UsualRange.of(List.of(58.0, 60.0, 62.0, 59.0, 61.0)).orElseThrow();

    assertThat(range.low()).isCloseTo(60 - 1.5 * Math.sqrt(2.5), within(1e-12));
    assertThat(range.high()).isCloseTo(60 + 1.5 * Math.sqrt(2.5), within(1e-12));
    assertThat(range.words(57)).isEqualTo("below your usual range");
    assertThat(range.words(60)).isEqualTo("within your usual range");
    assertThat(range.words(63)).isEqualTo("above your usual range");
  }

  @Test
  void fourMorningsAreTooFew() {
    assertThat(UsualRange.of(List.of(58.0, 60.0, 62.0, 59.0))).isEmpty();
    assertThat(UsualRange.of(List.of())).isEmpty();
  }
}
