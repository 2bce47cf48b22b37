package org.stillpoint.device;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.stillpoint.signal.Fault;

/**
 * Recognises the protocol of a device from its bytes and their arrival times. Every decoder reads
 * all bytes, and the first that has decoded enough frames with hardly any faults is chosen. Formats
 * without checksum must also show that their numbers come from a body ({@link Evidence}). The bytes
 * are kept, so that the chosen decoder can read them all. Belongs to one thread.
 */
public final class Recogniser {

  /** A chunk that arrived before the protocol was known. */
  public static final class ReceivedBytes {
    private final long hostNanos;
    private final byte[] bytes;

    private ReceivedBytes(long hostNanos, byte[] bytes) {
      this.hostNanos = hostNanos;
      this.bytes = bytes;
    }

    /** Host time of its arrival, in nanoseconds. */
    public long hostNanos() {
      return hostNanos;
    }

    /** The bytes; not a copy, so they must not be changed. */
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

  /** Tries these protocols; if two fit, the first is chosen. */
  public Recogniser(List<Protocol> protocols) {
    for (Protocol protocol : protocols) {
      candidates.add(new CandidateProtocol(protocol));
    }
  }

  /**
   * Reads the next bytes.
   *
   * @return the protocol, once it is certain
   */
  public Optional<Protocol> accept(long hostNanos, byte[] bytes, int count) {
    kept.add(new ReceivedBytes(hostNanos, Arrays.copyOf(bytes, count)));
    keptBytes += count;
    heard += count;
    while (keptBytes > MOST_KEPT_BYTES && kept.size() > 1) {
      keptBytes -= kept.remove().bytes().length;
    }
    // Byte by byte for each candidate, so that the verdict does not depend on the chunks.
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
   * Judges by the values alone. Call it for a file without arrival times, when nothing more of the
   * file will be read.
   *
   * @return the protocol, if it can be recognised
   */
  public Optional<Protocol> finish() {
    return candidates.stream()
        .filter(c -> c.wellFormed() && c.evidence.convincingWithoutTime())
        .map(c -> c.protocol)
        .findFirst();
  }

  /** Lets the decoder of one protocol send. */
  void speak(Protocol protocol, long hostNanos, Consumer<byte[]> toDevice) {
    for (CandidateProtocol candidate : candidates) {
      if (candidate.protocol.equals(protocol)) {
        candidate.decoder.speak(hostNanos, toDevice);
      }
    }
  }

  /** Number of bytes that have arrived. */
  long heard() {
    return heard;
  }

  /** Whether a decoder understands the bytes, even if the protocol is not certain yet. */
  boolean understood() {
    return candidates.stream()
        .anyMatch(c -> c.good >= LEAST_UNDERSTOOD && c.good >= GOOD_PER_FAULT * c.faults);
  }

  /** Whether a protocol is nearly certain. */
  boolean promising() {
    return candidates.stream().anyMatch(c -> c.wellFormed() && c.evidence.promising());
  }

  /** Whether lines of text arrive. At a wrong baud rate they turn into other bytes or never end. */
  boolean lines() {
    byte[] bytes = firstBytes();
    boolean ended = false;
    for (byte b : bytes) {
      ended |= b == '\n';
    }
    return ended && SeenBytes.isText(bytes);
  }

  /** What has arrived so far, oldest first; only the last 64 KiB. */
  public List<ReceivedBytes> kept() {
    return List.copyOf(kept);
  }

  /** What has arrived so far, in words that fit after "it sends". */
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

  /** Counts what one decoder finds in the stream. */
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
      // A device that reports what it is and why it cannot be used sends nothing more.
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
      // A beat line is one frame, but it counts as much as a block of samples.
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
