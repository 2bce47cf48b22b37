package org.stillpoint.guide;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What speaks in a session: recordings, a speech program, recordings with a speech program for what
 * is not recorded, or nothing. May be used by any thread.
 */
public final class Voice {
  /** A voice that says nothing. */
  public static final Voice NONE = new Voice(null, null);

  private final @Nullable VoicePack pack;
  private final @Nullable Speech speech;

  /**
   * A voice.
   *
   * @param pack recordings, null for none
   * @param speech speaks what is not recorded; null to leave that unspoken
   */
  public Voice(@Nullable VoicePack pack, @Nullable Speech speech) {
    this.pack = pack;
    this.speech = speech;
  }

  /** Whether it can speak at all. */
  public boolean speaks() {
    return pack != null || speech != null;
  }

  /** What it is, in a few words for people. */
  public String words() {
    if (pack == null) {
      return speech == null ? "none" : speech.name();
    }
    String recordings = "the recordings in " + pack.folder();
    return speech == null ? recordings : recordings + ", and " + speech.name();
  }

  /** Whether a sentence is available without being rendered first. */
  public boolean ready(Sentence sentence) {
    return (pack != null && pack.has(sentence.id()))
        || speech == null
        || speech.ready(sentence.text());
  }

  /**
   * A sentence as sound; empty if this voice cannot say it. Unless it is {@link #ready}, the call
   * takes as long as the program needs to render it.
   *
   * @param speed 1 as spoken, 0.85 slower
   * @throws IOException with one sentence if it cannot be rendered or played
   */
  public Optional<Sound> sound(Sentence sentence, double speed) throws IOException {
    Optional<Pcm> pcm = pcm(sentence);
    return pcm.map(spoken -> SpokenSound.of(spoken, speed)).filter(sound -> sound.length() > 0);
  }

  /**
   * How long a sentence takes; absent if this voice cannot say it. Renders and fails as {@link
   * #sound} does.
   */
  public OptionalDouble seconds(Sentence sentence) throws IOException {
    Optional<Pcm> pcm = pcm(sentence);
    return pcm.isPresent()
        ? OptionalDouble.of(SpokenSound.seconds(pcm.get()))
        : OptionalDouble.empty();
  }

  private Optional<Pcm> pcm(Sentence sentence) throws IOException {
    Optional<Pcm> recorded = pack == null ? Optional.empty() : pack.recording(sentence.id());
    return recorded.isPresent() || speech == null
        ? recorded
        : Optional.of(speech.say(sentence.text()));
  }
}
