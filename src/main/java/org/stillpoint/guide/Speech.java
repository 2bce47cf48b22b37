package org.stillpoint.guide;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A speech program at a certain rate, with a cache of what it has said. May be used by any thread.
 */
public final class Speech {
  /**
   * Usual rate in words a minute: the pace at which scripts are timed. Of the 164 shipped
   * sentences, all fit their time with espeak-ng (the median takes 0.70 of it) and 98 % with flite;
   * slowed to 0.85, 94 % and 82 % do.
   */
  public static final double USUAL_RATE = org.stillpoint.programme.SpeakingPace.WORDS_PER_MINUTE;

  /** Slowest rate, words a minute. */
  public static final double LEAST_RATE = 80;

  /** Fastest rate, words a minute. */
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
   * The first of some programs that really speaks; each has to say one word as a test.
   *
   * @param programs best first
   * @param rate words a minute, {@link #LEAST_RATE} to {@link #MOST_RATE}
   * @param failed receives a sentence for each program that fails
   * @return empty if none speaks
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

  /** Name of the program, such as "espeak-ng". */
  public String name() {
    return program.name();
  }

  /** Whether a text has been rendered before and is available at once. */
  public boolean ready(String text) {
    String clean = SpokenText.clean(text);
    return clean.isEmpty() || cache.holds(key(clean));
  }

  /**
   * A text as speech, from the cache or rendered now.
   *
   * @return no samples if the text has nothing to say
   * @throws IOException with one sentence if it cannot be rendered
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
