package org.stillpoint.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class NeedsTest {

  @Test
  void whatIsThereLetsTheTestRun() {
    assertThatCode(() -> Needs.met(true, "data", "missing", "data")).doesNotThrowAnyException();
  }

  @Test
  void whatIsMissingSkipsTheTestAndSaysSo() {
    assertThatThrownBy(() -> Needs.met(false, "data", "no data here", "display"))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("no data here");
  }

  @Test
  void whatIsMissingFailsTheTestWhereItIsRequired() {
    assertThatThrownBy(() -> Needs.met(false, "data", "no data here", "display,data"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("no data here");
  }
}
