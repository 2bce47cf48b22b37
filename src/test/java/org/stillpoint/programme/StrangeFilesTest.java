package org.stillpoint.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds, the answer is a programme or one sentence. */
class StrangeFilesTest {

  @Test
  void randomBytesAreRefused() {
    Random random = new Random(1);
    for (int i = 0; i < 500; i++) {
      byte[] bytes = new byte[random.nextInt(400)];
      random.nextBytes(bytes);
      assertRefused(new String(bytes, StandardCharsets.UTF_8));
      assertRefused(new String(bytes, StandardCharsets.ISO_8859_1));
    }
  }

  @Test
  void randomYamlSignsAreRefused() {
    String signs = "-:?[]{},#&*!|>'\"%@` \n\tab01.~<\u2028\uD83D\uDE00";
    Random random = new Random(2);
    for (int i = 0; i < 3000; i++) {
      StringBuilder text = new StringBuilder(i % 3 == 0 ? "%YAML 1." : "");
      for (int n = random.nextInt(60); n >= 0; n--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      assertRefused(text.toString());
    }
  }

  @Test
  void scriptsCutOffBeforeTheReturnAreRefused() throws IOException {
    String whole = shippedText();
    int returnStage = whole.indexOf("- id: return");
    for (int end = 0; end < whole.length(); end += 11) {
      if (end < returnStage) {
        assertRefused(whole.substring(0, end));
      } else {
        assertReadOrRefused(whole.substring(0, end));
      }
    }
  }

  @Test
  void changedScriptsAreReadOrRefused() throws IOException {
    String whole = shippedText();
    String signs = "-:?[]{},#&*!|>'\"% \n\tx9\0\uD83D";
    Random random = new Random(3);
    for (int i = 0; i < 600; i++) {
      StringBuilder text = new StringBuilder(whole);
      for (int n = random.nextInt(3); n >= 0; n--) {
        text.setCharAt(
            random.nextInt(whole.length()), signs.charAt(random.nextInt(signs.length())));
      }
      assertReadOrRefused(text.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n ", "# only a remark\n", "---\n...\n", "\uFEFF"})
  void emptyFilesAreCalledEmptyOrUnfit(String text) {
    assertRefused(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[", "{", "- ", "? ", "a: {", "[{", "|", "\"", "!", "&", "*", "%", "a: b: "})
  void repeatedSignsAreRefusedInReasonableTime(String sign) {
    assertRefused(sign.repeat(90_000 / sign.length()));
  }

  @Test
  void aliasBombsAreRefusedAtTheFirstAnchor() {
    assertThatExceptionOfType(ProgrammeException.class)
        .isThrownBy(
            () ->
                ShortScript.read(
                    "a: &a [x, x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\nstages: *c\n"))
        .withMessageStartingWith("my.yaml, line 1: anchors (&) and aliases (*)");
  }

  @Test
  void hugeFilesAreRefusedWithoutReadingThemWhole() {
    CountingReader endless = new CountingReader();

    assertThatExceptionOfType(ProgrammeException.class)
        .isThrownBy(() -> ProgrammeReader.read("big.yaml", endless))
        .withMessageStartingWith("big.yaml: the file holds more than 200000 characters");
    assertThat(endless.given).isLessThan(300_000);
  }

  @Test
  void manyStagesAreTimedInReasonableTime() {
    String stage = ShortScript.TEXT.substring(ShortScript.TEXT.indexOf("  - id: hands"));
    assertRefused(ShortScript.TEXT + stage.repeat(150));
  }

  @Test
  void thousandsOfMistakesFillNoMemory() {
    String lengths = "[5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24]";
    String stage = ShortScript.TEXT.substring(ShortScript.TEXT.indexOf("  - id: hands"));
    String text =
        ShortScript.with("[5]", lengths) + stage.replace("silence: ", "sil: ").repeat(250);

    assertThatExceptionOfType(ProgrammeException.class)
        .isThrownBy(() -> ShortScript.read(text))
        .satisfies(e -> assertThat(e.mistakes()).hasSize(500));
  }

  @Test
  void aFileThatCannotBeReadIsASentence() {
    Reader broken =
        new Reader() {
          @Override
          public int read(char[] buffer, int offset, int length) throws IOException {
            throw new IOException("disk");
          }

          @Override
          public void close() {}
        };
    assertThatExceptionOfType(ProgrammeException.class)
        .isThrownBy(() -> ProgrammeReader.read("my\nfile.yaml", broken))
        .withMessage("my file.yaml: the script cannot be read; check that the file can be opened.")
        .withCauseInstanceOf(IOException.class);
  }

  private static void assertRefused(String text) {
    assertThatExceptionOfType(ProgrammeException.class)
        .isThrownBy(() -> ShortScript.read(text))
        .satisfies(StrangeFilesTest::isOneSentence);
  }

  private static void assertReadOrRefused(String text) {
    try {
      assertThat(ShortScript.read(text).minutes()).isNotEmpty();
    } catch (ProgrammeException e) {
      isOneSentence(e);
    }
  }

  private static void isOneSentence(ProgrammeException e) {
    assertThat(e.getMessage())
        .startsWith("my.yaml")
        .endsWith(".")
        .doesNotContain("\n")
        .hasSizeLessThan(400);
  }

  private static String shippedText() throws IOException {
    try (InputStream bytes =
        StrangeFilesTest.class.getResourceAsStream("/programmes/en/breath-at-resonance.yaml")) {
      assertThat(bytes).isNotNull();
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Never ends, and counts the characters that were read. */
  private static final class CountingReader extends Reader {
    private long given;

    @Override
    public int read(char[] buffer, int offset, int length) {
      Arrays.fill(buffer, offset, offset + length, 'a');
      given += length;
      return length;
    }

    @Override
    public void close() {}
  }
}
