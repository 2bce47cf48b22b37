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

/** Finds the voice from the person's wish and the programs of this computer. */
public final class Voices {
  /** The wish for no voice. */
  public static final String NONE = "none";

  /** What to do if there is no voice. */
  public static final String HOW_TO_GET_ONE =
      "install espeak-ng or a better speech program, or record a voice; docs/voice.md says how.";

  private static final String CACHE = "voice-cache";

  private final VoiceSettings settings;
  private final VoiceCache cache;

  /** The voices of this computer. */
  public Voices(VoiceSettings settings) {
    this.settings = settings;
    this.cache = new VoiceCache(settings.folder().resolve(CACHE));
  }

  /**
   * Finds a voice.
   *
   * @param wish "none", the name of a voice, a folder of recordings, or empty for the best voice
   *     that works
   * @param trouble receives a sentence for each program that is installed but does not work
   * @throws IOException with one sentence if the wish cannot be met
   */
  public Voice choose(String wish, Consumer<String> trouble) throws IOException {
    if (wish.equals(NONE)) {
      return Voice.NONE;
    }
    if (wish.isEmpty()) {
      return new Voice(null, best(trouble).orElse(null));
    }
    if (namesAFolder(wish)) {
      return new Voice(VoicePack.open(Path.of(wish)), best(trouble).orElse(null));
    }
    Speech speech =
        new Speech(
            VoicePrograms.named(wish, settings.command(), ProgramPath.ofThisMachine()),
            settings.wordsPerMinute(),
            cache);
    speech.say("Welcome."); // so that a program that does not work is reported now
    return new Voice(null, speech);
  }

  /** The best program that works; empty if there is none. */
  public Optional<Speech> best(Consumer<String> trouble) throws IOException {
    return Speech.first(
        VoicePrograms.found(settings.command(), ProgramPath.ofThisMachine()),
        settings.wordsPerMinute(),
        cache,
        trouble);
  }

  /** Whether a wish names a folder and not a voice. */
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
