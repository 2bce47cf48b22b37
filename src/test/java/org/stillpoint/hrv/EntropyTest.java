package org.stillpoint.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntropyTest {

  /** By definition, compares every run with every other. */
  private static int[] matches(double[] x, int length, double r) {
    int runs = x.length - length + 1;
    int[] counts = new int[runs];
    for (int i = 0; i < runs; i++) {
      for (int j = 0; j < runs; j++) {
        boolean match = true;
        for (int k = 0; k < length; k++) {
          match &= Math.abs(x[i + k] - x[j + k]) <= r;
        }
        counts[i] += match ? 1 : 0;
      }
    }
    return counts;
  }

  @ParameterizedTest
  @CsvSource({
    "4, 1, 10",
    "5, 2, 3",
    "63, 3, 12",
    "64, 4, 12",
    "65, 5, 12",
    "128, 6, 5",
    "511, 7, 8",
    "512, 8, 8",
    "513, 9, 300",
    "1500, 10, 6",
    "1500, 11, 0.5"
  })
  void countsAreThoseOfComparingAllWithAll(int n, long seed, double tolerance) {
    double[] rr = Series.person(n, seed);

    TemplateMatches matches = new TemplateMatches(rr, tolerance);

    assertThat(matches.ofTwo()).isEqualTo(matches(rr, 2, tolerance));
    assertThat(matches.ofThree()).isEqualTo(matches(rr, 3, tolerance));
  }

  @Test
  void wholeMillisecondsAreCountedExactlyToo() {
    double[] rr = Series.map(Series.person(900, 3), Math::rint);

    assertThat(new TemplateMatches(rr, 7).ofThree()).isEqualTo(matches(rr, 3, 7));
  }

  @Test
  void sampleEntropyIsThatOfItsDefinition() {
    double[] rr = Series.person(300, 5);
    double r = 12;
    long b = 0;
    long a = 0;
    for (int i = 0; i < rr.length - 2; i++) {
      for (int j = i + 1; j < rr.length - 2; j++) {
        boolean two = Math.abs(rr[i] - rr[j]) <= r && Math.abs(rr[i + 1] - rr[j + 1]) <= r;
        b += two ? 1 : 0;
        a += two && Math.abs(rr[i + 2] - rr[j + 2]) <= r ? 1 : 0;
      }
    }

    SampleEntropy entropy = SampleEntropy.of(rr, r);

    assertThat(entropy.matchesOfTwo()).isEqualTo(b);
    assertThat(entropy.matchesOfThree()).isEqualTo(a);
    assertThat(entropy.value()).isEqualTo(-Math.log((double) a / b));
  }

  @Test
  void aSeriesThatRepeatsIsRegularAndNoiseIsNot() {
    double[] repeats = new double[400];
    for (int i = 0; i < repeats.length; i++) {
      repeats[i] = 800 + 40 * (i % 4);
    }

    assertThat(SampleEntropy.of(repeats, 5).value()).isCloseTo(0, within(0.02));
    assertThat(SampleEntropy.of(Series.noise(400, 800, 50, 1), 10).value()).isGreaterThan(1.8);
    assertThat(ApproximateEntropy.of(repeats, 5)).isCloseTo(0, within(0.02));
    assertThat(ApproximateEntropy.of(Series.noise(400, 800, 50, 1), 10)).isGreaterThan(0.5);
  }

  @Test
  void neitherMeanNorUnitMatter() {
    double[] rr = Series.map(Series.person(400, 2), Math::rint);
    double[] moved = Series.map(rr, x -> 4 * (x + 100));

    assertThat(SampleEntropy.of(moved, 48)).isEqualTo(SampleEntropy.of(rr, 12));
    assertThat(ApproximateEntropy.of(moved, 48)).isEqualTo(ApproximateEntropy.of(rr, 12));
  }

  @Test
  void whatCannotBeMeasuredHasNoEntropy() {
    double[] constant = new double[100];
    Arrays.fill(constant, 800);

    assertThat(SampleEntropy.of(constant, 0).value()).isNaN();
    assertThat(SampleEntropy.of(new double[] {800, 810, 790}, 20).value()).isNaN();
    assertThat(SampleEntropy.of(Series.noise(50, 800, 50, 1), 1e-9).value()).isNaN();
    assertThat(ApproximateEntropy.of(constant, 0)).isNaN();
    assertThat(ApproximateEntropy.of(new double[] {800, 810, 790}, 20)).isNaN();
  }
}
