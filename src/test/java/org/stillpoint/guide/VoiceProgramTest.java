package org.stillpoint.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Speech programs as processes of their own: good ones, and every way in which one can fail. */
class VoiceProgramTest {
  private static final ProgramPath NOWHERE = new ProgramPath("", "Linux");

  @TempDir private Path folder;

  private Pcm spoken(String arguments, String text) throws IOException {
    VoiceProgram program = VoicePrograms.named("command", FakeVoice.command(arguments), NOWHERE);
    Path wav = folder.resolve("out.wav");
    program.render(text, 110, wav);
    return WavFile.read(wav);
  }

  @ParameterizedTest
  @ValueSource(strings = {"stdin {wav}", "textfile {wav} {textfile}", "text {wav} {text}"})
  void theTextArrivesAsItIs(String arguments) throws IOException {
    String text = "It's früh; $(rm -rf /) && 'quiet' % 100% !x";

    assertThat(FakeVoice.heard(spoken(arguments, text))).isEqualTo(text);
  }

  @Test
  void theTextCanComeThroughTheEnvironment() throws IOException {
    assertThat(FakeVoice.heard(spoken("environment {wav} {textfile}", "hello"))).isEqualTo("hello");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fail {wav}    | failed with exit code 3: the model is missing.",
        "nothing {wav} | wrote no sound file.",
        "silent {wav}  | wrote a file without sound.",
        "torn {wav}    | it is cut off, its end is missing",
      })
  void aFailureIsOneSentenceAndLeavesNoFileBehind(String arguments, String words)
      throws IOException {
    assertThatThrownBy(() -> spoken(arguments, "hello"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(words);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.filter(file -> !file.endsWith("out.wav"))).isEmpty();
    }
  }

  @Test
  void aProgramThatHangsIsEnded() throws Exception {
    Path pid = folder.resolve("pid");
    VoiceTemplate template = VoiceTemplate.parse(FakeVoice.command("hang {wav} '" + pid + "'"));
    VoiceProgram program =
        new VoiceProgram("slow", Path.of(template.program()), template, "", 160, 5);

    assertThatThrownBy(() -> program.render("hello", 110, folder.resolve("out.wav")))
        .hasMessageContaining("The voice slow did not finish a sentence in 5 s and was stopped.");

    long process = Long.parseLong(Files.readString(pid));
    ProcessHandle.of(process)
        .ifPresent(still -> still.onExit().orTimeout(60, TimeUnit.SECONDS).join());
    assertThat(ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false)).isFalse();
  }

  @Test
  void programsAreFoundInTheirOrderAndNeverInTheCurrentFolder() throws IOException {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    for (String name : List.of("espeak-ng", "flite", "pico2wave", "say", "powershell.exe")) {
      assertThat(Files.createFile(bin.resolve(name)).toFile().setExecutable(true)).isTrue();
    }
    Files.createFile(bin.resolve("not-executable"));
    String path = "" + File.pathSeparator + "." + File.pathSeparator + bin;

    assertThat(names("", new ProgramPath(path, "Linux")))
        .containsExactly("pico2wave", "flite", "espeak-ng");
    assertThat(names("", new ProgramPath(path, "Mac OS X")))
        .containsExactly("pico2wave", "flite", "espeak-ng", "say");
    assertThat(names("", new ProgramPath(path, "Windows 11"))).containsExactly("sapi");
    assertThat(names("flite {wav}", new ProgramPath(path, "Linux"))).startsWith("command");
    assertThat(names("", new ProgramPath(".", "Linux"))).isEmpty();
    assertThat(new ProgramPath(path, "Linux").find("not-executable")).isEmpty();
    assertThat(new ProgramPath(path, "Linux").find("../bin/flite")).isEmpty();
  }

  private static List<String> names(String own, ProgramPath path) throws IOException {
    return VoicePrograms.found(own, path).stream().map(VoiceProgram::name).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hal            | choose none, command, pico2wave, flite, espeak-ng, say, sapi",
        "espeak-ng      | is not installed",
        "say            | is not installed",
        "command        | it is empty"
      })
  void aVoiceThatIsNotThereIsSaid(String wish, String words) {
    assertThatThrownBy(() -> VoicePrograms.named(wish, "", NOWHERE)).hasMessageContaining(words);
  }

  @Test
  void aVoiceNameIsNoWayIn() throws IOException {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    assertThat(Files.createFile(bin.resolve("espeak-ng")).toFile().setExecutable(true)).isTrue();
    ProgramPath path = new ProgramPath(bin.toString(), "Linux");

    assertThat(VoicePrograms.named("espeak-ng:en-us", "", path).identity()).endsWith("en-us");
    assertThatThrownBy(() -> VoicePrograms.named("espeak-ng:--path=/x", "", path))
        .hasMessageContaining("is not a voice of espeak-ng");
  }

  @Test
  void anOwnCommandWhoseProgramIsMissingIsSaid() {
    assertThatThrownBy(() -> VoicePrograms.found("nowhere-to-be-found {wav}", NOWHERE))
        .hasMessageContaining("give its full path");
  }
}
