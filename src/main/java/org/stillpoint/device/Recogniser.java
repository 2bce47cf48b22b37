package org.stillpoint.device;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.stillpoint.signal.Fault;

/**
 * Finds out from the bytes and their arrival which protocol a device speaks: every decoder reads
 * along, and the first that understood enough frames with next to no faults is taken. Formats
 * without check value must also show that the body is behind them ({@link Evidence}). Keeps what
 * came, so that nothing of it is lost for the decoder that is chosen. Belongs to one thread.
 */
public final class Recogniser {

  /** A chunk that came before the protocol was known. */
  public static final class ReceivedBytes {
    private final long hostNanos;
    private final byte[] bytes;

    private ReceivedBytes(long hostNanos, byte[] bytes) {
      this.hostNanos = hostNanos;
      this.bytes = bytes;
    }

    /** When it arrived. */
    public long hostNanos() {
      return hostNanos;
    }

    /** What arrived; to be read only. */
    public byte[] bytes() {
      return bytes;
    }
  }

  private static final int MOST_KEPT_BYTES = 1 << 16;
  private static final int GOOD_PER_FAULT = 10;
  private static final int LEAST_UNDERSTOOD = 3;

  private final List<CandidateProtocol> candidates = new ArrayList<>();
  private final ArrayDeque<ReceivedBytes> kept = new ArrayDeque<>();
  private long keptBytes;
  private long heard;

  /** Tries these, in this order where two fit. */
  public Recogniser(List<Protocol> protocols) {
    for (Protocol protocol : protocols) {
      candidates.add(new CandidateProtocol(protocol));
    }
  }

  /**
   * Reads the next bytes.
   *
   * @return the protocol, once it is sure
   */
  public Optional<Protocol> accept(long hostNanos, byte[] bytes, int count) {
    kept.add(new ReceivedBytes(hostNanos, Arrays.copyOf(bytes, count)));
    keptBytes += count;
    heard += count;
    while (keptBytes > MOST_KEPT_BYTES && kept.size() > 1) {
      keptBytes -= kept.remove().bytes().length;
    }
    // Byte by byte for each candidate, so that the verdict cannot depend on how the bytes were cut.
    byte[] one = new byte[1];
    for (CandidateProtocol candidate : candidates) {
      candidate.evidence.arrived(hostNanos);
    }
    for (int i = 0; i < count; i++) {
      one[0] = bytes[i];
      for (CandidateProtocol candidate : candidates) {
        candidate.decoder.accept(one, 1, candidate);
        if (candidate.sure()) {
          return Optional.of(candidate.protocol);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The bytes were a file without stamps and are all there is to see of it: judges by the values
   * alone.
   *
   * @return the protocol, if it can be told
   */
  public Optional<Protocol> finish() {
    return candidates.stream()
        .filter(c -> c.wellFormed() && c.evidence.convincingWithoutTime())
        .map(c -> c.protocol)
        .findFirst();
  }

  /** Lets one of the candidates speak. */
  void speak(Protocol protocol, long hostNanos, Consumer<byte[]> toDevice) {
    for (CandidateProtocol candidate : candidates) {
      if (candidate.protocol.equals(protocol)) {
        candidate.decoder.speak(hostNanos, toDevice);
      }
    }
  }

  /** How many bytes came. */
  long heard() {
    return heard;
  }

  /** Whether a decoder makes sense of what comes, though it is not sure yet. */
  boolean understood() {
    return candidates.stream()
        .anyMatch(c -> c.good >= LEAST_UNDERSTOOD && c.good >= GOOD_PER_FAULT * c.faults);
  }

  /** Whether one of them is nearly sure. */
  boolean promising() {
    return candidates.stream().anyMatch(c -> c.wellFormed() && c.evidence.promising());
  }

  /** Whether lines of text come. At a wrong rate they turn into other bytes or never end. */
  boolean lines() {
    byte[] bytes = firstBytes();
    boolean ended = false;
    for (byte b : bytes) {
      ended |= b == '\n';
    }
    return ended && SeenBytes.isText(bytes);
  }

  /** What came so far, oldest first; only the last 64 KiB of it. */
  public List<ReceivedBytes> kept() {
    return List.copyOf(kept);
  }

  /** What was seen so far, in words that fit after "it sends". */
  public String seen() {
    return SeenBytes.describe(firstBytes());
  }

  private byte[] firstBytes() {
    byte[] all = new byte[(int) Math.min(keptBytes, SeenBytes.ENOUGH)];
    int at = 0;
    for (ReceivedBytes chunk : kept) {
      int n = Math.min(chunk.bytes().length, all.length - at);
      System.arraycopy(chunk.bytes(), 0, all, at, n);
      at += n;
    }
    return all;
  }

  /** Counts what one decoder makes of the stream. */
  private static final class CandidateProtocol implements FrameHandler {
    private final Protocol protocol;
    private final FrameDecoder decoder;
    private final Evidence evidence;
    private long good;
    private long faults;

    CandidateProtocol(Protocol protocol) {
      this.protocol = protocol;
      this.decoder = protocol.decoder().get();
      this.evidence = protocol.evidence().get();
    }

    boolean sure() {
      return wellFormed() && evidence.convincing();
    }

    boolean wellFormed() {
      // A device that says what it is and why it cannot be used will send no more than that.
      boolean enough = good >= protocol.framesNeeded() || decoder.hindrance().isPresent();
      return good > 0 && enough && good >= GOOD_PER_FAULT * faults;
    }

    @Override
    public void clockedSample(long deviceNanos, double value) {
      evidence.clockedSample(deviceNanos, value);
      good++;
    }

    @Override
    public void countedSample(double value) {
      evidence.sample(value);
      good++;
    }

    @Override
    public void interval(long deviceNanos, double millis) {
      // A beat line is one frame but stands for as much as a block of samples.
      good += StillpointDecoder.BLOCK;
    }

    @Override
    public void countedInterval(double millis) {
      evidence.interval(millis);
      good += StillpointDecoder.BLOCK;
    }

    @Override
    public void silence(long nanos) {}

    @Override
    public void contact(boolean touching) {}

    @Override
    public void lost(long count) {}

    @Override
    public void restarted() {}

    @Override
    public void identified(DeviceIdentity identity) {
      good += StillpointDecoder.BLOCK;
    }

    @Override
    public void fault(Fault fault, long count) {
      faults += count;
    }
  }
}
