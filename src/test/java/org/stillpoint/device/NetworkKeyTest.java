package org.stillpoint.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkKeyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01A2030405060708",
        "01a2030405060708\r\n",
        "01 A2 03 04 05 06 07 08",
        "01:a2:03-0405060708"
      })
  void eightBytesAreReadHoweverTheyAreWritten(String text) {
    NetworkKey key = NetworkKey.parse(text);

    assertThat(key.present()).isTrue();
    assertThat(key.command(0)).containsExactly(0, 1, 0xA2, 3, 4, 5, 6, 7, 8);
  }

  @ParameterizedTest
  @CsvSource({
    "'', has 0 hexadecimal digits",
    "01A203040506070, has 15 hexadecimal digits",
    "01A203040506070809, has 18 hexadecimal digits",
    "01A203040506070G, something other than a hexadecimal digit at character 16",
    "01A2030405\u0666060708, something other than a hexadecimal digit at character 11",
    "0x01A2030405060708, something other than a hexadecimal digit at character 2"
  })
  void whatIsNoKeyIsToldWithoutQuotingIt(String text, String words) {
    assertThatThrownBy(() -> NetworkKey.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words)
        .hasMessageNotContainingAny("01A2", "0607");
  }

  @Test
  void noTextHoldsAKey() {
    NetworkKey key = NetworkKey.parse("01A2030405060708");
    Protocol ant = Devices.named("ant", "", key).orElseThrow();

    assertThat(key + " " + ant + " " + ant.decoder().get() + " " + Devices.live(key))
        .doesNotContainIgnoringCase("01A2")
        .doesNotContain("1, -94", "1, 162");
    assertThat(NetworkKey.NONE.present()).isFalse();
    assertThat(NetworkKey.NONE).hasToString("no network key");
  }
}
