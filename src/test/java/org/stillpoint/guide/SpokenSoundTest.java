package org.stillpoint.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenSoundTest {
  private static Pcm pcm(float[] samples, int rateHz) {
    return new Pcm(samples, rateHz, 1, 16);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.1, 0.6})
  void everySpeakerIsEquallyLoud(double amplitude) {
    Sound sound = SpokenSound.of(pcm(Waves.syllables(amplitude, 16_000, 3), 16_000), 1);

    assertThat(SpokenSound.speechLevel(sound.toArray()))
        .isCloseTo(SpokenSound.LEVEL_DB, within(0.2));
    assertThat(Decibels.peak(sound.toArray())).isLessThanOrEqualTo(SpokenSound.PEAK_DB + 0.01);
  }

  @Test
  void oneLoudClickDoesNotReachFullScale() {
    float[] wave = Waves.syllables(0.02, 22_050, 2);
    wave[20_000] = 1;

    Sound sound = SpokenSound.of(pcm(wave, 22_050), 1);

    assertThat(Decibels.peak(sound.toArray())).isLessThanOrEqualTo(SpokenSound.PEAK_DB + 0.01);
  }

  @Test
  void theSilenceAroundIsCutOff() {
    float[] wave =
        Waves.joined(
            Waves.silence(22_050, 0.7),
            Waves.sine(300, 0.3, 22_050, 1),
            Waves.silence(22_050, 1.5));

    assertThat(SpokenSound.seconds(pcm(wave, 22_050))).isCloseTo(1.13, within(0.01));
    assertThat(SpokenSound.of(pcm(wave, 22_050), 1).seconds()).isCloseTo(1.13, within(0.01));
  }

  @Test
  void slowerSpeechIsLongerByAsMuch() {
    Pcm pcm = pcm(Waves.syllables(0.3, 22_050, 3), 22_050);

    assertThat(SpokenSound.of(pcm, 0.85).seconds() / SpokenSound.of(pcm, 1).seconds())
        .isCloseTo(1 / 0.85, within(0.002));
  }

  @Test
  void beginsAndEndsAtRest() {
    float[] sound = SpokenSound.of(pcm(Waves.sine(300, 0.5, 22_050, 1), 22_050), 1).toArray();

    assertThat(sound[0]).isZero();
    assertThat(Math.abs(sound[sound.length - 1])).isLessThan(1e-4f);
    assertThat(Waves.largestStep(sound)).isLessThan(0.02);
  }

  @Test
  void silenceIsNoSpeech() {
    assertThat(SpokenSound.of(pcm(new float[9_000], 22_050), 0.9).length()).isZero();
    assertThat(SpokenSound.of(pcm(new float[0], 22_050), 1).length()).isZero();
  }
}
