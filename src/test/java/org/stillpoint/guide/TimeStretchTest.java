package org.stillpoint.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeStretchTest {
  private static final int RATE = 22_050;

  @ParameterizedTest
  @ValueSource(doubles = {0.85, 0.9, 0.95, 1.1})
  void lengthChangesAndPitchAndLevelStay(double speed) {
    float[] in = Waves.sine(180, 0.3, RATE, 2);

    float[] out = TimeStretch.stretch(in, RATE, speed);

    assertThat((double) out.length / in.length).isCloseTo(1 / speed, within(0.001));
    double seconds = (double) out.length / RATE;
    assertThat(Waves.hertz(out, RATE, 0.1, seconds - 0.1)).isCloseTo(180, within(1.0));
    assertThat(Decibels.rms(out, 2_000, out.length - 2_000))
        .isCloseTo(Decibels.rms(in, 2_000, in.length - 2_000), within(0.3));
    assertThat(Waves.largestStep(out)).isLessThan(1.5 * Waves.largestStep(in));
  }

  @Test
  void speechKeepsItsLoudnessAndItsPauses() {
    float[] in = Waves.syllables(0.3, RATE, 4);

    float[] out = TimeStretch.stretch(in, RATE, 0.85);

    assertThat(Decibels.rms(out, 0, out.length))
        .isCloseTo(Decibels.rms(in, 0, in.length), within(0.5));
    assertThat(Decibels.peak(out)).isLessThan(Decibels.peak(in) + 1);
    int pause = (int) (0.3 / 0.85 * RATE); // between the first two syllables
    assertThat(Decibels.rms(out, pause - 500, pause + 500)).isLessThan(-45);
  }

  @Test
  void trueSpeedAndShortSoundsStayAsTheyAre() {
    float[] in = Waves.syllables(0.3, RATE, 1);

    assertThat(TimeStretch.stretch(in, RATE, 1)).isEqualTo(in);
    assertThat(TimeStretch.stretch(new float[0], RATE, 0.9)).isEmpty();
    assertThat(TimeStretch.stretch(new float[50], RATE, 0.9)).hasSize(50);
  }

  @Test
  void refusesWhatIsNoSpeed() {
    assertThatThrownBy(() -> TimeStretch.stretch(new float[0], RATE, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TimeStretch.stretch(new float[0], RATE, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
