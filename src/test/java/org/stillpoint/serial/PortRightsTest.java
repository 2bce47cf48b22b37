package org.stillpoint.serial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortRightsTest {

  @ParameterizedTest
  @CsvSource({
    "LINUX, dialout, 'usermod -aG dialout $USER'",
    "LINUX, uucp, 'usermod -aG uucp $USER'",
    "LINUX, root, 'usermod -aG dialout $USER'",
    "MACOS, wheel, 'Privacy & Security'",
    "WINDOWS, x, 'another program'",
  })
  void everySystemHasItsOwnWayToTheRight(PortRights.Os os, String group, String remedy) {
    assertThat(PortRights.refused(os, "/dev/ttyX", group)).contains("/dev/ttyX", remedy);
  }

  @Test
  void aPortThatIsNotThereNeedsNoRight() {
    assertThat(PortRights.advice("/dev/there-is-no-such-port")).isEmpty();
  }
}
