package org.stillpoint.relax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettlingTest {

  @ParameterizedTest
  @CsvSource({
    "100, CLEARLY",
    "64.5, CLEARLY",
    "64.4, A_LITTLE",
    "56.5, A_LITTLE",
    "56.4, AS_AT_START",
    "43.5, AS_AT_START",
    "43.4, STIRRED_A_LITTLE",
    "35.5, STIRRED_A_LITTLE",
    "35.4, STIRRED",
    "0, STIRRED"
  })
  void theBandIsThatOfTheNumberAsItIsShown(double index, Settling band) {
    assertThat(Settling.of(index)).isEqualTo(band);
    assertThat(band.settled()).isEqualTo(index >= 56.5);
  }
}
