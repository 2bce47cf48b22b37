package org.stillpoint.guide;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A speech program at a certain rate, with what it has said before. May be used by any thread. */
public final class Speech {
  /**
   * Words a minute to ask for: the pace at which scripts are timed. Measured on the 164 shipped
   * sentences, all fit their time with espeak-ng (in the median they take 0.70 of it) and 98 % with
   * flite; slowed to 0.85, 94 % and 82 %.
   */
  public static final double USUAL_RATE = org.stillpoint.programme.SpeakingPace.WORDS_PER_MINUTE;

  /** Slowest and fastest rate, words a minute. */
  public static final double LEAST_RATE = 80;

  /** The fastest. */
  public static final double MOST_RATE = 250;

  private static final String TRIAL = "Welcome.";

  private final VoiceProgram program;
  private final double rate;
  private final VoiceCache cache;

  /**
   * A program that speaks at a rate.
   *
   * @param rate words a minute, {@link #LEAST_RATE} to {@link #MOST_RATE}
   */
  public Speech(VoiceProgram program, double rate, VoiceCache cache) {
    if (!(rate >= LEAST_RATE && rate <= MOST_RATE)) {
      throw new IllegalArgumentException("a rate is 80 to 250 words a minute, not " + rate);
    }
    this.program = program;
    this.rate = rate;
    this.cache = cache;
  }

  /**
   * The first of some programs that can really speak, shown by a word.
   *
   * @param programs best first
   * @param failed takes a sentence for each that cannot
   * @return empty when none can
   */
  public static Optional<Speech> first(
      List<VoiceProgram> programs, double rate, VoiceCache cache, Consumer<String> failed) {
    for (VoiceProgram program : programs) {
      Speech speech = new Speech(program, rate, cache);
      try {
        speech.say(TRIAL);
        return Optional.of(speech);
      } catch (IOException e) {
        failed.accept(String.valueOf(e.getMessage()));
      }
    }
    return Optional.empty();
  }

  /** What speaks, such as "espeak-ng". */
  public String name() {
    return program.name();
  }

  /** Whether a text was rendered before, so that it is there at once. */
  public boolean ready(String text) {
    String clean = SpokenText.clean(text);
    return clean.isEmpty() || cache.holds(key(clean));
  }

  /**
   * A text spoken, from the cache or rendered now.
   *
   * @throws IOException with one sentence when it cannot be rendered
   */
  public Pcm say(String text) throws IOException {
    String clean = SpokenText.clean(text);
    return clean.isEmpty()
        ? new Pcm(new float[0], Sound.RATE_HZ, 1, 16)
        : cache.get(key(clean), wav -> program.render(clean, rate, wav));
  }

  private String key(String clean) {
    return rate + "\n" + program.identity() + "\n" + clean;
  }
}
