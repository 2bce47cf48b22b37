package org.stillpoint.rr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Random;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.junit.jupiter.api.Test;

class SortedWindowTest {

  @Test
  void quantilesAreThoseOfALibraryWhateverCameAndWent() {
    Percentile percentile = new Percentile().withEstimationType(Percentile.EstimationType.R_7);
    Random random = new Random(5);
    SortedWindow window = new SortedWindow(4);
    ArrayDeque<Double> all = new ArrayDeque<>();
    for (int i = 0; i < 2000; i++) {
      if (all.size() > 1 && random.nextInt(3) == 0) {
        window.remove(all.remove());
      } else {
        double value = random.nextInt(50);
        all.add(value);
        window.add(value);
      }
      double[] values = all.stream().mapToDouble(Double::doubleValue).toArray();
      percentile.setData(values);
      assertThat(window.median()).isEqualTo(percentile.evaluate(50));
      assertThat(window.quartileDeviation())
          .isEqualTo((percentile.evaluate(75) - percentile.evaluate(25)) / 2);
    }
  }

  @Test
  void anEmptyOneHasNoMedian() {
    SortedWindow window = new SortedWindow(1);

    assertThat(window.median()).isNaN();
    assertThat(window.quartileDeviation()).isNaN();
  }

  @Test
  void whatIsNotThereCannotBeTakenOut() {
    SortedWindow window = new SortedWindow(1);
    window.add(1);

    assertThatThrownBy(() -> window.remove(2)).isInstanceOf(IllegalArgumentException.class);
  }
}
