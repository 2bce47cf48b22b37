package org.stillpoint.live;

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
public final class Voices {
  /** Nobody is to speak. */
  public static final String NONE = "none";

  /** What to do when nothing speaks. */
  public static final String HOW_TO_GET_ONE =
      "install espeak-ng or a better one, or record a voice; docs/voice.md tells how.";

  private static final String CACHE = "voice-cache";

  private final VoiceSettings settings;
  private final VoiceCache cache;

  /** The voices of this computer. */
  public Voices(VoiceSettings settings) {
    this.settings = settings;
    this.cache = new VoiceCache(settings.folder().resolve(CACHE));
  }

  /**
   * A voice.
   *
   * @param wish "none", a name, a folder of recordings, or empty for the best there is
   * @param told takes a sentence for each program that is there and does not work
   * @throws IOException with one sentence when what is wished for is not there
   */
  public Voice choose(String wish, Consumer<String> told) throws IOException {
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
            VoicePrograms.named(wish, settings.command(), ProgramPath.ofThisMachine()),
            settings.wordsPerMinute(),
            cache);
    speech.say("Welcome."); // so that one that does not work is told now
    return new Voice(null, speech);
  }

  /** The best program that works, empty when there is none. */
  public Optional<Speech> best(Consumer<String> told) throws IOException {
    return Speech.first(
        VoicePrograms.found(settings.command(), ProgramPath.ofThisMachine()),
        settings.wordsPerMinute(),
        cache,
        told);
  }

  /** Whether a wish is a folder rather than a name. */
  public static boolean namesAFolder(String wish) {
    try {
      Path path = Path.of(wish);
      return !wish.isEmpty()
          && (Files.exists(path) || path.getNameCount() != 1 || path.isAbsolute());
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
