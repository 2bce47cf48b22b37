package org.stillpoint.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.stillpoint.guide.ProgramPath;
import org.stillpoint.guide.Speech;
import org.stillpoint.guide.Voice;
import org.stillpoint.guide.VoiceCache;
import org.stillpoint.guide.VoicePack;
import org.stillpoint.guide.VoicePrograms;

/** Finds who speaks, by what the person wishes and the machine has. */
final class Voices {
  /** Nobody is to speak. */
  static final String NONE = "none";

  /** What to do when nothing speaks. */
  static final String HOW_TO_GET_ONE =
      "install espeak-ng or a better one, or record a voice; docs/voice.md tells how.";

  private static final String CACHE = "voice-cache";

  private final Settings settings;
  private final VoiceCache cache;

  /**
   * The voices of this machine.
   *
   * @param folder the data folder; what is rendered is kept in it
   */
  Voices(Settings settings, Path folder) {
    this.settings = settings;
    this.cache = new VoiceCache(folder.resolve(CACHE));
  }

  /**
   * A voice.
   *
   * @param wish "none", a name, a folder of recordings, or empty for the best there is
   * @param told takes a sentence for each program that is there and does not work
   * @throws IOException with one sentence when what is wished for is not there
   */
  Voice choose(String wish, Consumer<String> told) throws IOException {
    if (wish.equals(NONE)) {
      return Voice.NONE;
    }
    if (wish.isEmpty()) {
      return new Voice(null, best(told).orElse(null));
    }
    if (namesAFolder(wish)) {
      return new Voice(VoicePack.open(Path.of(wish)), best(told).orElse(null));
    }
    Speech speech =
        new Speech(
            VoicePrograms.named(wish, settings.voiceCommand(), ProgramPath.ofThisMachine()),
            settings.voiceRate(),
            cache);
    speech.say("Welcome."); // so that one that does not work is told now
    return new Voice(null, speech);
  }

  /** The best program that works, empty when there is none. */
  Optional<Speech> best(Consumer<String> told) throws IOException {
    return Speech.first(
        VoicePrograms.found(settings.voiceCommand(), ProgramPath.ofThisMachine()),
        settings.voiceRate(),
        cache,
        told);
  }

  /** Whether a wish is a folder rather than a name. */
  static boolean namesAFolder(String wish) {
    try {
      Path path = Path.of(wish);
      return !wish.isEmpty()
          && (Files.exists(path) || path.getNameCount() != 1 || path.isAbsolute());
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
