package org.stillpoint.beat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stillpoint.signal.Beat;
import org.stillpoint.signal.PulseSample;
import org.stillpoint.testkit.EcgWaves;
import org.stillpoint.testkit.PulseWaves;

/**
 * After any disturbance, every beat is found again within 3 s, at any sampling rate and heart rate.
 */
class RecoveryTest {
  private static final double RECOVERY_SECONDS = 3;
  private static final double NEAR_SECONDS = 0.06;
  private static final double[] PACES = {40, 60, 80, 100, 140, 180};

  /** After 3 s, one echo or bump may still be taken for a beat. */
  private static final int EXTRA = 1;

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void aPulseIsFoundAgain(Trouble trouble) {
    for (double rate : new double[] {25, 30, 50, 75, 100, 125, 250, 360, 500}) {
      for (double pace : PACES) {
        PulseWaves wave =
            new PulseWaves(rate)
                .beatsPerMinute(pace)
                .dicrotic(pace > 120 ? 0.1 : 0.25)
                .noise(0.01)
                .wander(0.3);

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
        EcgWaves wave = new EcgWaves(rate).beatsPerMinute(pace).noise(0.01).wander(0.3);
        List<PulseSample> samples = trouble.on(wave.samples(), rate);

        List<Beat> beats = Detection.ecgBeats(samples);

        assertFoundAgain(rate + " Hz, " + pace + "/min", wave.beats(), beats);
      }
    }
  }

  private static void assertFoundAgain(String which, double[] made, List<Beat> beats) {
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
        .allMatch(beat -> beat.quality().usable());
  }

  private static boolean isNear(double time, double[] times) {
    return Arrays.stream(times).anyMatch(t -> Math.abs(t - time) < NEAR_SECONDS);
  }
}
