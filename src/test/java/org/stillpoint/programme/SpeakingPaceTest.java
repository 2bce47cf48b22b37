package org.stillpoint.programme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeakingPaceTest {

  /** Words / 110 minutes and half a second per sentence, rounded up to an eighth of a second. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Rest. | 1.125",
        "Rest | 1.125",
        "The right hand. | 2.25",
        "The right hand. The left hand. | 4.375",
        "The right hand. The left hand | 4.375",
        "Well ... rest. | 2.125",
        "'She said, \"Rest.\" Then rest.' | 3.75",
        "Rest – now. | 1.625",
        "... | 0",
      })
  void estimatesFromWordsAndSentences(String text, double seconds) {
    assertThat(SpeakingPace.seconds(text)).isEqualTo(seconds);
  }

  @Test
  void nothingTakesNoTime() {
    assertThat(SpeakingPace.seconds("")).isZero();
  }

  @Test
  void hundredAndTenWordsTakeAMinute() {
    assertThat(SpeakingPace.seconds("rest ".repeat(110))).isEqualTo(60.5);
  }
}
