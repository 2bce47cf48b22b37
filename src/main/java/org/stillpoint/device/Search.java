package org.stillpoint.device;

import java.util.List;
import java.util.Optional;

/**
 * Finds out who is at the other end of a line: listens at the usual rate, tries other rates while
 * what comes is no text, and speaks to the devices that are silent until they are asked. Steps are
 * taken at due times with what had arrived until then, so that a recording takes the same ones.
 *
 * <p>Belongs to one thread.
 */
public final class Search {
  /** Rates of sketches and dongles, the commonest first. */
  static final List<Integer> RATES =
      List.of(115_200, 9_600, 57_600, 250_000, 230_400, 38_400, 19_200);

  /** Long enough for a dozen lines of the slowest sketch. */
  private static final long LISTEN_NANOS = 450_000_000;

  /** Enough bytes at the rates of text to tell garbage; nine lines of a PulseSensor. */
  private static final long TRIAL_NANOS = 200_000_000;

  /** Text that no decoder understands by then is another device, or garbage that looks like it. */
  private static final long TEXT_NANOS = 200_000_000;

  /** A sensor that waits for its finger is listened to for so long before other rates are tried. */
  private static final long UNDERSTOOD_NANOS = 6_000_000_000L;

  /** Beats that hardly vary keep pace with their numbers for a while before that is proven. */
  private static final long PROMISING_NANOS = 60_000_000_000L;

  /** So few bytes are a line or two of a device that speaks with every beat. */
  private static final int SLOW_BYTES = 20;

  /** A device that spoke once at another rate speaks again within this time: the slowest heart. */
  private static final long PATIENCE_NANOS = 2_000_000_000;

  /** A silent line may be an Arduino that boots: it is asked before that, and listened to after. */
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

  /** Tries these, in this order where two fit. */
  public Search(List<Protocol> protocols) {
    this.protocols = List.copyOf(protocols);
    this.asked = protocols.stream().filter(p -> p.speech().asked()).toList();
    this.recogniser = new Recogniser(protocols);
  }

  /** Time passes: takes the steps that are due. */
  public void advance(long hostNanos, ToDevice line) {
    while (hostNanos >= stepEndsNanos) {
      stepEndsNanos += step(line);
    }
    if (askAt >= 0) {
      recogniser.speak(asked.get(askAt), hostNanos, line::send);
    }
  }

  /** Takes the next step; gives how long it lasts. */
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
    // Who begins to speak while another is asked at its rate was not heard at the first rate yet.
    rateAt = askedElsewhere ? 0 : (rateAt + 1) % RATES.size();
    patienceNanos = PATIENCE_NANOS;
    return listen(RATES.get(rateAt), TRIAL_NANOS, line);
  }

  /**
   * Whether the rate is probably right. Garbage may look like text for a while, and even like
   * numbers when two rates are close: nothing is listened to for ever without a verdict.
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

  /** Nothing came: speaks to the next of those that wait for it. */
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
   * Reads the next bytes. Call {@link #advance} with the same time before.
   *
   * @return the protocol, once it is sure
   */
  public Optional<Protocol> accept(long hostNanos, byte[] bytes, int count) {
    return recogniser.accept(hostNanos, bytes, count);
  }

  /** Whether a decoder makes sense of what comes and may still be convinced. */
  public boolean understood() {
    return recogniser.understood();
  }

  /** What came since the rate was last changed, oldest first. */
  public List<Recogniser.ReceivedBytes> kept() {
    return recogniser.kept();
  }

  /** What was seen, in words that fit after "it sends". */
  public String seen() {
    return recogniser.lines() || text.isEmpty() ? recogniser.seen() : text;
  }
}
