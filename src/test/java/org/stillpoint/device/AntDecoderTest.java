package org.stillpoint.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.testkit.Frames;

class AntDecoderTest {
  private static final NetworkKey INVENTED = NetworkKey.parse("0102030405060708");

  private static Path captures() throws URISyntaxException {
    return Path.of(
        Objects.requireNonNull(AntDecoderTest.class.getResource("/captures/ant")).toURI());
  }

  static List<String> cases() throws IOException, URISyntaxException {
    try (Stream<Path> files = Files.list(captures())) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(n -> n.endsWith(".hex"))
          .map(n -> n.substring(0, n.length() - 4))
          .sorted()
          .toList();
    }
  }

  private static byte[] bytes(String name) throws IOException, URISyntaxException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (String line : Files.readAllLines(captures().resolve(name + ".hex"))) {
      if (!line.startsWith("#")) {
        for (String hex : line.split(" ", -1)) {
          all.write(Integer.parseInt(hex, 16));
        }
      }
    }
    return all.toByteArray();
  }

  private static List<String> expected(String name) throws IOException, URISyntaxException {
    return Files.readAllLines(captures().resolve(name + ".csv"));
  }

  private static List<String> decode(byte[] bytes, int... sizes) {
    return Frames.of(new AntDecoder(NetworkKey.NONE), bytes, sizes);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aCaptureGivesWhatTheSpecificationSays(String name) throws IOException, URISyntaxException {
    assertThat(decode(bytes(name))).isEqualTo(expected(name));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void howTheBytesAreCutChangesNothing(String name) throws IOException, URISyntaxException {
    byte[] bytes = bytes(name);
    int[] ones = IntStream.generate(() -> 1).limit(bytes.length).toArray();

    assertThat(decode(bytes, ones)).isEqualTo(expected(name));
    for (long seed = 1; seed <= 20; seed++) {
      int[] cuts = new Random(seed).ints(bytes.length, 1, 40).toArray();
      assertThat(decode(bytes, cuts)).isEqualTo(expected(name));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whenTheHostSpeaksChangesNothing(String name) throws IOException, URISyntaxException {
    byte[] bytes = bytes(name);
    for (long seed = 1; seed <= 5; seed++) {
      Random random = new Random(seed);
      AntDecoder decoder = new AntDecoder(INVENTED);
      Frames frames = new Frames();
      long nanos = 0;
      for (byte b : bytes) {
        for (int turns = random.nextInt(4); turns > 0; turns--) {
          nanos += random.nextInt(900_000_000);
          decoder.speak(nanos, said -> {});
        }
        decoder.accept(new byte[] {b}, 1, frames);
      }
      assertThat(frames.lines()).isEqualTo(expected(name));
    }
  }

  @Test
  void afterAnyOneDamagedByteTheNextMessageButOneIsUnderstood()
      throws IOException, URISyntaxException {
    byte[] good = bytes("start-and-beats");
    List<String> whole = expected("start-and-beats");
    String last = whole.get(whole.size() - 1);
    for (int at = 0; at < good.length - 60; at++) {
      for (int value : new int[] {0, 0xA4, 0xFF, good[at] ^ 1}) {
        byte[] bad = good.clone();
        bad[at] = (byte) value;
        List<String> heard = decode(bad);
        assertThat(heard.get(heard.size() - 1)).as("byte %d is %02x", at, value).isEqualTo(last);
        assertThat(heard).hasSizeGreaterThan(whole.size() - 3);
      }
    }
  }

  @Test
  void twentyMegabytesOfNoiseAreNeitherAStickNorABeat() {
    for (int seed = 0; seed < 4; seed++) {
      byte[] noise = new byte[5_000_000];
      new Random(seed).nextBytes(noise);
      assertThat(decode(noise)).isNotEmpty().allMatch(f -> f.startsWith("fault"));
    }
  }

  @Test
  void aStickIsNeverRecognisedInNoiseHoweverOftenOneLooks() {
    Random random = new Random(77);
    byte[] noise = new byte[20_000];
    for (int look = 0; look < 1000; look++) {
      random.nextBytes(noise);
      assertThat(new Recogniser(Devices.live()).accept(0, noise, noise.length)).isEmpty();
    }
  }

  @Test
  void oneMessageTwiceIsNotEnoughToRecogniseAStick() {
    byte[] started = AntMessage.frame(0x6F, 0x20);
    byte[] twice = Arrays.copyOf(started, 2 * started.length);
    System.arraycopy(started, 0, twice, started.length, started.length);

    assertThat(decode(twice)).isEmpty();
  }

  @Test
  void framesAreThoseOfTheSpecification() {
    assertThat(AntMessage.frame(0x4A, 0)).isEqualTo(hex(0xA4, 1, 0x4A, 0, 0xEF));
    assertThat(AntMessage.frame(0x42, 0, 0, 0)).isEqualTo(hex(0xA4, 3, 0x42, 0, 0, 0, 0xE5));
    assertThat(AntMessage.frame(0x4B, 0)).isEqualTo(hex(0xA4, 1, 0x4B, 0, 0xEE));
  }

  private static byte[] hex(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
