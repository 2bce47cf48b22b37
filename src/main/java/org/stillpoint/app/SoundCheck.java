package org.stillpoint.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.stillpoint.guide.Pcm;
import org.stillpoint.guide.Player;
import org.stillpoint.guide.Speech;
import org.stillpoint.guide.VoicePack;
import org.stillpoint.guide.Volumes;
import org.stillpoint.live.Voices;

/** Looks at the sound output and has a voice say something; nobody hears it. */
final class SoundCheck {
  private static final String WHAT = "voice";
  private static final String SENTENCE = "Lie down, or sit in a chair, whichever suits your back.";

  private SoundCheck() {}

  /** Opens the sound output and closes it again. */
  static Finding output() {
    try {
      Player.open(Volumes.MEANT.muted(true), Host::nanoTime, trouble -> {}).finish();
      return Finding.ok("sound", "There is a sound output.");
    } catch (IOException none) {
      return Finding.note("sound", String.valueOf(none.getMessage()));
    }
  }

  /** Renders a sentence with the best voice, and looks at the recordings that the settings name. */
  static List<Finding> voice(Settings settings) {
    List<Finding> findings = new ArrayList<>();
    String wish = settings.voice();
    if (wish.equals(Voices.NONE)) {
      findings.add(Finding.note(WHAT, "The settings say that nobody speaks (voice=none)."));
      return findings;
    }
    if (Voices.namesAFolder(wish)) {
      findings.add(recordings(wish));
    }
    Path folder = null;
    try {
      folder = Files.createTempDirectory("stillpoint-voice");
      rehearse(settings, folder, findings);
    } catch (IOException e) {
      findings.add(Finding.note(WHAT, Main.sentence(e)));
    } finally {
      delete(folder);
    }
    return findings;
  }

  private static Finding recordings(String folder) {
    try {
      VoicePack.open(Path.of(folder));
      return Finding.ok(
          WHAT, "Recordings are in " + folder + "; 'stillpoint voicepack check' looks at each.");
    } catch (IOException e) {
      return Finding.note(WHAT, Main.sentence(e));
    }
  }

  private static void rehearse(Settings settings, Path folder, List<Finding> findings)
      throws IOException {
    Voices voices = new Voices(settings.speech(folder));
    Optional<Speech> best = voices.best(failed -> findings.add(Finding.note(WHAT, failed)));
    if (best.isEmpty()) {
      findings.add(
          Finding.note(
              WHAT,
              "No speech program works here: " + Voices.HOW_TO_GET_ONE + " Until then: text."));
      return;
    }
    Pcm spoken = best.get().say(SENTENCE);
    findings.add(
        Finding.ok(
            WHAT,
            String.format(
                Locale.ROOT,
                "%s speaks: a test sentence of %.1f s was rendered, %d samples a second.",
                best.get().name(),
                spoken.seconds(),
                spoken.rateHz())));
  }

  private static void delete(@org.jspecify.annotations.Nullable Path folder) {
    if (folder == null) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      return; // it lies in the folder for such things
    }
  }
}
