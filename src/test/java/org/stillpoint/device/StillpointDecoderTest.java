package org.stillpoint.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.testkit.Frames;
import org.stillpoint.testkit.VirtualBytes;

class StillpointDecoderTest {

  private static int[] samples(int first) {
    return IntStream.range(first, first + 10).toArray();
  }

  private static byte[] stream(byte[]... lines) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Arrays.stream(lines).forEach(all::writeBytes);
    return all.toByteArray();
  }

  private static List<String> decode(byte[]... lines) {
    return Frames.of(new StillpointDecoder(), stream(lines));
  }

  private static byte[] block(int sequence, long micros) {
    return StillpointEncoder.block(sequence, micros, samples(100));
  }

  @Test
  void samplesAreSpacedByTheTimeOfTheNextBlock() {
    List<String> frames = decode(block(0, 5000), block(1, 25_000));

    assertThat(frames).hasSize(20);
    assertThat(frames.get(0)).isEqualTo("sample 0 100.0");
    assertThat(frames.get(9)).isEqualTo("sample 18000 109.0");
    assertThat(frames.get(10)).isEqualTo("sample 20000 100.0");
    assertThat(frames.get(19)).isEqualTo("sample 38000 109.0");
  }

  @Test
  void missingBlocksAreCountedExactly() {
    List<String> frames = decode(block(0, 0), block(1, 20_000), block(5, 100_000));

    assertThat(frames).contains("lost 30").contains("sample 100000 100.0");
  }

  @Test
  void sequenceAndClockWrap() {
    long last = 0xFFFF_FFFFL - 9_999;

    List<String> frames = decode(block(0xFFFF, last), block(0, last + 20_000));

    assertThat(frames).hasSize(20).noneMatch(f -> f.startsWith("lost") || f.equals("restarted"));
    assertThat(frames.get(10)).isEqualTo("sample 20000 100.0");
  }

  @Test
  void aLossOfMoreThanAllSequencesIsToldByTheClock() {
    int blocks = 65536 + 5;

    List<String> frames =
        decode(block(0, 0), block(1, 20_000), block(1 + blocks, 20_000L * (1 + blocks)));

    assertThat(frames).contains("lost " + (blocks - 1) * 10L);
  }

  @Test
  void aClockThatGoesBackIsARestart() {
    List<String> frames =
        decode(block(7, 900_000), block(8, 920_000), block(0, 1000), block(1, 21_000));

    assertThat(frames).containsOnlyOnce("restarted").noneMatch(f -> f.startsWith("lost"));
    assertThat(frames.indexOf("restarted")).isEqualTo(20);
    assertThat(frames).hasSize(41);
  }

  @Test
  void aBootLineIsARestart() {
    byte[] boot = StillpointEncoder.identity("v=1 sensor=ppg rate=500 name=uno boot=1");

    List<String> frames =
        decode(boot, block(0, 0), block(1, 20_000), boot, block(0, 50_000), block(1, 70_000));

    assertThat(frames).containsOnlyOnce("restarted");
  }

  @Test
  void theBitsOfASampleAreTakenWhenTheyCanBe() {
    assertThat(bits("v=1 sensor=ppg rate=500 bits=10 name=uno")).hasValue(10);
    assertThat(bits("v=1 sensor=ppg rate=500 name=uno")).isEmpty();
    assertThat(bits("v=1 sensor=ppg rate=500 bits=99 name=uno")).isEmpty();
    assertThat(bits("v=1 sensor=ppg rate=500 bits=ten name=uno")).isEmpty();
  }

  private static OptionalInt bits(String identity) {
    byte[] line = StillpointEncoder.identity(identity);
    return Frames.identities(new StillpointDecoder(), line).get(0).bits();
  }

  @Test
  void aRepeatedBlockIsDropped() {
    List<String> frames = decode(block(0, 0), block(0, 0), block(1, 20_000));

    assertThat(frames).hasSize(21).contains("fault REPEATED_FRAME 1");
  }

  @Test
  void aDamagedLineCostsItsBlockAndNothingElse() {
    byte[] damaged = block(1, 20_000);
    damaged[20] ^= 1;

    List<String> frames = decode(block(0, 0), damaged, block(2, 40_000), block(3, 60_000));

    assertThat(frames).contains("fault CRC_ERROR 1", "lost 10").contains("sample 40000 100.0");
    assertThat(frames.stream().filter(f -> f.startsWith("sample"))).hasSize(30);
  }

  @Test
  void aLostLineFeedCostsTwoBlocks() {
    byte[] joined = block(1, 20_000);

    List<String> frames =
        decode(
            block(0, 0),
            Arrays.copyOf(joined, joined.length - 1),
            block(2, 40_000),
            block(3, 60_000),
            block(4, 80_000));

    assertThat(frames).contains("lost 20");
  }

  @Test
  void beatsCarryTheirInterval() {
    List<String> frames =
        decode(
            StillpointEncoder.beat(0, 500_000, 0),
            StillpointEncoder.beat(1, 1_300_000, 801_000),
            StillpointEncoder.beat(3, 2_900_000, 799_000));

    assertThat(frames)
        .containsExactly(
            "interval 0 NaN", "interval 800000 801.0", "lost 1", "interval 2400000 799.0");
  }

  @Test
  void besideAWaveTheDevicesOwnBeatsAreIgnored() {
    List<String> frames =
        decode(
            block(0, 0),
            StillpointEncoder.beat(0, 10_000, 0),
            block(1, 20_000),
            StillpointEncoder.beat(1, 800_000, 800_000));

    assertThat(frames).hasSize(20).allMatch(f -> f.startsWith("sample"));
  }

  @Test
  void aDeviceOfANewerProtocolIsNotReadButNamed() {
    byte[] newer = StillpointEncoder.identity("v=2 sensor=ppg rate=500 bits=10 name=uno boot=1");
    StillpointDecoder decoder = new StillpointDecoder();

    assertThat(Frames.of(decoder, stream(newer, block(0, 0), block(1, 20_000))))
        .containsExactly("identified PPG uno");
    assertThat(decoder.hindrance().orElseThrow()).contains("newer version");
    assertThat(new Recogniser(Devices.live()).accept(0, newer, newer.length)).isPresent();
  }

  @Test
  void contactIsToldWhenItChanges() {
    assertThat(
            decode(
                StillpointEncoder.status(0, 0),
                StillpointEncoder.status(0, 0),
                StillpointEncoder.status(0, 1),
                StillpointEncoder.status(0, 0)))
        .containsExactly("contact true", "contact false", "contact true");
  }

  @Test
  void linesOfALaterVersionAreIgnored() {
    byte[] body = "Xfuture".getBytes(StandardCharsets.US_ASCII);
    String line = "Xfuture" + String.format("%04X%n", Crc16.of(body, 0, body.length));

    assertThat(decode(line.getBytes(StandardCharsets.US_ASCII))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void howTheBytesAreCutChangesNothing(long seed) {
    byte[] bytes = VirtualBytes.of("stillpoint", seed, 5).bytes();
    Random random = new Random(seed);
    int[] cuts = random.ints(bytes.length, 1, 70).toArray();
    int[] ones = IntStream.generate(() -> 1).limit(bytes.length).toArray();

    List<String> whole = Frames.of(new StillpointDecoder(), bytes);

    assertThat(whole).hasSizeGreaterThan(2000);
    assertThat(Frames.of(new StillpointDecoder(), bytes, cuts)).isEqualTo(whole);
    assertThat(Frames.of(new StillpointDecoder(), bytes, ones)).isEqualTo(whole);
  }
}
