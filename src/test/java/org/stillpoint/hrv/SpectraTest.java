package org.stillpoint.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpectraTest {

  private static BandPowers welch(double[] rr) {
    double[] times = EvenTachogram.timesSeconds(rr);
    return BandPowers.of(Welch.of(EvenTachogram.of(times, rr, CubicSpline.End.NOT_A_KNOT)));
  }

  private static BandPowers lomb(double[] rr) {
    return BandPowers.of(LombScargle.of(EvenTachogram.timesSeconds(rr), rr));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.06, 0.1, 0.13, 0.2, 0.25, 0.3})
  void aSineHasHalfItsSquareAtItsFrequency(double hz) {
    double[] rr = Series.sine(600, 900, 40, hz);

    for (BandPowers powers : new BandPowers[] {welch(rr), lomb(rr)}) {
      double inBand = hz < BandPowers.HF_HZ ? powers.lf() : powers.hf();
      double peak = hz < BandPowers.HF_HZ ? powers.lfPeakHz() : powers.hfPeakHz();
      assertThat(inBand).isCloseTo(800, within(0.05 * 800));
      assertThat(peak).isCloseTo(hz, within(0.002));
      assertThat(powers.total()).isCloseTo(800, within(0.06 * 800));
    }
  }

  @Test
  void powersGrowWithTheSquareAndIgnoreTheMean() {
    double[] even = new double[1500];
    for (int i = 0; i < even.length; i++) {
      even[i] = 800 + 20 * Math.sin(0.3 * i) + 9 * Math.sin(1.1 * i + 2);
    }
    PowerSpectrum once = Welch.of(even);
    PowerSpectrum moved = Welch.of(Series.map(even, x -> 3 * (x + 500)));

    assertThat(moved.power(0.04, 0.4)).isCloseTo(9 * once.power(0.04, 0.4), within(1e-6));
  }

  @Test
  void allPowerOfWhiteNoiseIsItsVariance() {
    double[] noise = Series.noise(40_000, 0, 10, 8);

    double power = Welch.of(noise).power(0, 2.1);

    assertThat(power).isCloseTo(100, within(3.0));
  }

  @Test
  void aWelchThatWasUsedBeforeGivesTheSame() {
    Welch welch = new Welch();
    double[] one = Series.noise(1300, 800, 30, 1);
    double[] two = Series.noise(700, 800, 30, 2);
    welch.spectrum(one);

    assertThat(welch.spectrum(two).power(0.04, 0.4)).isEqualTo(Welch.of(two).power(0.04, 0.4));
  }

  @Test
  void aBandWithoutAFrequencyHasNeitherPeakNorPower() {
    PowerSpectrum spectrum = new PowerSpectrum(1, 0.1, new double[] {1, 2, 3});

    assertThat(spectrum.peakHz(0.11, 0.19)).isNaN();
    assertThat(spectrum.power(0.11, 0.19)).isZero();
    assertThat(spectrum.trapezoidPower(0.15, 0.25)).isZero();
    assertThat(spectrum.peakHz(0.1, 0.3)).isEqualTo(0.2);
    assertThat(spectrum.power(0.1, 0.3)).isCloseTo(0.3, within(1e-12));
    assertThat(spectrum.trapezoidPower(0.1, 0.31)).isCloseTo(0.4, within(1e-12));
  }

  @Test
  void aSplineGoesThroughItsPointsAndIsACubicWhereTheyAre() {
    double[] x = {0, 0.7, 1.1, 2.4, 3, 4.2};
    double[] y = Series.map(x, t -> 2 - t + 0.5 * t * t - 0.3 * t * t * t);
    double[] found = new CubicSpline(x, y, CubicSpline.End.NOT_A_KNOT).even(0.1, 43);

    for (int i = 0; i < found.length; i++) {
      double t = 0.1 * i;
      assertThat(found[i]).isCloseTo(2 - t + 0.5 * t * t - 0.3 * t * t * t, within(1e-12));
    }
  }

  @Test
  void aNaturalSplineIsThatOfTheLibrary() {
    double[] x = {0, 0.8, 1.7, 2.3, 3.4, 4.1, 5};
    double[] y = {800, 850, 790, 900, 870, 820, 810};
    var library =
        new org.apache.commons.math3.analysis.interpolation.SplineInterpolator().interpolate(x, y);
    double[] found = new CubicSpline(x, y, CubicSpline.End.NATURAL).even(0.25, 20);

    for (int i = 0; i < found.length; i++) {
      assertThat(found[i]).isCloseTo(library.value(0.25 * i), within(1e-9));
    }
  }

  @Test
  void twoAndThreePointsMakeALineAndAParabola() {
    double[] line =
        new CubicSpline(new double[] {0, 2}, new double[] {1, 5}, CubicSpline.End.NOT_A_KNOT)
            .even(0.5, 5);
    double[] parabola =
        new CubicSpline(new double[] {0, 1, 3}, new double[] {0, 1, 9}, CubicSpline.End.NOT_A_KNOT)
            .even(0.5, 7);

    assertThat(line).containsExactly(1, 2, 3, 4, 5);
    for (int i = 0; i < parabola.length; i++) {
      assertThat(parabola[i]).isCloseTo(0.25 * i * i, within(1e-12));
    }
  }

  @Test
  void theTrendSolvesItsEquation() {
    double[] even = Series.noise(40, 800, 30, 6);
    double lambda = 5;

    double[] trend = SmoothnessPriors.trend(even, lambda);

    double[] second = new double[38];
    for (int i = 0; i < second.length; i++) {
      second[i] = trend[i] - 2 * trend[i + 1] + trend[i + 2];
    }
    for (int i = 0; i < even.length; i++) {
      double bend = (i >= 2 ? second[i - 2] : 0) - 2 * at(second, i - 1) + at(second, i);
      assertThat(trend[i] + lambda * lambda * bend).isCloseTo(even[i], within(1e-9));
    }
  }

  private static double at(double[] values, int i) {
    return i >= 0 && i < values.length ? values[i] : 0;
  }

  @Test
  void aStraightLineIsItsOwnTrendAndASlowWaveGoesWhileBreathingStays() {
    double[] line = new double[600];
    double[] waves = new double[2400];
    Arrays.setAll(line, i -> 700 + 0.2 * i);
    Arrays.setAll(waves, i -> 50 * Math.sin(0.01 * Math.PI * i / 2) + 20 * Math.sin(0.4 * i));

    double[] trend = SmoothnessPriors.trend(line, SmoothnessPriors.LAMBDA);
    double[] slow = SmoothnessPriors.trend(waves, SmoothnessPriors.LAMBDA);

    for (int i = 0; i < line.length; i++) {
      assertThat(trend[i]).isCloseTo(line[i], within(1e-6));
    }
    for (int i = 300; i < 2100; i++) {
      assertThat(slow[i]).isCloseTo(50 * Math.sin(0.01 * Math.PI * i / 2), within(1.5));
    }
    assertThat(SmoothnessPriors.trend(new double[] {1, 2}, 500)).containsExactly(1, 2);
  }

  @Test
  void detrendingTakesTheSlowPowerAndLeavesTheFast() {
    double[] rr = Series.sine(600, 900, 40, 0.25);
    double[] drifting = new double[rr.length];
    Arrays.setAll(drifting, i -> rr[i] + 60 * Math.sin(0.02 * i));

    HrvAnalysis before = HrvAnalysis.of(drifting);
    HrvAnalysis after = HrvAnalysis.detrended(drifting, SmoothnessPriors.LAMBDA);

    assertThat(after.time().meanNn()).isCloseTo(before.time().meanNn(), within(1e-9));
    assertThat(after.time().sdnn()).isCloseTo(40 / Math.sqrt(2), within(1.0));
    assertThat(after.welch().orElseThrow().hf())
        .isCloseTo(before.welch().orElseThrow().hf(), within(10.0));
    assertThat(after.welch().orElseThrow().vlf())
        .isLessThan(0.05 * before.welch().orElseThrow().vlf());
  }
}
