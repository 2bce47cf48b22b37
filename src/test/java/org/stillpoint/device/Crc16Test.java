package org.stillpoint.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Crc16Test {

  @Test
  void hasTheCheckValueOfMcrf4xx() {
    byte[] bytes = "123456789".getBytes(StandardCharsets.US_ASCII);

    assertThat(Crc16.of(bytes, 0, bytes.length)).isEqualTo(0x6F91);
  }

  @Test
  void readsOnlyTheGivenPart() {
    byte[] bytes = "xx123456789yy".getBytes(StandardCharsets.US_ASCII);

    assertThat(Crc16.of(bytes, 2, 11)).isEqualTo(0x6F91);
  }
}
