package org.stillpoint.hrv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;
import org.junit.jupiter.api.Test;

class PaddedTransformTest {

  @Test
  void givesTheBitsOfTheLibraryAtAnyLength() {
    Random random = new Random(5);
    PaddedTransform transform = new PaddedTransform();
    for (int length = 1; length <= PaddedTransform.MOST_VALUES; length += 1 + length / 16) {
      double[] values = random.doubles(length, -100, 100).toArray();
      double[] re = Arrays.copyOf(values, PaddedTransform.SIZE);
      double[] im = new double[PaddedTransform.SIZE];
      FastFourierTransformer.transformInPlace(
          new double[][] {re, im}, DftNormalization.STANDARD, TransformType.FORWARD);
      double[] expected = new double[PaddedTransform.SIZE / 2 + 1];
      Arrays.setAll(expected, i -> 1 + (re[i] * re[i] + im[i] * im[i]));
      double[] sums = new double[expected.length];
      Arrays.fill(sums, 1);
      transform.addSquares(values, length, sums);
      assertThat(sums).as("%d values", length).isEqualTo(expected);
    }
  }
}
