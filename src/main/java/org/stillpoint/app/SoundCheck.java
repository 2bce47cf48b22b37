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

/** Checks the sound output, and has a voice render a sentence that is not played. */
final class SoundCheck {
  private static final String WHAT = "voice";
  private static final String SENTENCE = "Lie down, or sit in a chair, whichever suits your back.";

  private SoundCheck() {}

  /** Opens the sound output and closes it again. */
  static Finding output() {
    try {
      Player.open(Volumes.MEANT.muted(true), Host::nanoTime, trouble -> {}).finish();
      return Finding.ok("sound", "A sound output is available.");
    } catch (IOException none) {
      return Finding.note("sound", String.valueOf(none.getMessage()));
    }
  }

  /** Renders a sentence with the best voice, and checks the recordings that the settings name. */
  static List<Finding> voice(Settings settings) {
    List<Finding> findings = new ArrayList<>();
    String wish = settings.voice();
    if (wish.equals(Voices.NONE)) {
      findings.add(Finding.note(WHAT, "The voice is switched off in the settings (voice=none)."));
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
          WHAT,
          "Recordings are in " + folder + "; run 'stillpoint voicepack check' to check each one.");
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
              "No speech program works on this computer: "
                  + Voices.HOW_TO_GET_ONE
                  + " Until then, sessions show text only."));
      return;
    }
    Pcm spoken = best.get().say(SENTENCE);
    findings.add(
        Finding.ok(
            WHAT,
            String.format(
                Locale.ROOT,
                "%s works: it rendered a test sentence of %.1f s at %d samples per second.",
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
      return; // it is in the folder for temporary files, which the system clears
    }
  }
}
