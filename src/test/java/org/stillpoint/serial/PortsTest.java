package org.stillpoint.serial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortsTest {

  @ParameterizedTest
  @CsvSource({
    "0x2341, 0x0043, Arduino",
    "0x1a86, 0x7523, CH340",
    "0x0fcf, 0x1008, ANT",
    "0x1234, 0x0001, USB serial device",
  })
  void usbIdsTellWhatIsLikelyAttached(String vendor, String product, String words) {
    assertThat(Ports.likely(Integer.decode(vendor), Integer.decode(product))).contains(words);
  }

  @ParameterizedTest
  @CsvSource({"-1, -1", "0, 0"})
  void aPortWithoutUsbIdsSpeaksForNothing(int vendor, int product) {
    assertThat(Ports.likely(vendor, product)).isEmpty();
  }
}
