package org.stillpoint.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SingleRandomTest {

  @Test
  void givesTheNumbersOfTheJdk() {
    Random single = new SingleRandom(-7);
    Random jdk = new Random(-7);
    Random choices = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      switch (choices.nextInt(5)) {
        case 0 -> assertThat(single.nextGaussian()).isEqualTo(jdk.nextGaussian());
        case 1 -> assertThat(single.nextDouble()).isEqualTo(jdk.nextDouble());
        case 2 -> assertThat(single.nextInt(1000)).isEqualTo(jdk.nextInt(1000));
        case 3 -> assertThat(single.nextLong()).isEqualTo(jdk.nextLong());
        default -> {
          single.setSeed(i);
          jdk.setSeed(i);
        }
      }
    }
  }
}
