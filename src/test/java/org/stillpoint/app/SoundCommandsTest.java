package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.guide.Decibels;
import org.stillpoint.testkit.Needs;

/** The commands that make sound, and those that check recordings. */
class SoundCommandsTest {
  private static final int RATE = 44_100;

  @TempDir private Path folder;

  private CommandRun session(String... more) {
    String[] fixed = {
      "session",
      "--sensor",
      "virtual:responder,7",
      "--minutes",
      "10",
      "--speed",
      "max",
      "--json",
      "--acknowledge-safety",
      "--store",
      folder.resolve("store").toString()
    };
    return CommandRun.of(
        Stream.concat(Arrays.stream(fixed), Arrays.stream(more)).toArray(String[]::new));
  }

  /** Reads with the platform's own reader, to show that other programs can play the file. */
  private static float[] read(Path wav) throws IOException {
    try (AudioInputStream in = AudioSystem.getAudioInputStream(wav.toFile())) {
      assertThat(in.getFormat().getSampleRate()).isEqualTo(RATE);
      byte[] bytes = in.readAllBytes();
      float[] samples = new float[bytes.length / 2];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = (short) ((bytes[2 * i] & 0xFF) | bytes[2 * i + 1] << 8) / 32_768f;
      }
      return samples;
    } catch (UnsupportedAudioFileException e) {
      throw new AssertionError(e);
    }
  }

  private static double level(float[] samples, double from, double to) {
    return Decibels.rms(samples, (int) (from * RATE), (int) (to * RATE));
  }

  @Tag("slow")
  @Test
  void aWholeSessionIsRenderedWithItsPromptsAtTheirTimes() throws IOException {
    Needs.espeak();
    Path wav = folder.resolve("session.wav");
    CommandRun run = session("--sound", wav.toString(), "--voice", "espeak-ng");
    assertThat(run.code()).as(run.err()).isZero();

    float[] sound = read(wav);
    assertThat((double) sound.length / RATE).isBetween(602.0, 615.0);
    assertThat(Decibels.peak(sound)).isBetween(-6.0, -3.0);
    int prompts = 0;
    for (String line : run.lines()) {
      JsonNode event = new ObjectMapper().readTree(line);
      if (event.path("type").asText().equals("prompt") && !event.path("text").asText().isEmpty()) {
        prompts++;
        double at = event.path("timeSeconds").asDouble();
        assertThat(level(sound, at, at + 2.5)).as(line).isBetween(-35.0, -15.0);
      }
    }
    assertThat(prompts).isGreaterThan(40);
    assertThat(level(sound, 90, 150)).as("the measured start is quiet").isLessThan(-90);
    assertThat(level(sound, 600, 604)).as("the end is said").isGreaterThan(-35);
  }

  @Test
  void withoutAVoiceTheBellsAreLeft() throws IOException {
    Path wav = folder.resolve("session.wav");
    CommandRun run = session("--sound", wav.toString(), "--voice", "none");
    assertThat(run.code()).as(run.err()).isZero();

    float[] sound = read(wav);
    assertThat(Decibels.peak(sound)).isCloseTo(-14, within(0.1));
    int bells = 0;
    for (String line : run.lines()) {
      JsonNode event = new ObjectMapper().readTree(line);
      String type = event.path("type").asText();
      double at = event.path("timeSeconds").asDouble();
      if (at > 1 && (type.equals("stage") || type.equals("end"))) {
        bells++;
        assertThat(level(sound, at, at + 0.5)).as(line).isGreaterThan(level(sound, at - 1, at) + 6);
      }
    }
    assertThat(bells).isEqualTo(10);
    assertThat(run.err()).doesNotContain("No voice");
  }

  @Test
  void aSessionAtHighSpeedIsSilentAndAsksForNoVoice() {
    CommandRun run = session("--voice", "no-such-voice");

    assertThat(run.code()).isZero();
    assertThat(run.err().strip().lines()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--sound FOLDER/x.wav --voice hal         | 1 | 'hal' is neither a voice nor a folder",
        "--sound FOLDER/x.wav --voice FOLDER/none | 1 | There is no folder",
        "--sound FOLDER/x.wav --voice FOLDER      | 1 | No recording is in",
        "--sound FOLDER/none/x.wav --voice none   | 1 | cannot be used",
        "--volume-voice 101                       | 2 | a volume is 0 to 100",
        "--volume-bell -1                         | 2 | a volume is 0 to 100",
        "--volume-tones loud                      | 2 | loud"
      })
  void whatCannotBeIsOneSentence(String arguments, int code, String words) {
    CommandRun run = session(arguments.replace("FOLDER", folder.toString()).split(" ", -1));

    assertThat(run.code()).as(run.err()).isEqualTo(code);
    assertThat(run.err()).contains(words);
  }

  @Test
  void aSheetNamesWhatACheckThenMisses() throws IOException {
    Path sheet = folder.resolve("sheet.tsv");
    assertThat(CommandRun.of("voicepack", "sheet", "--out", sheet.toString()).code()).isZero();
    List<String> lines = Files.readAllLines(sheet);
    assertThat(lines.get(0)).isEqualTo("id\tseconds\tstage\ttext");
    assertThat(lines).hasSizeGreaterThan(150).allMatch(line -> line.split("\t", -1).length == 4);
    String first = lines.get(1).split("\t", -1)[0];
    assertThat(first).startsWith("position-lie-back-");

    Path pack = Files.createDirectory(folder.resolve("pack"));
    Files.write(pack.resolve(first + ".wav"), new byte[100]);
    CommandRun check =
        CommandRun.of("voicepack", "check", pack.toString(), "--minutes", "10", "--json");

    assertThat(check.code()).isEqualTo(1);
    JsonNode found = check.json();
    assertThat(found.get(0).path("id").asText()).isEqualTo(first);
    assertThat(found.get(0).path("state").asText()).isEqualTo("strange");
    assertThat(found.get(1).path("state").asText()).isEqualTo("missing");
    assertThat(found.size()).isLessThan(lines.size() - 1);
    CommandRun people = CommandRun.of("voicepack", "check", pack.toString());
    assertThat(people.out())
        .contains("0 good, " + (lines.size() - 2) + " missing, 1 strange, 0 unknown.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "voicepack                            | 2 | check or sheet",
        "voicepack check FOLDER/none          | 1 | There is no folder",
        "voicepack check FOLDER               | 1 | No recording is in",
        "voicepack sheet                      | 2 | --out",
        "voicepack sheet --out x --minutes 7  | 2 | choose 10, 20, 35 or 45",
        "voicepack sheet --out x --programme y | 2 | back-pain",
        "voicepack sheet --out FOLDER/none/x  | 1 | cannot be used"
      })
  void whatAVoicepackCannotBeIsSaid(String arguments, int code, String words) {
    CommandRun run = CommandRun.of(arguments.replace("FOLDER", "" + folder).split(" ", -1));

    assertThat(run.err()).contains(words);
    assertThat(run.code()).isEqualTo(code);
  }

  @Test
  void volumesAndVoiceAreRememberedAndNonsenseInTheSettingsIsIgnored() throws IOException {
    Settings settings = new Settings(folder);
    assertThat(settings.volumes()).isEqualTo(org.stillpoint.guide.Volumes.MEANT);
    settings.volumes(new org.stillpoint.guide.Volumes(40, 0, 70, true));
    settings.dark(true);
    Settings again = new Settings(folder);
    assertThat(again.volumes()).isEqualTo(new org.stillpoint.guide.Volumes(40, 0, 70, true));
    assertThat(again.dark()).isTrue();

    Files.writeString(
        folder.resolve("settings.properties"),
        "volumeVoice=loud\nvolumeBell=900\nvoiceRate=5\nvoice= none \nvoiceCommand=x {wav}\n");
    Settings odd = new Settings(folder);
    assertThat(odd.volumes()).isEqualTo(org.stillpoint.guide.Volumes.MEANT);
    assertThat(odd.voiceRate()).isEqualTo(110);
    assertThat(odd.voice()).isEqualTo("none");
    assertThat(odd.voiceCommand()).isEqualTo("x {wav}");
  }

  @Test
  void doctorHasTheVoiceSaySomethingAndLooksAtTheSoundOutput() {
    Needs.espeak();
    JsonNode findings = CommandRun.of("doctor", "--json", "--store", folder.toString()).json();

    List<String> voice =
        findings.findParents("what").stream()
            .filter(f -> f.path("what").asText().equals("voice"))
            .map(f -> f.path("verdict").asText() + " " + f.path("words").asText())
            .toList();
    assertThat(voice)
        .anyMatch(w -> w.matches("ok .* works: it rendered a test sentence of [3-8]\\.\\d s .*"));
    assertThat(
            findings.findParents("what").stream()
                .filter(f -> f.path("what").asText().equals("sound")))
        .hasSize(1);
  }
}
