package org.stillpoint.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {

  @ParameterizedTest
  @CsvSource({
    "8000,3300",
    "11025,1000",
    "16000,440",
    "16000,6500",
    "22050,100",
    "22050,9000",
    "24000,5000",
    "32000,12000",
    "44100,1000",
    "48000,15000"
  })
  void aSineStaysTheSameSine(int fromHz, double hertz) {
    float[] out = Resampler.resample(Waves.sine(hertz, 0.5, fromHz, 0.5), fromHz, Sound.RATE_HZ);

    assertThat((double) out.length / Sound.RATE_HZ).isCloseTo(0.5, within(1e-4));
    double error = 0;
    double power = 0;
    int edge = Sound.RATE_HZ / 50;
    for (int i = edge; i < out.length - edge; i++) {
      double exact = 0.5 * Math.sin(2 * Math.PI * hertz * i / Sound.RATE_HZ);
      error += (out[i] - exact) * (out[i] - exact);
      power += exact * exact;
    }
    assertThat(10 * Math.log10(error / power)).isLessThan(-65);
  }

  @Test
  void whatCannotBeRepresentedIsGone() {
    float[] out = Resampler.resample(Waves.sine(5_500, 0.5, 48_000, 0.5), 48_000, 8_000);

    assertThat(Decibels.rms(out, 200, out.length - 200)).isLessThan(-80);
  }

  @Test
  void anyRateKeepsTheLevelOfAConstantAndTheLength() {
    for (int fromHz = 8_000; fromHz <= 48_000; fromHz += 1_777) {
      float[] constant = new float[fromHz / 4];
      Arrays.fill(constant, 0.25f);
      float[] out = Resampler.resample(constant, fromHz, Sound.RATE_HZ);
      assertThat((double) out.length / Sound.RATE_HZ)
          .isCloseTo((double) constant.length / fromHz, within(1.0 / Sound.RATE_HZ));
      assertThat(out[out.length / 2]).isCloseTo(0.25f, within(1e-5f));
    }
  }

  @Test
  void nothingStaysNothing() {
    assertThat(Resampler.resample(new float[0], 22_050, Sound.RATE_HZ)).isEmpty();
    assertThat(Resampler.resample(new float[10], 22_050, Sound.RATE_HZ)).containsOnly(0f);
  }
}
