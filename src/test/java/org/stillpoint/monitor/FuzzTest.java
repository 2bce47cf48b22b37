package org.stillpoint.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.beat.BeatDetector;
import org.stillpoint.device.DeviceIdentity;
import org.stillpoint.device.Devices;
import org.stillpoint.device.FrameDecoder;
import org.stillpoint.device.Protocol;
import org.stillpoint.device.SignalHandler;
import org.stillpoint.device.Timebase;
import org.stillpoint.participant.VirtualSensor;
import org.stillpoint.signal.Fault;
import org.stillpoint.signal.Gap;
import org.stillpoint.signal.PulseSample;
import org.stillpoint.signal.SensorKind;
import org.stillpoint.testkit.VirtualBytes;

/**
 * Every decoder of {@link Devices}, its time base and the beat detector under random and damaged
 * bytes: nothing throws, everything ends, time runs forward, noise makes no beat. {@code
 * -Dfuzz.megabytes=100} makes it long.
 */
class FuzzTest {
  private static final int MEGABYTE = 1 << 20;
  private static final int MEGABYTES = Integer.getInteger("fuzz.megabytes", 2);
  private static final int PIECE = 256;
  private static final long NANOS_PER_BYTE = 1_000_000_000L / 11_520;

  static List<String> protocols() {
    return Devices.files("ppg").stream().map(Protocol::name).toList();
  }

  /** Checks the output, and counts it. */
  private static final class Checked implements SignalHandler {
    private final BeatDetector detector = new BeatDetector(SensorKind.PPG);
    private long lastNanos = -1;
    private long samples;
    private long beats;
    private long gaps;

    @Override
    public void sample(PulseSample sample) {
      if (sample.timeNanos() <= lastNanos) {
        throw new AssertionError("sample at " + sample.timeNanos() + " after " + lastNanos);
      }
      lastNanos = sample.timeNanos();
      samples++;
      detector.accept(sample, b -> beats++);
    }

    @Override
    public void interval(long timeNanos, double millis) {
      if (timeNanos < lastNanos) {
        throw new AssertionError("interval at " + timeNanos + " after " + lastNanos);
      }
      lastNanos = timeNanos;
      beats++;
    }

    @Override
    public void gap(Gap gap) {
      if (gap.toNanos() < gap.fromNanos()) {
        throw new AssertionError("a gap that ends before it begins: " + gap);
      }
      gaps++;
      detector.restart(b -> beats++);
    }

    @Override
    public void contact(boolean touching) {}

    @Override
    public void identified(DeviceIdentity identity) {}

    @Override
    public void fault(Fault fault, long count) {
      assertThat(count).isPositive();
    }
  }

  /** The destination of the bytes: a decoder that has just been created. */
  private static final class Stream {
    private final FrameDecoder decoder;
    private final Checked out = new Checked();
    private final Timebase timebase = new Timebase(out);
    private long bytes;

    Stream(String protocol) {
      this.decoder = Devices.named(protocol, "ppg").orElseThrow().decoder().get();
    }

    void take(byte[] piece) {
      bytes += piece.length;
      timebase.arrived(bytes * NANOS_PER_BYTE);
      decoder.speak(bytes * NANOS_PER_BYTE, ignored -> {});
      decoder.accept(piece, piece.length, timebase);
    }

    void finish() {
      decoder.finish(timebase);
      timebase.finish();
      out.detector.restart(b -> out.beats++);
    }

    void report(String protocol, String what, long nanos) {
      if (MEGABYTES > 2) {
        org.tinylog.Logger.info(
            "{} {}: {} bytes, {} samples, {} beats, {} gaps in {} s",
            protocol,
            what,
            bytes,
            out.samples,
            out.beats,
            out.gaps,
            nanos / 1_000_000_000);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("protocols")
  void randomBytesMakeNoBeat(String protocol) {
    Stream stream = new Stream(protocol);
    Random random = new Random(protocol.hashCode());
    byte[] piece = new byte[PIECE];
    long began = System.nanoTime();

    while (stream.bytes < (long) MEGABYTES * MEGABYTE) {
      random.nextBytes(piece);
      stream.take(piece);
    }
    stream.finish();

    stream.report(protocol, "random", System.nanoTime() - began);
    assertThat(stream.out.beats).isZero();
  }

  @ParameterizedTest
  @MethodSource("protocols")
  void damagedStreamsKeepTheOrderOfTime(String protocol) {
    List<byte[]> sources = new ArrayList<>();
    for (String spoken : VirtualSensor.PROTOCOLS) {
      sources.add(VirtualBytes.of(spoken, 3, spoken.equals("rr") ? 600 : 60).bytes());
    }
    int own = VirtualSensor.PROTOCOLS.indexOf(protocol);
    byte[] source = sources.get(Math.max(0, own));
    Stream stream = new Stream(protocol);
    Random random = new Random(protocol.length());
    long began = System.nanoTime();

    int at = 0;
    while (stream.bytes < (long) MEGABYTES * MEGABYTE) {
      int end = Math.min(source.length, at + 1 + random.nextInt(PIECE));
      byte[] piece = Arrays.copyOfRange(source, at, end);
      byte[] other = sources.get(random.nextInt(sources.size()));
      stream.take(random.nextInt(4) == 0 ? damage(piece, other, random) : piece);
      at = end == source.length ? 0 : end;
    }
    stream.finish();

    stream.report(protocol, "damaged", System.nanoTime() - began);
    if (own >= 0) {
      assertThat(stream.out.samples + stream.out.beats).isPositive();
    }
  }

  /** Bits flipped, a part cut out, a part twice, or bytes of another sensor between. */
  private static byte[] damage(byte[] piece, byte[] other, Random random) {
    int at = random.nextInt(piece.length);
    int length = 1 + random.nextInt(piece.length - at);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    switch (random.nextInt(4)) {
      case 0 -> {
        piece[at] ^= (byte) (1 << random.nextInt(8));
        out.writeBytes(piece);
      }
      case 1 -> {
        out.write(piece, 0, at);
        out.write(piece, at + length, piece.length - at - length);
      }
      case 2 -> {
        out.write(piece, 0, at + length);
        out.write(piece, at, piece.length - at);
      }
      default -> {
        int from = random.nextInt(other.length - PIECE);
        out.write(piece, 0, at);
        out.write(other, from, 1 + random.nextInt(PIECE));
        out.write(piece, at, piece.length - at);
      }
    }
    return out.toByteArray();
  }
}
