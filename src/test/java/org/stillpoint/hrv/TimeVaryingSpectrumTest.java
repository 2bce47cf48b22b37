package org.stillpoint.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.rr.RrLabel;

class TimeVaryingSpectrumTest {

  private static List<RrInterval> intervals(double fromSeconds, double[] rr) {
    List<RrInterval> all = new ArrayList<>();
    double end = fromSeconds * 1000;
    for (double millis : rr) {
      end += millis;
      all.add(new RrInterval(Math.round(end * 1e6), millis, RrLabel.NORMAL, !all.isEmpty()));
    }
    return all;
  }

  private static double peakHz(TimeVaryingSpectrum spectrum, int column) {
    int peak = 0;
    for (int bin = 1; bin * TimeVaryingSpectrum.STEP_HZ <= TimeVaryingSpectrum.HIGHEST_HZ; bin++) {
      peak = spectrum.density(column, bin) > spectrum.density(column, peak) ? bin : peak;
    }
    return peak * TimeVaryingSpectrum.STEP_HZ;
  }

  private static double power(TimeVaryingSpectrum spectrum, int column) {
    double sum = 0;
    for (int bin = 0; bin * TimeVaryingSpectrum.STEP_HZ <= TimeVaryingSpectrum.HIGHEST_HZ; bin++) {
      sum += spectrum.density(column, bin) * TimeVaryingSpectrum.STEP_HZ;
    }
    return sum;
  }

  @Test
  void breathingThatSlowsDownIsSeenToDoSo() {
    List<RrInterval> all = intervals(0, Series.sine(200, 900, 40, 0.25));
    double turn = all.get(all.size() - 1).endNanos() / 1e9;
    all.addAll(intervals(turn, Series.sine(200, 900, 40, 0.1)));

    TimeVaryingSpectrum spectrum = TimeVaryingSpectrum.of(all, 35, 365);

    for (int i = 0; i < spectrum.size(); i++) {
      assertThat(spectrum.present(i)).isTrue();
      if (spectrum.seconds(i) < turn - 40) {
        assertThat(peakHz(spectrum, i)).isCloseTo(0.25, within(0.005));
        assertThat(power(spectrum, i)).isCloseTo(800, within(60.0));
      } else if (spectrum.seconds(i) > turn + 40) {
        assertThat(peakHz(spectrum, i)).isCloseTo(0.1, within(0.005));
      }
    }
  }

  @Test
  void aHoleHasNoSpectrumAroundIt() {
    List<RrInterval> all = intervals(0, Series.sine(150, 900, 40, 0.2));
    all.addAll(intervals(170, Series.sine(150, 900, 40, 0.2)));

    TimeVaryingSpectrum spectrum = TimeVaryingSpectrum.of(all, 35, 280);

    for (int i = 0; i < spectrum.size(); i++) {
      double at = spectrum.seconds(i);
      assertThat(spectrum.present(i)).as("at %s s", at).isEqualTo(at < 119 || at > 202);
    }
  }

  @Test
  void withoutIntervalsThereIsNothing() {
    TimeVaryingSpectrum spectrum = TimeVaryingSpectrum.of(List.of(), 0, 60);

    assertThat(spectrum.size()).isEqualTo(13);
    assertThat(spectrum.present(5)).isFalse();
    assertThat(spectrum.density(5, 3)).isNaN();
  }
}
