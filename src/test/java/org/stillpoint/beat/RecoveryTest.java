package org.stillpoint.beat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stillpoint.signal.Beat;
import org.stillpoint.signal.PulseSample;
import org.stillpoint.testkit.EcgWaves;
import org.stillpoint.testkit.PulseWaves;

/**
 * After any disturbance, every beat is found again within 3 s, at any sampling rate and heart rate.
 */
@Tag("slow")
class RecoveryTest {
  private static final double RECOVERY_SECONDS = 3;
  private static final double NEAR_SECONDS = 0.06;
  private static final double[] PACES = {40, 60, 80, 100, 140, 180};

  /** After 3 s, one echo or bump may still be taken for a beat. */
  private static final int EXTRA = 1;

  /** The waves without trouble, made once for all troubles. */
  private static final Map<Heart, Made> PULSES = new ConcurrentHashMap<>();

  private static final Map<Heart, Made> ECGS = new ConcurrentHashMap<>();

  private record Heart(double rateHz, double perMinute) {}

  private record Made(List<PulseSample> samples, List<Double> beats) {}

  private static Made pulse(Heart heart) {
    PulseWaves wave =
        new PulseWaves(heart.rateHz)
            .beatsPerMinute(heart.perMinute)
            .dicrotic(heart.perMinute > 120 ? 0.1 : 0.25)
            .noise(0.01)
            .wander(0.3);
    return new Made(wave.samples(), Arrays.stream(wave.beats()).boxed().toList());
  }

  private static Made ecg(Heart heart) {
    EcgWaves wave =
        new EcgWaves(heart.rateHz).beatsPerMinute(heart.perMinute).noise(0.01).wander(0.3);
    return new Made(wave.samples(), Arrays.stream(wave.beats()).boxed().toList());
  }

  @AfterAll
  static void forget() {
    PULSES.clear();
    ECGS.clear();
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void aPulseIsFoundAgain(Trouble trouble) {
    for (double rate : new double[] {25, 30, 50, 75, 100, 125, 250, 360, 500}) {
      for (double pace : PACES) {
        Made wave = PULSES.computeIfAbsent(new Heart(rate, pace), RecoveryTest::pulse);

        List<Beat> beats = Detection.beats(trouble.on(wave.samples(), rate));

        assertFoundAgain(rate + " Hz, " + pace + "/min", wave.beats(), beats);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void anEcgIsFoundAgain(Trouble trouble) {
    for (double rate : new double[] {75, 100, 125, 250, 360, 500}) {
      for (double pace : PACES) {
        Made wave = ECGS.computeIfAbsent(new Heart(rate, pace), RecoveryTest::ecg);
        List<PulseSample> samples = trouble.on(wave.samples(), rate);

        List<Beat> beats = Detection.ecgBeats(samples);

        assertFoundAgain(rate + " Hz, " + pace + "/min", wave.beats(), beats);
      }
    }
  }

  private static void assertFoundAgain(String which, List<Double> truth, List<Beat> beats) {
    double[] made = truth.stream().mapToDouble(Double::doubleValue).toArray();
    double[] found = beats.stream().mapToDouble(Detection::seconds).toArray();
    double end = made[made.length - 1] + NEAR_SECONDS;
    double again = Trouble.END + RECOVERY_SECONDS;
    assertThat(
            Arrays.stream(made)
                .filter(t -> t < Trouble.START - 0.3 || t >= again)
                .filter(t -> !isNear(t, found)))
        .as("missed at " + which)
        .isEmpty();
    assertThat(
            Arrays.stream(found).filter(t -> t >= again && t <= end).filter(t -> !isNear(t, made)))
        .as("extra at " + which)
        .hasSizeLessThanOrEqualTo(EXTRA);
    assertThat(beats.stream().filter(beat -> Detection.seconds(beat) > Trouble.END + 12))
        .as("usable at " + which)
        .isNotEmpty()
        .allMatch(beat -> beat.quality().usable());
  }

  private static boolean isNear(double time, double[] times) {
    return Arrays.stream(times).anyMatch(t -> Math.abs(t - time) < NEAR_SECONDS);
  }
}
