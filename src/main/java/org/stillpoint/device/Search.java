package org.stillpoint.device;

import java.util.List;
import java.util.Optional;

/**
 * Searches for the protocol of the device on a port. Listens at the usual baud rate, tries other
 * rates while the bytes are not text, and asks the devices that are silent until they are asked.
 * Each step is taken at its due time, with what has arrived by then, so that a recording leads to
 * the same steps.
 *
 * <p>Belongs to one thread.
 */
public final class Search {
  /** Baud rates of sketches and dongles, the most common first. */
  static final List<Integer> RATES =
      List.of(115_200, 9_600, 57_600, 250_000, 230_400, 38_400, 19_200);

  /** Long enough for a dozen lines of the slowest sketch. */
  private static final long LISTEN_NANOS = 450_000_000;

  /** Enough bytes of text, or of garbage, to tell them apart; nine lines of a PulseSensor. */
  private static final long TRIAL_NANOS = 200_000_000;

  /**
   * Text that no decoder has understood by then comes from another device, or is garbage that looks
   * like text.
   */
  private static final long TEXT_NANOS = 200_000_000;

  /**
   * Time to listen to a sensor that waits for its finger before other rates are tried. Six
   * intervals of a heart at 45 per minute take 8 s.
   */
  private static final long UNDERSTOOD_NANOS = 9_000_000_000L;

  /**
   * Time to listen to beats that hardly vary: it takes a while to prove that they keep pace with
   * their numbers.
   */
  private static final long PROMISING_NANOS = 60_000_000_000L;

  /** Fewer bytes than this are a line or two of a device that sends with every beat. */
  private static final int SLOW_BYTES = 20;

  /**
   * A device that has sent at another rate sends again within this time, even with the slowest
   * heart.
   */
  private static final long PATIENCE_NANOS = 2_000_000_000;

  /**
   * Time to listen again after all questions: a silent port may be an Arduino that was still
   * booting.
   */
  private static final long BOOT_NANOS = 1_500_000_000;

  private final List<Protocol> protocols;
  private final List<Protocol> asked;
  private Recogniser recogniser;
  private int rateAt;
  private int askAt = -1;
  private long stepEndsNanos = LISTEN_NANOS;
  private long patienceNanos;
  private long stayedNanos;
  private String text = "";

  /** Tries these protocols; if two fit, the first is chosen. */
  public Search(List<Protocol> protocols) {
    this.protocols = List.copyOf(protocols);
    this.asked = protocols.stream().filter(p -> p.speech().asked()).toList();
    this.recogniser = new Recogniser(protocols);
  }

  /** Takes the steps that are due at a time. */
  public void advance(long hostNanos, ToDevice line) {
    while (hostNanos >= stepEndsNanos) {
      stepEndsNanos += step(line);
    }
    if (askAt >= 0) {
      recogniser.speak(asked.get(askAt), hostNanos, line::send);
    }
  }

  /** Takes the next step and returns how long it lasts. */
  private long step(ToDevice line) {
    if (recogniser.heard() == 0) {
      patienceNanos -= TRIAL_NANOS;
      return patienceNanos > 0 ? TRIAL_NANOS : ask(line);
    }
    boolean askedElsewhere = askAt >= 0 && asked.get(askAt).speech().baud() != RATES.get(0);
    askAt = -1;
    if (stays()) {
      stayedNanos += TRIAL_NANOS;
      return TRIAL_NANOS;
    }
    // A device that begins to send while another is asked at a different rate has not been heard at
    // the first rate yet.
    rateAt = askedElsewhere ? 0 : (rateAt + 1) % RATES.size();
    patienceNanos = PATIENCE_NANOS;
    return listen(RATES.get(rateAt), TRIAL_NANOS, line);
  }

  /**
   * Whether the baud rate is probably right. Garbage can look like text for a while, and even like
   * numbers when two rates are close, so listening without a verdict always ends.
   */
  private boolean stays() {
    if (recogniser.promising()) {
      return stayedNanos < PROMISING_NANOS;
    }
    if (recogniser.understood()) {
      return stayedNanos < UNDERSTOOD_NANOS;
    }
    boolean slow = recogniser.heard() < SLOW_BYTES;
    return recogniser.lines() && stayedNanos < (slow ? UNDERSTOOD_NANOS : TEXT_NANOS);
  }

  /** Nothing arrived: asks the next of the devices that wait for a question. */
  private long ask(ToDevice line) {
    askAt++;
    if (askAt >= asked.size()) {
      askAt = -1;
      rateAt = 0;
      return listen(RATES.get(0), BOOT_NANOS, line);
    }
    Protocol.LineSettings speech = asked.get(askAt).speech();
    return listen(speech.baud(), speech.answerNanos(), line);
  }

  private long listen(int baud, long nanos, ToDevice line) {
    text = recogniser.lines() ? recogniser.seen() : text;
    stayedNanos = 0;
    recogniser = new Recogniser(protocols);
    line.rate(baud);
    return nanos;
  }

  /**
   * Reads the next bytes. Call {@link #advance} with the same time first.
   *
   * @return the protocol, once it is certain
   */
  public Optional<Protocol> accept(long hostNanos, byte[] bytes, int count) {
    return recogniser.accept(hostNanos, bytes, count);
  }

  /** Whether a decoder understands the bytes and may still become certain. */
  public boolean understood() {
    return recogniser.understood();
  }

  /** What has arrived since the baud rate was last changed, oldest first. */
  public List<Recogniser.ReceivedBytes> kept() {
    return recogniser.kept();
  }

  /** What has arrived, in words that fit after "it sends". */
  public String seen() {
    return recogniser.lines() || text.isEmpty() ? recogniser.seen() : text;
  }
}
