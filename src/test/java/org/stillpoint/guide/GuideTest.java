package org.stillpoint.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a guide plays; each sentence is identified by the length of its recording. */
class GuideTest {
  private static final long SECOND = 1_000_000_000L;
  private static final Sentence REST =
      new Sentence("rest-1", "Rest", "There is nothing more to do.");
  private static final Sentence SILENCE = new Sentence("", "Rest", "");
  private static final Map<String, Double> SECONDS =
      Map.of(
          "session-paused", 1.0,
          "session-resumed", 1.5,
          "session-completed", 2.0,
          "session-stopped", 2.5,
          "rest-1", 3.0);

  @TempDir private Path folder;

  private final List<String> played = Collections.synchronizedList(new ArrayList<>());
  private final List<Double> lengths = Collections.synchronizedList(new ArrayList<>());
  private final List<String> told = Collections.synchronizedList(new ArrayList<>());
  private final AtomicLong clock = new AtomicLong();

  private final class Heard implements SoundOut {
    @Override
    public void play(long timeNanos, Sound sound, double gainDecibels) {
      String name =
          sound.part() == SoundPart.VOICE
              ? SECONDS.entrySet().stream()
                  .filter(e -> Math.abs(e.getValue() - sound.seconds()) < 0.2)
                  .map(Map.Entry::getKey)
                  .findFirst()
                  .orElse("slow")
              : sound.part().name();
      lengths.add(sound.seconds());
      played.add(timeNanos / SECOND + " " + name + " " + Math.round(gainDecibels));
    }

    @Override
    public void cut(long timeNanos) {
      played.add(timeNanos / SECOND + " cut");
    }

    @Override
    public void volumes(Volumes volumes) {
      played.add("volumes " + volumes.voice());
    }

    @Override
    public boolean open() {
      return true;
    }

    @Override
    public void finish() {
      played.add("finished");
    }
  }

  @BeforeEach
  void recordings() {
    SECONDS.forEach((id, seconds) -> Waves.speech(folder.resolve(id + ".wav"), seconds));
  }

  private Guide guide(boolean live) throws IOException {
    Voice voice = new Voice(VoicePack.open(folder), null);
    return new Guide(voice, List.of(new Heard()), live, clock::get, told::add);
  }

  @Test
  void aSessionIsHeardInItsOrder() throws IOException {
    Guide guide = guide(false);
    guide.stage(SECOND);
    guide.prompt(SECOND, REST);
    guide.prompt(2 * SECOND, SILENCE); // a silence
    guide.breath(5 * SECOND, 2, 2);
    guide.ended(9 * SECOND, Announcement.COMPLETED);
    guide.close();

    assertThat(played)
        .containsExactly(
            "1 BELL 0",
            "1 rest-1 0",
            "5 TONES 0",
            "7 TONES 0",
            "9 BELL 0",
            "9 session-completed 0",
            "finished");
    assertThat(told).isEmpty();
  }

  @Test
  void aSentenceThatAPauseCutsOffIsSaidAgain() throws IOException {
    Guide guide = guide(false);
    guide.prompt(10 * SECOND, REST);
    guide.paused(12 * SECOND);
    guide.resumed(60 * SECOND);
    guide.paused(90 * SECOND);
    guide.resumed(95 * SECOND);
    guide.close();

    assertThat(played)
        .containsExactly(
            "10 rest-1 0",
            "12 cut",
            "12 session-paused 0",
            "60 session-resumed 0",
            "60 rest-1 0",
            "90 cut",
            "90 session-paused 0",
            "95 session-resumed 0",
            "finished");
  }

  @Test
  void stoppingBreaksOffAndSaysSo() throws IOException {
    Guide guide = guide(false);
    guide.prompt(10 * SECOND, REST);
    guide.ended(11 * SECOND, Announcement.STOPPED);
    guide.close();

    assertThat(played)
        .containsExactly("10 rest-1 0", "11 cut", "11 BELL 0", "11 session-stopped 0", "finished");
  }

  @Test
  void theConductorsMannerAppliesToPromptsOnly() throws IOException {
    Guide guide = guide(false);
    guide.manner(new SpeechStyle(0.85, -3));
    guide.prompt(10 * SECOND, REST);
    guide.announce(20 * SECOND, Announcement.RESUMED);
    guide.manner(new SpeechStyle(1, -1));
    guide.prompt(30 * SECOND, REST);
    guide.close();

    assertThat(played)
        .containsExactly("10 slow -3", "20 session-resumed 0", "30 rest-1 -1", "finished");
    assertThat(lengths.get(0) / lengths.get(2)).isCloseTo(1 / 0.85, within(0.005));
  }

  @Test
  void liveSpeechThatComesTooLateIsLeftOut() throws IOException {
    Guide guide = guide(true);
    AtomicLong answers = new AtomicLong();
    Voice voice = new Voice(VoicePack.open(folder), null);
    Guide late =
        new Guide(
            voice,
            List.of(new Heard()),
            true,
            () -> answers.getAndAdd(5 * SECOND), // asked when told and when ready
            told::add);
    late.prompt(0, REST);
    late.close();
    assertThat(played).containsExactly("finished");
    guide.prompt(0, REST);
    guide.close();

    assertThat(played).containsExactly("finished", "0 rest-1 0", "finished");
  }

  @Test
  void whatCannotBePlayedIsToldOnceAndTheRestGoesOn() throws IOException {
    Files.writeString(folder.resolve("rest-1.wav"), "torn");
    Guide guide = guide(false);
    guide.prompt(0, REST);
    guide.prompt(SECOND, REST);
    guide.announce(2 * SECOND, Announcement.RESUMED);
    guide.close();
    guide.stage(3 * SECOND); // after the end

    assertThat(played).containsExactly("2 session-resumed 0", "finished");
    assertThat(told).hasSize(1).first().asString().endsWith("is shown on the screen.");
  }

  @Test
  void volumesReachTheOutputsAtOnce() throws IOException {
    Guide guide = guide(false);
    guide.volumes(new Volumes(40, 50, 60, false));
    guide.close();

    assertThat(played).containsExactly("volumes 40", "finished");
  }

  @Test
  void aMannerKeepsWithinItsBounds() {
    assertThat(new SpeechStyle(0.2, -20)).isEqualTo(new SpeechStyle(0.85, -6));
    assertThat(new SpeechStyle(3, 4)).isEqualTo(SpeechStyle.AS_WRITTEN);
    assertThat(new SpeechStyle(Double.NaN, Double.NaN)).isEqualTo(SpeechStyle.AS_WRITTEN);
  }
}
