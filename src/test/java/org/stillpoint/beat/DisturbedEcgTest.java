package org.stillpoint.beat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoublePredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.signal.Beat;
import org.stillpoint.signal.PulseSample;
import org.stillpoint.signal.SignalQuality.Level;
import org.stillpoint.signal.SignalQuality.Reason;
import org.stillpoint.testkit.EcgWaves;

/**
 * Movement, muscle noise, lost contact, lost samples: which beats are found, and how they are
 * rated.
 */
class DisturbedEcgTest {
  private static final double RECOVERY_SECONDS = 3;
  private static final double NEAR_SECONDS = 0.05;

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.3, 3, 10, -1})
  void recoversFromAStepOfTheAmplitude(double factor) {
    EcgWaves wave = new EcgWaves(250).noise(0.005).amplitude(t -> t < 30 ? 1 : factor);

    List<Beat> beats = Detection.ecgBeats(wave.samples());

    assertAllFound(wave, beats, t -> t < 30 || t > 30 + RECOVERY_SECONDS);
    assertThat(Detection.usableShare(between(beats, 42, 60))).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 5, 100})
  void recoversFromMovement(double strength) {
    EcgWaves wave = new EcgWaves(250).noise(0.01);
    Random random = new Random(3);
    List<PulseSample> moved =
        Detection.mapValues(
            wave.samples(),
            s ->
                s.timeNanos() > 25e9 && s.timeNanos() < 30e9
                    ? s.value() + strength * random.nextGaussian()
                    : s.value());

    List<Beat> beats = Detection.ecgBeats(moved);

    assertAllFound(wave, beats, t -> t < 24.8 || t > 30 + RECOVERY_SECONDS);
    assertThat(Detection.usableShare(between(beats, 38, 60))).isEqualTo(1);
  }

  @Test
  void aJumpOfTheBaselineSpoilsNoMoreThanItsOwnMoment() {
    EcgWaves wave = new EcgWaves(250).noise(0.01).seconds(120);
    List<PulseSample> jumping =
        Detection.mapValues(
            wave.samples(), s -> s.value() + 4 * Math.floorDiv(s.timeNanos(), 10_000_000_000L));

    List<Beat> beats = Detection.ecgBeats(jumping);

    assertAllFound(wave, beats, t -> t % 10 > 1 && t % 10 < 9.5);
  }

  @Test
  void findsNoUsableBeatWithoutALeadAndEveryBeatOnceItIsBack() {
    EcgWaves wave =
        new EcgWaves(250).seconds(90).amplitude(t -> t > 30 && t < 45 ? 0 : 1).noise(0.01);

    List<Beat> beats = Detection.ecgBeats(wave.samples());

    assertAllFound(wave, beats, t -> t < 30 || t > 45 + RECOVERY_SECONDS);
    assertThat(Detection.usableShare(between(beats, 31.3, 44.5))).isZero();
    assertThat(Detection.usableShare(between(beats, 54, 90))).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.2, 1})
  void aLeadThatHangsAtTheRailGivesNoUsableBeats(double hum) {
    EcgWaves wave = new EcgWaves(250).seconds(90).noise(0.01);
    List<PulseSample> off =
        Detection.mapValues(
            wave.samples(),
            s ->
                s.timeNanos() > 30e9 && s.timeNanos() < 45e9
                    ? 3 + hum * Math.sin(2 * Math.PI * 50 * s.timeNanos() / 1e9)
                    : s.value());

    List<Beat> beats = Detection.ecgBeats(off);

    assertAllFound(wave, beats, t -> t < 29.8 || t > 45 + RECOVERY_SECONDS);
    assertThat(Detection.usableShare(between(beats, 30.2, 44.8))).isZero();
  }

  @ParameterizedTest
  @CsvSource({"100", "125", "250", "360", "500", "1000"})
  void whiteNoiseHasNoGoodBeats(double rate) {
    Random random = new Random(7);
    List<PulseSample> noise = signal(rate, 600, i -> random.nextGaussian());

    List<Beat> beats = Detection.ecgBeats(noise);

    assertThat(Detection.goodShare(beats)).isZero();
    assertThat(Detection.usableShare(beats)).isLessThan(0.003);
  }

  @ParameterizedTest
  @ValueSource(doubles = {100, 250, 500})
  void aRandomWalkHasHardlyAnyUsableBeats(double rate) {
    Random random = new Random(8);
    double[] height = {0};
    List<PulseSample> walk = signal(rate, 1200, i -> height[0] += random.nextGaussian());

    List<Beat> beats = Detection.ecgBeats(walk);

    assertThat(Detection.goodShare(beats)).isZero();
    assertThat(Detection.usableShare(beats)).isLessThan(0.003);
  }

  @ParameterizedTest
  @CsvSource({"100, 49.97", "250, 49.97", "500, 49.97", "1000, 49.97", "250, 60.02", "500, 60.02"})
  void humAloneHasNoUsableBeats(double rate, double hertz) {
    List<PulseSample> hum =
        signal(rate, 300, i -> Math.rint(100 * Math.sin(2 * Math.PI * hertz * i / rate)));

    assertThat(Detection.usableShare(Detection.ecgBeats(hum))).isZero();
  }

  @ParameterizedTest
  @CsvSource({"250, 50", "500, 50", "1000, 50", "250, 60", "500, 60"})
  void humOnAnEcgDoesNoHarm(double rate, double hertz) {
    EcgWaves wave = new EcgWaves(rate).noise(0.01);

    List<Beat> beats =
        Detection.ecgBeats(
            Detection.mapValues(
                wave.samples(),
                s -> s.value() + 0.3 * Math.sin(2 * Math.PI * hertz * s.timeNanos() / 1e9)));

    assertAllFound(wave, beats, t -> true);
    assertThat(Detection.goodShare(beats)).isGreaterThan(0.97);
    assertThat(Detection.score(wave.beats(), beats).worstMillis()).isLessThan(4);
  }

  @Test
  void aFlatLineHasNoBeats() {
    assertThat(Detection.ecgBeats(signal(250, 60, i -> 512))).isEmpty();
  }

  @Test
  void anythingAtAllIsSurvived() {
    for (int seed = 0; seed < 30; seed++) {
      Random random = new Random(seed);
      double[] state = {0, 0};
      List<PulseSample> mess =
          signal(
              100 + 30 * seed,
              30,
              i -> {
                if (random.nextInt(200) == 0) {
                  state[0] = random.nextInt(7);
                  state[1] = 1e3 * random.nextGaussian();
                }
                return switch ((int) state[0]) {
                  case 0 -> state[1];
                  case 1 -> Double.NaN;
                  case 2 -> state[1] * Math.sin(i * 0.1);
                  case 3 -> 1e12 * random.nextGaussian();
                  case 4 -> Double.POSITIVE_INFINITY;
                  default -> random.nextGaussian();
                };
              });

      List<Beat> beats = Detection.ecgBeats(mess);

      assertThat(beats).extracting(Beat::timeNanos).isSorted();
    }
  }

  @Test
  void aBeatWithAHoleInItSaysSo() {
    EcgWaves wave = new EcgWaves(250).noise(0.005);
    double beat = wave.beats()[30];

    List<Beat> beats =
        Detection.ecgBeats(Detection.without(wave.samples(), beat + 0.005, beat + 0.03));

    assertAllFound(wave, beats, t -> true);
    assertThat(beats.stream().filter(b -> b.quality().reasons().contains(Reason.LOST_SAMPLES)))
        .singleElement()
        .satisfies(b -> assertThat(Detection.seconds(b)).isBetween(beat - 0.03, beat + 0.03));
  }

  @Test
  void aHoleBetweenTheComplexesDoesNoHarm() {
    EcgWaves wave = new EcgWaves(250).noise(0.005);
    double beat = wave.beats()[30];

    List<Beat> beats =
        Detection.ecgBeats(Detection.without(wave.samples(), beat + 0.45, beat + 0.5));

    assertAllFound(wave, beats, t -> true);
    assertThat(Detection.goodShare(between(beats, 20, 40))).isEqualTo(1);
  }

  @Test
  void aComplexCutOffAtTheTopIsClipped() {
    EcgWaves wave = new EcgWaves(500).noise(0.002);

    List<Beat> beats =
        Detection.ecgBeats(Detection.mapValues(wave.samples(), s -> Math.min(s.value(), 0.6)));

    assertAllFound(wave, beats, t -> true);
    assertThat(between(beats, 5, 55))
        .isNotEmpty()
        .allSatisfy(
            beat -> {
              assertThat(beat.quality().level()).isEqualTo(Level.FAIR);
              assertThat(beat.quality().reasons()).containsExactly(Reason.CLIPPED);
            });
  }

  @Test
  void muscleNoiseHidesNoBeatUntilItIsAsStrongAsTheBeats() {
    EcgWaves wave = new EcgWaves(500).noise(0.25).seconds(120);

    List<Beat> beats = Detection.ecgBeats(wave.samples());

    assertAllFound(wave, beats, t -> true);
  }

  private static List<PulseSample> signal(double rate, double seconds, IntToDoubleFunction value) {
    return IntStream.range(0, (int) (rate * seconds))
        .mapToObj(i -> new PulseSample(Math.round(i * 1e9 / rate), value.applyAsDouble(i)))
        .toList();
  }

  private static List<Beat> between(List<Beat> beats, double from, double to) {
    return beats.stream()
        .filter(beat -> Detection.seconds(beat) >= from && Detection.seconds(beat) < to)
        .toList();
  }

  /**
   * Each true beat at a counted time is detected, and each detection at a counted time is a true
   * beat.
   */
  private static void assertAllFound(EcgWaves wave, List<Beat> beats, DoublePredicate counted) {
    double[] made = wave.beats();
    double[] found = beats.stream().mapToDouble(Detection::seconds).toArray();
    assertThat(Arrays.stream(made).filter(counted).filter(t -> !isNear(t, found)))
        .as("missed")
        .isEmpty();
    double end = made[made.length - 1] + NEAR_SECONDS;
    assertThat(Arrays.stream(found).filter(counted).filter(t -> t <= end && !isNear(t, made)))
        .as("extra")
        .isEmpty();
  }

  private static boolean isNear(double time, double[] times) {
    return Arrays.stream(times).anyMatch(t -> Math.abs(t - time) < NEAR_SECONDS);
  }
}
