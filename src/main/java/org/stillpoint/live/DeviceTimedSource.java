package org.stillpoint.live;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stillpoint.device.DeviceIdentity;
import org.stillpoint.device.FrameDecoder;
import org.stillpoint.device.FrameHandler;
import org.stillpoint.device.Protocol;
import org.stillpoint.device.Recogniser;
import org.stillpoint.serial.ByteSource;
import org.stillpoint.signal.Fault;
import org.stillpoint.signal.SensorKind;
import org.tinylog.Logger;

/**
 * A recorded file without host stamps. The device's own time replaces them: a decoder reads ahead
 * of the chain and stamps each piece with the time that it has reached, so that everything after it
 * works as with a live sensor. If no protocol is recognised, the time stays at 0.
 */
public final class DeviceTimedSource implements ByteSource {
  /** The middle of the sampling rates that were measured with the PulseSensor's sketches. */
  public static final double USUAL_PULSE_SENSOR_HZ = 49;

  /** Bytes of a piece: small enough that a piece of the slowest format is well below a second. */
  private static final int PIECE = 48;

  /** At most one interval ends in a piece of this size. */
  private static final int INTERVAL_PIECE = 4;

  private static final int HEAD = 1 << 15;

  /** Bytes of a file without a sensor that are enough to say what it holds instead. */
  private static final int ENOUGH_UNRECOGNISED = 1 << 12;

  private final String name;
  private final InputStream in;
  private final int piece;
  private final double countedNanos;
  private final Clock clock = new Clock();
  private final @Nullable FrameDecoder decoder;
  private volatile boolean closed;
  private long handedOut;

  /**
   * A source at the beginning of a file. Its first part is read to recognise the protocol.
   *
   * @param name what to call the file
   * @param protocols the protocols that it may hold; a single one is used without recognition
   * @param rateHz samples a second if the format does not say
   */
  DeviceTimedSource(String name, InputStream file, List<Protocol> protocols, double rateHz)
      throws IOException {
    this.name = name;
    this.countedNanos = 1e9 / rateHz;
    byte[] head = file.readNBytes(HEAD);
    Optional<Protocol> found =
        protocols.size() == 1 ? Optional.of(protocols.get(0)) : recognise(protocols, head);
    this.decoder = found.map(p -> p.decoder().get()).orElse(null);
    boolean intervals = found.map(p -> p.kind() == SensorKind.INTERVALS).orElse(false);
    this.piece = intervals ? INTERVAL_PIECE : PIECE;
    this.in = new SequenceInputStream(new ByteArrayInputStream(head), file);
  }

  private static Optional<Protocol> recognise(List<Protocol> protocols, byte[] head) {
    Recogniser recogniser = new Recogniser(protocols);
    Optional<Protocol> sure = recogniser.accept(0, head, head.length);
    return sure.isPresent() ? sure : recogniser.finish();
  }

  @Override
  public int read(byte[] buffer) throws IOException {
    if (closed) {
      return -1;
    }
    int count = in.read(buffer, 0, Math.min(piece, buffer.length));
    if (count <= 0 || (decoder == null && handedOut > ENOUGH_UNRECOGNISED)) {
      return -1;
    }
    handedOut += count;
    FrameDecoder known = decoder;
    if (known != null) {
      known.accept(buffer, count, clock);
    }
    return count;
  }

  @Override
  public long hostNanos() {
    return Math.max(0, Math.round(clock.nanos));
  }

  @Override
  public String description() {
    return name;
  }

  @Override
  public void close() {
    closed = true;
    try {
      in.close();
    } catch (IOException e) {
      Logger.warn(e, "closing {}", name);
    }
  }

  /** Follows the device's time and ignores everything else. */
  private final class Clock implements FrameHandler {
    private double nanos;
    private long zero = Long.MIN_VALUE;
    private double before;

    @Override
    public void clockedSample(long deviceNanos, double value) {
      reached(deviceNanos);
    }

    @Override
    public void interval(long deviceNanos, double millis) {
      reached(deviceNanos);
    }

    private void reached(long deviceNanos) {
      if (zero == Long.MIN_VALUE) {
        zero = deviceNanos;
        before = nanos;
      }
      nanos = Math.max(nanos, before + (deviceNanos - zero));
    }

    @Override
    public void countedSample(double value) {
      nanos += countedNanos;
    }

    @Override
    public void countedInterval(double millis) {
      nanos += Double.isNaN(millis) ? 0 : millis * 1e6;
    }

    @Override
    public void silence(long silentNanos) {
      nanos += silentNanos;
    }

    @Override
    public void contact(boolean touching) {}

    @Override
    public void lost(long count) {}

    @Override
    public void restarted() {
      zero = Long.MIN_VALUE;
    }

    @Override
    public void identified(DeviceIdentity identity) {}

    @Override
    public void fault(Fault fault, long count) {}
  }
}
