package org.stillpoint.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.programme.Programme;
import org.stillpoint.programme.ProgrammeException;
import org.stillpoint.programme.ProgrammeReader;
import org.stillpoint.programme.SpeakingPace;
import org.stillpoint.testkit.Needs;

class SpeechTest {
  private static final String SENTENCE = "Lie down, or sit in a chair, whichever suits your back.";

  @TempDir private Path folder;

  private static VoiceProgram fake(String arguments) throws IOException {
    return VoicePrograms.named(
        "command", FakeVoice.command(arguments), new ProgramPath("", "Linux"));
  }

  private static VoiceProgram espeak() throws IOException {
    Needs.espeak();
    return VoicePrograms.named("espeak-ng", "", ProgramPath.ofThisMachine());
  }

  private Speech speech(VoiceProgram program, double rate) {
    return new Speech(program, rate, new VoiceCache(folder));
  }

  @Test
  void theFirstThatReallySpeaksIsTaken() throws IOException {
    List<String> failed = new ArrayList<>();
    List<VoiceProgram> programs = List.of(fake("fail {wav}"), fake("stdin {wav}"));

    Speech first = Speech.first(programs, 110, new VoiceCache(folder), failed::add).orElseThrow();

    assertThat(FakeVoice.heard(first.say("hello"))).isEqualTo("hello");
    assertThat(failed).hasSize(1).first().asString().contains("the model is missing");
    assertThat(Speech.first(List.of(), 110, new VoiceCache(folder), failed::add)).isEmpty();
  }

  @Test
  void whatWasSaidBeforeIsThereAtOnceForThisVoiceAndRateOnly() throws IOException {
    Speech speech = speech(fake("stdin {wav}"), 110);
    speech.say("hello");

    assertThat(speech.ready("hello")).isTrue();
    assertThat(speech.ready("  hello\n")).isTrue();
    assertThat(speech.ready("Hello")).isFalse();
    assertThat(speech(fake("stdin {wav}"), 120).ready("hello")).isFalse();
    assertThat(speech(fake("text {wav} {text}"), 110).ready("hello")).isFalse();
  }

  @Test
  void aTextWithoutWordsNeedsNoProgram() throws IOException {
    Speech speech = speech(fake("fail {wav}"), 110);

    assertThat(speech.ready(" ... ")).isTrue();
    assertThat(speech.say(" ... ").seconds()).isZero();
  }

  @Test
  void refusesARateThatNobodySpeaks() throws IOException {
    VoiceProgram program = fake("stdin {wav}");

    assertThatThrownBy(() -> speech(program, 20)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> speech(program, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRealVoiceSpeaksSlowerWhenAskedTo() throws IOException {
    double slow = SpokenSound.seconds(speech(espeak(), 90).say(SENTENCE));
    double usual = SpokenSound.seconds(speech(espeak(), 110).say(SENTENCE));
    double fast = SpokenSound.seconds(speech(espeak(), 160).say(SENTENCE));

    assertThat(slow).isBetween(1.1 * usual, 1.6 * usual);
    assertThat(fast).isBetween(0.5 * usual, 0.85 * usual);
  }

  @Test
  void awkwardTextsAreSpokenToo() throws IOException {
    Speech speech = speech(espeak(), 110);
    for (String text :
        List.of("-v is no option", "\"Rest,\" they say", "one\ntwo", "<b>bold</b>")) {
      assertThat(SpokenSound.seconds(speech.say(text))).as(text).isBetween(0.3, 4.0);
    }
  }

  @Tag("slow")
  @Test
  void whatIsShippedFitsItsTimeWhenARealVoiceReadsIt() throws IOException, ProgrammeException {
    Speech speech = speech(espeak(), Speech.USUAL_RATE);
    int all = 0;
    int fit = 0;
    for (String id : ProgrammeReader.shippedIds()) {
      Programme programme = ProgrammeReader.shipped(id);
      for (Sentence sentence : Sentences.of(programme)) {
        double seconds = SpokenSound.seconds(speech.say(sentence.text()));
        all++;
        fit += seconds <= SpeakingPace.seconds(sentence.text()) ? 1 : 0;
      }
    }

    assertThat(all).isGreaterThan(100);
    assertThat((double) fit / all).isGreaterThanOrEqualTo(0.95);
  }
}
