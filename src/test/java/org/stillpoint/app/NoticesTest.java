package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class NoticesTest {
  private final StringWriter out = new StringWriter();

  @Test
  void aLogGetsEachTroubleOnceAndNoCountdown() {
    Notices notices = new Notices(new PrintWriter(out), false);
    notices.show("");
    notices.show("The plug is out. Again in 3 s.");
    notices.show("The plug is out. Again in 2 s.");
    notices.show("No strap is found.");
    notices.show("");
    notices.show("The plug is out. Again in 1 s.");

    assertThat(out.toString().lines())
        .containsExactly(
            "The plug is out. Again in 3 s.",
            "No strap is found.",
            "The plug is out. Again in 1 s.");
  }

  @Test
  void aPersonSeesOneLineThatCountsDownAndThenNothing() {
    Notices notices = new Notices(new PrintWriter(out), true);
    notices.show("Again in 10 s.");
    notices.show("Again in 9 s.");
    notices.show("");

    assertThat(out.toString()).isEqualTo("\rAgain in 10 s.\rAgain in 9 s. \r             \r");
  }
}
