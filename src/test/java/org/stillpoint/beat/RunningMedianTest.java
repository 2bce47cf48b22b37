package org.stillpoint.beat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunningMedianTest {

  @Test
  void forgetsAllButTheLatest() {
    RunningMedian median = new RunningMedian(3);
    for (double value : new double[] {100, 200, 1, 3, 2}) {
      median.add(value);
    }

    assertThat(median.value()).isEqualTo(2);
    assertThat(median.size()).isEqualTo(3);
  }

  @Test
  void anEvenNumberHasTheMeanOfTheMiddleTwo() {
    RunningMedian median = new RunningMedian(9);
    median.add(4);
    median.add(1);

    assertThat(median.value()).isEqualTo(2.5);
  }

  @Test
  void withoutValuesThereIsNone() {
    RunningMedian median = new RunningMedian(3);
    median.add(1);
    median.clear();

    assertThat(median.value()).isNaN();
  }
}
