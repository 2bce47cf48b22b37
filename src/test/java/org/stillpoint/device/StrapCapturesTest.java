package org.stillpoint.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.testkit.Captures;
import org.stillpoint.testkit.Frames;

/** What the decoders of straps find in recorded bytes, however these are split or damaged. */
class StrapCapturesTest {

  static Stream<Arguments> captures() {
    return Stream.of("bled112", "hrmi")
        .flatMap(
            device ->
                Captures.of(device).stream()
                    .map(c -> Arguments.of(device, Named.of(c.toString(), c))));
  }

  private static FrameDecoder decoder(String device) {
    return Devices.named(device, "").orElseThrow().decoder().get();
  }

  @ParameterizedTest
  @MethodSource("captures")
  void bytesMeanTheFramesNextToThem(String device, Captures capture) {
    assertThat(Frames.of(decoder(device), capture.stream())).isEqualTo(capture.frames());
  }

  @ParameterizedTest
  @MethodSource("captures")
  void howTheStreamIsCutAndWhenTheHostSpeaksChangesNothing(String device, Captures capture) {
    byte[] bytes = capture.stream();
    Random random = new Random(1);
    for (int round = 0; round < 50; round++) {
      FrameDecoder talking = decoder(device);
      FrameDecoder spoken =
          new FrameDecoder() {
            private long nanos;

            @Override
            public void accept(byte[] chunk, int count, FrameHandler out) {
              nanos += 500_000_000L * random.nextInt(10);
              talking.speak(nanos, b -> {});
              talking.accept(chunk, count, out);
            }
          };
      int[] sizes = random.ints(bytes.length, 1, round == 0 ? 2 : 20).toArray();
      assertThat(Frames.of(spoken, bytes, sizes)).isEqualTo(capture.frames());
    }
  }

  @ParameterizedTest
  @MethodSource("captures")
  void afterAnyDamageTheNextMessagesAreReadAgain(String device, Captures capture) {
    byte[] bytes = capture.stream();
    String last = capture.frames().get(capture.frames().size() - 1);
    Random random = new Random(2);
    for (int round = 0; round < 200; round++) {
      ByteArrayOutputStream damaged = new ByteArrayOutputStream();
      int cut = random.nextInt(bytes.length);
      damaged.write(bytes, 0, cut);
      int skip = Math.min(bytes.length, cut + random.nextInt(6));
      damaged.write(random.nextInt(256));
      damaged.write(bytes, skip, bytes.length - skip);
      for (int i = 0; i < 3; i++) {
        damaged.writeBytes(bytes);
      }
      List<String> frames = Frames.of(decoder(device), damaged.toByteArray());
      if (last.startsWith("interval")) {
        assertThat(frames).as("round %d", round).endsWith(last);
      } else {
        assertThat(frames).as("round %d", round).contains(last);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bled112", "hrmi"})
  void twentyMegabytesOfNoiseAreNoDevice(String device) {
    Random random = new Random(20);
    FrameDecoder decoder = decoder(device);
    byte[] noise = new byte[1_000_000];
    for (int i = 0; i < 20; i++) {
      random.nextBytes(noise);
      assertThat(Frames.of(decoder, noise)).as("megabyte %d", i).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bled112", "hrmi"})
  void bytesFromTheDevicesOwnAlphabetNeverThrow(String device) {
    Random random = new Random(21);
    byte[] all =
        Captures.of(device).stream()
            .map(Captures::stream)
            .reduce(
                new byte[0],
                (a, b) -> {
                  byte[] sum = Arrays.copyOf(a, a.length + b.length);
                  System.arraycopy(b, 0, sum, a.length, b.length);
                  return sum;
                });
    byte[] shuffled = new byte[500_000];
    for (int i = 0; i < shuffled.length; ) {
      int from = random.nextInt(all.length);
      for (int n = 1 + random.nextInt(12); n > 0 && i < shuffled.length; n--) {
        shuffled[i++] = all[Math.min(from++, all.length - 1)];
      }
    }
    assertThatCode(() -> Frames.of(decoder(device), shuffled)).doesNotThrowAnyException();
  }

  @Test
  void theMeasurementIsReadInAllItsForms() {
    for (int flags = 0; flags < 256; flags++) {
      boolean wide = (flags & 1) != 0;
      int length = 1 + (wide ? 2 : 1) + ((flags & 8) != 0 ? 2 : 0);
      boolean listed = (flags & 16) != 0;
      byte[] value = new byte[length + (listed ? 4 : 0)];
      value[0] = (byte) flags;
      value[1] = 70;
      if (listed) {
        value[length] = 1;
        value[length + 1] = 3;
        value[length + 3] = 4;
      }
      var read = HeartRateMeasurement.of(value);
      assertThat(read.isPresent()).as("flags %x", flags).isEqualTo(flags < 32);
      if (read.isPresent()) {
        assertThat(read.get().rate()).isEqualTo(70);
        assertThat(read.get().ticks()).isEqualTo(listed ? List.of(0x301, 0x400) : List.of());
        assertThat(read.get().contact().isPresent()).isEqualTo((flags & 4) != 0);
        assertThat(read.get().contact().orElse(false)).isEqualTo((flags & 6) == 6);
      }
      for (int cut = 0; cut < value.length; cut++) {
        boolean evenRest = listed && cut >= length && (cut - length) % 2 == 0;
        assertThat(HeartRateMeasurement.of(Arrays.copyOf(value, cut)).isPresent())
            .as("flags %x cut at %d", flags, cut)
            .isEqualTo(flags < 32 && evenRest);
      }
    }
  }
}
