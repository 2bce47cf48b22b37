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
  static final List<Integer> RATES = List.of(115_200, 9_600, 57_600, 230_400, 38_400, 19_200);

  /** Long enough for a dozen lines of the slowest sketch. */
  private static final long LISTEN_NANOS = 450_000_000;

  /** A silent line may be an Arduino that boots: it is asked before that, and listened to after. */
  private static final long BOOT_NANOS = 1_500_000_000;

  private final List<Protocol> protocols;
  private final List<Protocol> asked;
  private Recogniser recogniser;
  private int rateAt;
  private int askAt = -1;
  private long stepEndsNanos = Long.MIN_VALUE;

  /** Tries these, in this order where two fit. */
  public Search(List<Protocol> protocols) {
    this.protocols = List.copyOf(protocols);
    this.asked = protocols.stream().filter(p -> p.speech().asked()).toList();
    this.recogniser = new Recogniser(protocols);
  }

  /** Time passes: takes the steps that are due. */
  public void advance(long hostNanos, ToDevice line) {
    if (stepEndsNanos == Long.MIN_VALUE) {
      stepEndsNanos = hostNanos + LISTEN_NANOS;
    }
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
      return ask(line);
    }
    askAt = -1;
    if (recogniser.promising()) {
      return LISTEN_NANOS;
    }
    rateAt = (rateAt + 1) % RATES.size();
    return listen(RATES.get(rateAt), LISTEN_NANOS, line);
  }

  /** Nothing came: speaks to the next of those that wait for it. */
  private long ask(ToDevice line) {
    askAt++;
    if (askAt >= asked.size()) {
      askAt = -1;
      rateAt = 0;
      return listen(RATES.get(0), BOOT_NANOS, line);
    }
    Protocol.Speech speech = asked.get(askAt).speech();
    return listen(speech.baud(), speech.answerNanos(), line);
  }

  private long listen(int baud, long nanos, ToDevice line) {
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

  /** What came since the rate was last changed, oldest first. */
  public List<Recogniser.Chunk> kept() {
    return recogniser.kept();
  }

  /** What was seen, in words that fit after "it sends". */
  public String seen() {
    return recogniser.seen();
  }
}
