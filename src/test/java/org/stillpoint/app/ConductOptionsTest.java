package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.programme.Posture;
import org.stillpoint.session.Pacing;
import org.stillpoint.session.SessionOptions;
import org.stillpoint.session.WhenDrowsy;

class ConductOptionsTest {
  @TempDir Path folder;

  private CommandRun session(String options) {
    String line =
        "session --sensor virtual:responder,7 --minutes 10 --speed max --json --acknowledge-safety"
            + " --voice none --store "
            + folder;
    return CommandRun.of((line + " " + options).strip().split(" ", -1));
  }

  @Test
  void fixedPacingIsRecordedAsWhatWouldHaveBeenDone() {
    CommandRun run = session("--pacing fixed");

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("\"applied\":false").doesNotContain("\"applied\":true");
  }

  @Test
  void aPacerThatIsAskedForBreathes() {
    assertThat(session("--pacer").out()).contains("\"type\":\"breath\"");
    assertThat(session("").out()).doesNotContain("\"type\":\"breath\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --pacer-rate 9      | --pacer-rate must be 4.5 to 6.5 breaths a minute, not 9.0
          --pacer-rate NaN    | --pacer-rate must be 4.5 to 6.5 breaths a minute, not NaN
          --inhale-share 0.9  | --inhale-share must be 0.3 to 0.5, not 0.9
          --posture standing  | standing
          --when-drowsy shout | shout
          """)
  void whatCannotBeIsRefused(String options, String sentence) {
    CommandRun run = session(options);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(sentence);
  }

  @Test
  void settingsAreKeptAndOddOnesAreAsUsual() throws Exception {
    SessionOptions chosen =
        new SessionOptions(
            Posture.SITTING, Pacing.FIXED, WhenDrowsy.BEDTIME, true, OptionalDouble.of(5.5), 0.35);
    new Settings(folder).conduct(chosen);
    assertThat(new Settings(folder).conduct()).isEqualTo(chosen);

    new Settings(folder).conduct(SessionOptions.USUAL);
    assertThat(new Settings(folder).conduct()).isEqualTo(SessionOptions.USUAL);

    Files.writeString(
        folder.resolve("settings.properties"),
        "posture=standing\npacing=\nwhenDrowsy=7\npacerRate=99\ninhaleShare=x\n");
    assertThat(new Settings(folder).conduct()).isEqualTo(SessionOptions.USUAL);
  }
}
