package org.stillpoint.beat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.signal.PulseSample;

class SlopeKernelTest {
  private static final long CENTRE = 500_000_000L;

  @Test
  void theSlopeOfALineIsExactAtAnyTimes() {
    SlopeKernel kernel = measure(t -> 7 - 3 * t, 0.01, 0.031, 0.002, 0.05);

    assertThat(kernel.slope()).isCloseTo(-3, within(1e-9));
    assertThat(kernel.scatter()).isCloseTo(0, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.001, 0.01, 0.04})
  void theSlopeOfAParabolaIsThatOfItsMiddle(double spacing) {
    SlopeKernel kernel = measure(t -> 4 * t * t, spacing);

    assertThat(kernel.slope()).isCloseTo(8 * 0.5, within(0.03));
  }

  @Test
  void humLeavesAlmostNothing() {
    SlopeKernel kernel = measure(t -> Math.sin(2 * Math.PI * 50 * t), 0.002);

    // Its own slope is up to 314.
    assertThat(Math.abs(kernel.slope())).isLessThan(0.2);
    assertThat(kernel.scatter()).isCloseTo(0.5, within(0.05));
  }

  private static SlopeKernel measure(DoubleUnaryOperator wave, double... spacings) {
    SampleRing samples = new SampleRing();
    double t = 0.3;
    for (int i = 0; t < 0.7; i++) {
      samples.add(new PulseSample(Math.round(t * 1e9), wave.applyAsDouble(t)));
      t += spacings[i % spacings.length];
    }
    long from = samples.atOrAfter(CENTRE - SlopeKernel.HALF_WIDTH_NANOS) - 1;
    SlopeKernel kernel = new SlopeKernel(SlopeKernel.HALF_WIDTH_NANOS);
    kernel.measure(samples, from, CENTRE);
    return kernel;
  }
}
