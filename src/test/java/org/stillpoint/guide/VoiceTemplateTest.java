package org.stillpoint.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.guide.VoiceTemplate.Filling;

class VoiceTemplateTest {
  private static Filling filling(String text) {
    return new Filling(text, Path.of("t.txt"), Path.of("a b.wav"), 110, 0.85, "slt");
  }

  @Test
  void eachWordIsAnArgumentWhateverIsFilledIn() throws IOException {
    VoiceTemplate template =
        VoiceTemplate.parse("speak -o {wav}  --say={text} \"with blank\" 'a \"b\"' ''");

    assertThat(template.program()).isEqualTo("speak");
    assertThat(template.arguments(filling("it's \\1 $0 {wav} fine; rm -rf")))
        .containsExactly(
            "-o", "a b.wav", "--say=it's \\1 $0 {wav} fine; rm -rf", "with blank", "a \"b\"", "");
  }

  @Test
  void ratesCanBeSaidInManyWays() throws IOException {
    VoiceTemplate template =
        VoiceTemplate.parse("x {wav} {rate} {speed} {percent} {stretch} {voice} {textfile}");

    assertThat(template.arguments(filling("hi")))
        .containsExactly("a b.wav", "110", "0.850", "85", "1.176", "slt", "t.txt");
  }

  @Test
  void theTextComesOnStandardInputUnlessAGapTakesIt() throws IOException {
    assertThat(VoiceTemplate.parse("x {wav}").readsInput()).isTrue();
    assertThat(VoiceTemplate.parse("x {wav} {text}").readsInput()).isFalse();
    assertThat(VoiceTemplate.parse("x {wav} {textfile}").readsInput()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`  `                 | it is empty",
        "piper --model x      | {wav}, the file to write, is missing",
        "piper {wav} {pitch}  | {pitch} is not a known placeholder",
        "piper \"{wav}        | a quote is not closed",
        "{text} {wav}         | its first word is the program",
        "speak.cmd {wav}      | a batch file"
      })
  void saysWhatIsWrongWithACommand(String line, String words) {
    assertThatThrownBy(() -> VoiceTemplate.parse(line))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(words)
        .hasMessageContaining("An example: piper");
  }
}
