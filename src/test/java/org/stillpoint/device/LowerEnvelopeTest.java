package org.stillpoint.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LowerEnvelopeTest {

  @ParameterizedTest
  @ValueSource(doubles = {150, -80, 0, 5})
  void findsTheClockErrorUnderUsbClumpsWithin10Ppm(double ppm) {
    Random random = new Random(7);
    LowerEnvelope fit = new LowerEnvelope(1e9, 120, 1);
    for (double host = 0; host < 60e9; host += 20e6) {
      double device = host * (1 + ppm * 1e-6);
      double clump = 16e6 - host % 16e6;
      double busy = random.nextInt(50) == 0 ? 80e6 * random.nextDouble() : 0;
      fit.add(device, host + clump + busy + 1e5 * random.nextDouble());
    }

    double slope = Objects.requireNonNull(fit.fit()).slope();

    assertThat((1 / slope - 1) * 1e6).isCloseTo(ppm, within(10.0));
  }

  @Test
  void hasNoLineOfOnePoint() {
    LowerEnvelope fit = new LowerEnvelope(1e9, 10, 1);
    fit.add(1, 1);

    assertThat(fit.fit()).isNull();
  }
}
