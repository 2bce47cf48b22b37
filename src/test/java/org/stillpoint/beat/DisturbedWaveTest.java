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
import org.stillpoint.testkit.PulseWaves;

/** Movement, lost contact, lost samples, noise: which beats are found, and how they are rated. */
class DisturbedWaveTest {
  private static final double RECOVERY_SECONDS = 3;
  private static final double NEAR_SECONDS = 0.05;

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.3, 3, 10})
  void recoversFromAStepOfTheAmplitude(double factor) {
    PulseWaves wave = new PulseWaves(100).noise(0.005).amplitude(t -> t < 30 ? 1 : factor);

    List<Beat> beats = Detection.beats(wave.samples());

    assertAllFound(wave, beats, t -> t < 30 || t > 30 + RECOVERY_SECONDS);
    assertThat(Detection.usableShare(between(beats, 42, 60))).isEqualTo(1);
  }

  @Test
  void recoversFromMovement() {
    PulseWaves wave = new PulseWaves(100).noise(0.01);
    Random random = new Random(3);
    List<PulseSample> moved =
        Detection.mapValues(
            wave.samples(),
            s ->
                s.timeNanos() > 25e9 && s.timeNanos() < 30e9
                    ? s.value() + 20 * random.nextGaussian()
                    : s.value());

    List<Beat> beats = Detection.beats(moved);

    assertAllFound(wave, beats, t -> t < 24.8 || t > 30 + RECOVERY_SECONDS);
    assertThat(Detection.usableShare(between(beats, 26.5, 30))).isZero();
    assertThat(Detection.usableShare(between(beats, 38, 60))).isEqualTo(1);
  }

  @Test
  void singleSpikesSpoilNoMoreThanTheirOwnBeat() {
    PulseWaves wave = new PulseWaves(100).noise(0.01).seconds(120);
    List<PulseSample> spiked =
        Detection.mapValues(
            wave.samples(),
            s -> s.value() + (s.timeNanos() % 10_000_000_000L < 30_000_000L ? 8 : 0));

    List<Beat> beats = Detection.beats(spiked);

    assertAllFound(wave, beats, t -> t % 10 > 1 && t % 10 < 9.5);
  }

  @Test
  void findsNothingWithoutAFingerAndEverythingOnceItIsBack() {
    PulseWaves wave =
        new PulseWaves(100).seconds(90).amplitude(t -> t > 30 && t < 45 ? 0 : 1).noise(0.002);

    List<Beat> beats = Detection.beats(wave.samples());

    assertAllFound(wave, beats, t -> t < 30 || t > 45 + RECOVERY_SECONDS);
    assertThat(Detection.usableShare(between(beats, 31.3, 44.5))).isZero();
    assertThat(Detection.usableShare(between(beats, 54, 90))).isEqualTo(1);
  }

  @Test
  void aDeadSensorGivesNoBeats() {
    PulseWaves wave = new PulseWaves(100).seconds(90).amplitude(t -> t > 30 && t < 45 ? 0 : 1);

    List<Beat> beats = Detection.beats(wave.samples());

    assertThat(between(beats, 31.3, 44.5)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"25", "30", "49", "100", "500", "1000"})
  void whiteNoiseHasNoUsableBeats(double rate) {
    Random random = new Random(7);
    List<PulseSample> noise = signal(rate, 300, i -> random.nextGaussian());

    assertThat(Detection.usableShare(Detection.beats(noise))).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {25, 30, 49, 100, 500})
  void aRandomWalkHasHardlyAnyUsableBeats(double rate) {
    Random random = new Random(8);
    double[] height = {0};
    List<PulseSample> walk = signal(rate, 1200, i -> height[0] += random.nextGaussian());

    assertThat(Detection.usableShare(Detection.beats(walk))).isLessThan(0.001);
  }

  @ParameterizedTest
  @ValueSource(doubles = {30, 100, 250, 500, 1000})
  void humAloneHasNoUsableBeats(double rate) {
    List<PulseSample> hum =
        signal(rate, 300, i -> Math.rint(100 * Math.sin(2 * Math.PI * 49.97 * i / rate)));

    assertThat(Detection.usableShare(Detection.beats(hum))).isZero();
  }

  @Test
  void humOnAPulseDoesNoHarm() {
    PulseWaves wave = new PulseWaves(500).noise(0.01);
    List<Beat> beats =
        Detection.beats(
            Detection.mapValues(
                wave.samples(),
                s -> s.value() + 0.15 * Math.sin(2 * Math.PI * 50 * s.timeNanos() / 1e9)));

    assertAllFound(wave, beats, t -> true);
    assertThat(Detection.goodShare(beats)).isGreaterThan(0.97);
  }

  @Test
  void aFlatLineHasNoBeats() {
    assertThat(Detection.beats(signal(100, 60, i -> 512))).isEmpty();
  }

  @Test
  void aBeatWithAHoleInItsRiseSaysSo() {
    PulseWaves wave = new PulseWaves(100);
    double beat = wave.beats()[30];

    List<Beat> beats = Detection.beats(Detection.without(wave.samples(), beat - 0.02, beat + 0.03));

    assertAllFound(wave, beats, t -> true);
    assertThat(beats.stream().filter(b -> b.quality().reasons().contains(Reason.LOST_SAMPLES)))
        .singleElement()
        .satisfies(b -> assertThat(Detection.seconds(b)).isBetween(beat - 0.03, beat + 0.03));
  }

  @Test
  void aHoleBetweenTheRisesDoesNoHarm() {
    PulseWaves wave = new PulseWaves(100).dicrotic(0);
    double beat = wave.beats()[30];

    List<Beat> beats = Detection.beats(Detection.without(wave.samples(), beat + 0.30, beat + 0.35));

    assertAllFound(wave, beats, t -> true);
    assertThat(Detection.goodShare(between(beats, 20, 40))).isEqualTo(1);
  }

  @Test
  void aWaveCutOffAtTheTopIsClipped() {
    PulseWaves wave = new PulseWaves(100).dicrotic(0.2);

    List<Beat> beats =
        Detection.beats(Detection.mapValues(wave.samples(), s -> Math.min(s.value(), 0.75)));

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
  void aStepOutOfStillnessIsFlatAndOdd() {
    PulseWaves wave = new PulseWaves(100);
    List<PulseSample> frozen =
        Detection.mapValues(
            wave.samples(), s -> s.timeNanos() > 30e9 && s.timeNanos() < 32e9 ? 0.2 : s.value());
    List<PulseSample> stepped =
        Detection.mapValues(frozen, s -> s.value() + (s.timeNanos() > 31e9 ? 1 : 0));

    List<Beat> step = between(Detection.beats(stepped), 30.8, 31.2);

    assertThat(step)
        .singleElement()
        .satisfies(
            beat -> {
              assertThat(beat.quality().level()).isEqualTo(Level.POOR);
              assertThat(beat.quality().reasons()).contains(Reason.FLAT, Reason.ODD_SHAPE);
            });
  }

  @Test
  void aTinyBeatIsOfOddSize() {
    PulseWaves wave = new PulseWaves(100).amplitude(t -> t > 30 && t < 30.8 ? 0.36 : 1);
    double tiny = Arrays.stream(wave.beats()).filter(t -> t > 30).findFirst().orElseThrow();

    List<Beat> beats = Detection.beats(wave.samples());

    assertThat(between(beats, tiny - 0.1, tiny + 0.1))
        .singleElement()
        .satisfies(beat -> assertThat(beat.quality().reasons()).contains(Reason.ODD_SIZE));
    assertThat(beats.stream().filter(b -> b.quality().reasons().contains(Reason.ODD_SIZE)))
        .hasSize(1);
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
  private static void assertAllFound(PulseWaves wave, List<Beat> beats, DoublePredicate counted) {
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
