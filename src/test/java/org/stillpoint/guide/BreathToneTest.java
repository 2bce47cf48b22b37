package org.stillpoint.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BreathToneTest {
  private static float[] tone(double seconds, boolean in) {
    return BreathTone.of(new BreathPhase(seconds, in)).toArray();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.5, 4, 6.2})
  void theInBreathRisesAndTheOutBreathFalls(double seconds) {
    float[] in = tone(seconds, true);
    float[] out = tone(seconds, false);
    double tenth = seconds / 8;

    assertThat(Waves.hertz(in, Sound.RATE_HZ, 0, tenth)).isCloseTo(BreathTone.LOW_HZ, within(9.0));
    assertThat(Waves.hertz(in, Sound.RATE_HZ, seconds - tenth, seconds))
        .isCloseTo(BreathTone.HIGH_HZ, within(9.0));
    assertThat(Waves.hertz(out, Sound.RATE_HZ, 0, tenth))
        .isCloseTo(BreathTone.HIGH_HZ, within(9.0));
    assertThat(Waves.hertz(out, Sound.RATE_HZ, seconds - tenth, seconds))
        .isCloseTo(BreathTone.LOWEST_HZ, within(9.0));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 2, 5, 30})
  void isAsLongAsTheBreathAndDoesNotClick(double seconds) {
    for (boolean in : new boolean[] {true, false}) {
      float[] tone = tone(seconds, in);
      assertThat(tone.length).isEqualTo(Math.round(seconds * Sound.RATE_HZ));
      assertThat(Math.abs(tone[0])).isLessThan(1e-4f);
      assertThat(Math.abs(tone[tone.length - 1])).isLessThan(1e-4f);
      assertThat(Waves.largestStep(tone)).isLessThan(0.006);
    }
  }

  @Test
  void theOutBreathIsQuieterAndFadesWhileTheInBreathSwells() {
    float[] in = tone(5, true);
    float[] out = tone(5, false);

    assertThat(Decibels.peak(in) - Decibels.peak(out)).isCloseTo(4, within(0.01));
    assertThat(Waves.rms(in, 2.5, 5)).isGreaterThan(Waves.rms(in, 0, 2.5) + 3);
    assertThat(Waves.rms(out, 0, 2.5)).isGreaterThan(Waves.rms(out, 2.5, 5) + 3);
  }

  @Test
  void refusesABreathWithoutALength() {
    for (double seconds : new double[] {0, -1, 31, Double.NaN}) {
      assertThatThrownBy(() -> new BreathPhase(seconds, true))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
