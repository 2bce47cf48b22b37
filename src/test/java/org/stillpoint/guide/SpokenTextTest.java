package org.stillpoint.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Lie down, or sit.        | Lie down, or sit.",
        "--version                | version",
        "- @file and /etc         | file and /etc",
        "Heavy & light            | Heavy and light",
        "He said \"rest\" and didn't | He said rest and didn't",
        "<speed level='20'>a</speed> | speed level='20' a /speed",
        "[[slnc 500]] b           | slnc 500 b",
        "$HOME {id} a\\b;c         | HOME id a b;c",
        "Ein Atemzug, ganz früh – so | Ein Atemzug, ganz früh – so"
      })
  void leavesWordsAndTakesWhatAProgramCouldMistake(String text, String clean) {
    assertThat(SpokenText.clean(text)).isEqualTo(clean);
  }

  @Test
  void lineEndsAndControlsBecomeBlanks() {
    assertThat(SpokenText.clean(" one\r\ntwo\tthree\u0000\u0007\u2028four\u00a0five "))
        .isEqualTo("one two three four five");
  }

  @Test
  void whatHoldsNoWordIsNotSaid() {
    for (String text : new String[] {"", " ", "...", "- - -", "\n", "\uD800"}) {
      assertThat(SpokenText.clean(text)).isEmpty();
    }
  }

  @Test
  void anyTextIsOneSafeLine() {
    Random random = new Random(3);
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i >= 0; i--) {
        text.append((char) (random.nextBoolean() ? random.nextInt(128) : random.nextInt(0x10000)));
      }
      String clean = SpokenText.clean(text.toString());
      assertThat(clean).doesNotContain("\"", "<", "[", "\n", "\u0000").doesNotStartWith("-");
      assertThat(SpokenText.clean(clean)).isEqualTo(clean);
    }
    assertThat(SpokenText.clean("word ".repeat(10_000))).hasSizeLessThanOrEqualTo(1_000);
  }
}
