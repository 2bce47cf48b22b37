package org.stillpoint.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IndexTallyTest {
  private final IndexTally tally = new IndexTally();

  @Test
  void itIsJudgedByTheLastMinuteBeforeTheReturn() {
    for (int t = 5; t <= 1080; t += 5) {
      tally.add(t, t > 1020 ? 80 : 60);
    }
    tally.close(1080);
    for (int t = 1085; t <= 1200; t += 5) {
      tally.add(t, 20);
    }

    assertThat(tally.last(1200)).hasValue(80);
    assertThat(tally.mean().orElseThrow()).isCloseTo((60 * 204 + 80 * 12) / 216.0, within(1e-9));
  }

  @Test
  void withoutAReturnItIsTheLastMinute() {
    tally.add(100, 40);
    tally.add(170, 60);
    tally.add(190, 70);

    assertThat(tally.last(200)).hasValue(65);
    assertThat(tally.last(240)).hasValue(70);
    assertThat(tally.last(260)).isEmpty();
    assertThat(new IndexTally().mean()).isEmpty();
  }
}
