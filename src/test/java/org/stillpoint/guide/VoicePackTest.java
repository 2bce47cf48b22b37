package org.stillpoint.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.guide.VoicePack.Found;
import org.stillpoint.guide.VoicePack.RecordingCheck;

class VoicePackTest {
  /** Planned for 2.75 s. */
  private static final String FOUR_WORDS = "The whole body, resting.";

  @TempDir private Path folder;

  private static Sentence sentence(String id) {
    return new Sentence(id, "Rest", FOUR_WORDS);
  }

  private Found look(String id) throws IOException {
    return VoicePack.open(folder).check(List.of(sentence(id)), Map.of()).get(0);
  }

  private void record(String id, float[] wave, int rateHz, int bits) throws IOException {
    Files.write(folder.resolve(id + ".wav"), Waves.wav(wave, rateHz, 1, bits));
  }

  @Test
  void aGoodRecordingIsGood() throws IOException {
    record("rest-1", Waves.sine(300, 0.4, 44_100, 2), 44_100, 16);

    Found found = look("rest-1");

    assertThat(found.state()).isEqualTo(RecordingCheck.GOOD);
    assertThat(found.seconds()).isCloseTo(2, within(0.01));
    assertThat(found.plannedSeconds()).isEqualTo(2.75);
    assertThat(VoicePack.open(folder).recording("rest-1")).isPresent();
  }

  @Test
  void whatIsOddIsNamed() throws IOException {
    record("dull", Waves.sine(300, 0.4, 8_000, 2), 8_000, 16);
    record("hiss", Waves.sine(300, 0.4, 22_050, 2), 22_050, 8);
    record("loud", Waves.sine(300, 1.0, 22_050, 2), 22_050, 16);
    record("long", Waves.sine(300, 0.4, 22_050, 5), 22_050, 16);
    record("short", Waves.sine(300, 0.4, 22_050, 0.5), 22_050, 16);
    record("silent", Waves.silence(22_050, 2), 22_050, 16);
    Files.writeString(folder.resolve("text.wav"), "no sound");

    assertThat(look("dull").words()).contains("8000 samples a second");
    assertThat(look("hiss").words()).contains("8 bits");
    assertThat(look("loud").words()).contains("full scale");
    assertThat(look("long").words()).contains("5.0 s long where the script has 2.8 s");
    assertThat(look("short").words()).contains("only 0.5 s long");
    assertThat(look("silent").words()).contains("nothing can be heard");
    assertThat(look("text").words()).contains("not a WAV file");
    for (String id : List.of("dull", "hiss", "loud", "long", "short", "silent", "text")) {
      assertThat(look(id).state()).isEqualTo(RecordingCheck.STRANGE);
    }
  }

  @Test
  void missingAndUnknownNamesAreListed() throws IOException {
    record("rest-1", Waves.sine(300, 0.4, 22_050, 2), 22_050, 16);
    record("rset-2", Waves.sine(300, 0.4, 22_050, 2), 22_050, 16);
    record("other-1", Waves.sine(300, 0.4, 22_050, 2), 22_050, 16);
    Files.writeString(folder.resolve("notes.txt"), "not a recording");

    List<Found> found =
        VoicePack.open(folder)
            .check(
                List.of(sentence("rest-1"), sentence("rest-2")),
                Map.of("other-1", sentence("other-1")));

    assertThat(found).extracting(Found::id).containsExactly("rest-1", "rest-2", "rset-2");
    assertThat(found)
        .extracting(Found::state)
        .containsExactly(RecordingCheck.GOOD, RecordingCheck.MISSING, RecordingCheck.UNKNOWN);
  }

  @Test
  void aFolderWithoutRecordingsIsOneSentence() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertThatThrownBy(() -> VoicePack.open(folder)).hasMessageContaining("No recording is in");
    assertThatThrownBy(() -> VoicePack.open(file)).hasMessageContaining("There is no folder");
  }

  @Test
  void recordingsComeFirstAndAProgramSpeaksTheRest() throws IOException {
    record("rest-1", Waves.sine(300, 0.4, 22_050, 2), 22_050, 16);
    VoicePack pack = VoicePack.open(folder);
    Voice alone = new Voice(pack, null);

    assertThat(alone.seconds(sentence("rest-1")).orElse(0)).isCloseTo(2, within(0.01));
    assertThat(alone.seconds(sentence("rest-2"))).isEmpty();
    assertThat(alone.sound(sentence("rest-2"), 1)).isEmpty();
    assertThat(alone.ready(sentence("rest-2"))).isTrue();
    assertThat(alone.words()).isEqualTo("the recordings in " + folder);
    assertThat(Voice.NONE.speaks()).isFalse();
    assertThat(Voice.NONE.sound(sentence("rest-1"), 1)).isEmpty();

    VoiceProgram program =
        VoicePrograms.named(
            "command", FakeVoice.command("stdin {wav}"), new ProgramPath("", "Linux"));
    VoiceCache cache = new VoiceCache(folder.resolve("cache"));
    Voice both = new Voice(pack, new Speech(program, 110, cache));
    assertThat(both.ready(sentence("rest-1"))).isTrue();
    assertThat(both.ready(sentence("rest-2"))).isFalse();
    assertThat(both.sound(sentence("rest-2"), 1)).isPresent();
    assertThat(both.ready(sentence("rest-2"))).isTrue();
  }
}
