package org.stillpoint.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BellTest {
  private final float[] bell = Bell.stroke().toArray();

  private double partial(double hertz, double from, double to) {
    int first = (int) (from * Sound.RATE_HZ);
    return Waves.amplitude(bell, first, (int) (to * Sound.RATE_HZ), hertz, Sound.RATE_HZ);
  }

  @Test
  void soundsForFourSecondsAndIsNeverLoud() {
    assertThat(Bell.stroke().part()).isEqualTo(SoundPart.BELL);
    assertThat(Bell.stroke().seconds()).isCloseTo(4, within(1e-6));
    assertThat(Decibels.peak(bell)).isCloseTo(Bell.PEAK_DB, within(0.01));
  }

  @Test
  void itsPartialsAreNoMultiplesOfEachOther() {
    double ground = partial(233, 0.05, 1);
    assertThat(partial(233 * 2.77, 0.05, 1)).isGreaterThan(0.1 * ground);
    assertThat(partial(233 * 5.17, 0.05, 1)).isGreaterThan(0.02 * ground);
    assertThat(partial(233 * 2, 0.05, 1)).isLessThan(0.005 * ground);
    assertThat(partial(233 * 3, 0.05, 1)).isLessThan(0.005 * ground);
  }

  @Test
  void theHighPartialsAreGoneFirst() {
    double beat = 1 / 0.9; // of the lowest pair
    double lowFalls = partial(233, 0.1, 1.1) / partial(233, 0.1 + beat, 1.1 + beat);
    double highFalls = partial(233 * 5.17, 0.1, 1.1) / partial(233 * 5.17, 0.1 + beat, 1.1 + beat);

    assertThat(lowFalls).isBetween(2.3, 3.0);
    assertThat(highFalls).isGreaterThan(3 * lowFalls);
  }

  @Test
  void diesAwayAndDoesNotClick() {
    double last = Double.POSITIVE_INFINITY;
    for (double at = 0.1; at < 3; at += 0.9) {
      double level = Waves.rms(bell, at, at + 0.9);
      assertThat(level).isLessThan(last);
      last = level;
    }
    assertThat(bell[0]).isZero();
    assertThat(Math.abs(bell[bell.length - 1])).isLessThan(1e-6f);
    assertThat(Waves.rms(bell, 0, 0.002)).isLessThan(-30);
    assertThat(Waves.largestStep(bell)).isLessThan(0.03);
  }
}
