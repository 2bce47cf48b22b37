package org.stillpoint.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class MixerTest {
  private static final int RATE = Sound.RATE_HZ;

  private static Sound sound(SoundPart part, double hertz, double amplitude, double seconds) {
    return Sound.of(part, Waves.sine(hertz, amplitude, RATE, seconds));
  }

  private static float[] render(Mixer mixer, double seconds) {
    float[] out = new float[(int) Math.round(seconds * RATE)];
    mixer.render(out, out.length);
    return out;
  }

  private static double level(float[] mix, double hertz, double from, double to) {
    return Decibels.of(Waves.amplitude(mix, (int) (from * RATE), (int) (to * RATE), hertz, RATE));
  }

  @Test
  void tonesStepBackWhileSomethingIsSaidAndComeBackAfterwards() {
    Mixer mixer = new Mixer(Volumes.MEANT);
    mixer.play(sound(SoundPart.TONES, 200, 0.1, 8), 0);
    float[] before = render(mixer, 1);
    mixer.play(sound(SoundPart.VOICE, 1_000, 0.3, 3), 0);
    float[] during = render(mixer, 3);
    float[] after = render(mixer, 3);

    assertThat(level(before, 200, 0, 1)).isCloseTo(-20, within(0.05));
    assertThat(level(during, 200, 0.5, 2.9)).isCloseTo(-20 + Mixer.TONES_BACK_DB, within(0.05));
    assertThat(level(during, 1_000, 0.5, 2.9)).isCloseTo(Decibels.of(0.3), within(0.05));
    assertThat(level(after, 200, 1.5, 2.5)).isCloseTo(-20, within(0.05));
  }

  @Test
  void theBellStepsBackLess() {
    Mixer mixer = new Mixer(Volumes.MEANT);
    mixer.play(sound(SoundPart.BELL, 200, 0.1, 6), 0);
    mixer.play(sound(SoundPart.VOICE, 1_000, 0.3, 4), 0);
    float[] mix = render(mixer, 5);

    assertThat(level(mix, 200, 0, 0.9)).isCloseTo(-20, within(0.05));
    assertThat(level(mix, 200, 2, 4)).isCloseTo(-20 + Mixer.BELL_BACK_DB, within(0.05));
  }

  @Test
  void noChangeOfLoudnessIsAStep() {
    Mixer mixer = new Mixer(Volumes.MEANT);
    float[] constant = new float[10 * RATE];
    Arrays.fill(constant, 0.5f);
    mixer.play(Sound.of(SoundPart.TONES, constant), 0);
    float[] mix =
        Waves.joined(
            render(mixer, 0.5),
            after(mixer, m -> m.play(Sound.of(SoundPart.VOICE, new float[RATE]), 0)),
            after(mixer, m -> m.volumes(new Volumes(100, 100, 30, false))),
            after(mixer, m -> m.volumes(Volumes.MEANT.muted(true))),
            after(mixer, m -> m.volumes(Volumes.MEANT)),
            after(mixer, Mixer::cut));

    assertThat(Waves.largestStep(mix)).isLessThan(0.5 / (0.19 * RATE));
    assertThat(mix[mix.length - 1]).isZero();
  }

  private static float[] after(Mixer mixer, Consumer<Mixer> change) {
    change.accept(mixer);
    return render(mixer, 1.5);
  }

  @Test
  void oneSentenceIsSaidAtATime() {
    Mixer mixer = new Mixer(Volumes.MEANT);
    mixer.play(sound(SoundPart.VOICE, 500, 0.2, 1), 0);
    mixer.play(sound(SoundPart.VOICE, 1_500, 0.2, 1), 0);
    float[] mix = render(mixer, 3);

    double second = 1 + Mixer.BREATH_SECONDS;
    assertThat(level(mix, 1_500, 0, 1)).isLessThan(-70);
    assertThat(Waves.rms(mix, 1.01, second - 0.01)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(level(mix, 1_500, second, second + 1)).isCloseTo(Decibels.of(0.2), within(0.05));
    assertThat(level(mix, 500, second, second + 1)).isLessThan(-70);
    assertThat(mixer.idle()).isTrue();
  }

  @Test
  void speechWaitsUntilTheStrokeOfTheBellHasRung() {
    Mixer mixer = new Mixer(new Volumes(100, 0, 100, false));
    mixer.play(Bell.stroke(), 0);
    mixer.play(sound(SoundPart.VOICE, 500, 0.2, 1), 0);
    float[] mix = render(mixer, 3);

    assertThat(Waves.rms(mix, 0, Mixer.BELL_ALONE_SECONDS)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Waves.rms(mix, Mixer.BELL_ALONE_SECONDS, 2)).isGreaterThan(-20);
  }

  @Test
  void gainAndVolumesAreAsAskedFor() {
    Mixer mixer = new Mixer(new Volumes(50, 100, 100, false));
    mixer.play(sound(SoundPart.VOICE, 500, 0.5, 1), -6);
    float[] mix = render(mixer, 1);

    assertThat(level(mix, 500, 0, 1)).isCloseTo(Decibels.of(0.5) - 6 - 12.04, within(0.05));
  }

  @Test
  void cuttingLetsSpeechFadeAndForgetsWhatWaited() {
    Mixer mixer = new Mixer(Volumes.MEANT);
    mixer.play(sound(SoundPart.VOICE, 500, 0.5, 5), 0);
    mixer.play(sound(SoundPart.VOICE, 900, 0.5, 5), 0);
    render(mixer, 1);
    mixer.cut();
    float[] mix = render(mixer, 2);

    assertThat(Waves.rms(mix, 0, 0.05)).isGreaterThan(-12);
    assertThat(Waves.rms(mix, 0.25, 2)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(mixer.idle()).isTrue();
  }

  @Test
  void theLoudestOfAllTogetherIsNotCutOff() {
    Mixer mixer = new Mixer(Volumes.MEANT);
    float peak = (float) Decibels.factor(SpokenSound.PEAK_DB);
    float[] loudest = new float[4 * RATE];
    Arrays.fill(loudest, peak);
    mixer.play(Bell.stroke(), 0);
    mixer.play(BreathTone.of(new BreathPhase(5, true)), 0);
    mixer.play(BreathTone.of(new BreathPhase(5, false)), 0);
    mixer.play(Sound.of(SoundPart.VOICE, loudest), 0);

    assertThat(Decibels.peak(render(mixer, 6))).isLessThan(-0.5);
  }

  @Test
  void anyPiecesGiveTheSame() {
    Random random = new Random(2);
    float[] whole = new float[4 * RATE];
    float[] pieces = new float[4 * RATE];
    Mixer one = busy();
    one.render(whole, whole.length);
    Mixer other = busy();
    int at = 0;
    while (at < pieces.length) {
      int count = Math.min(1 + random.nextInt(3_000), pieces.length - at);
      float[] piece = new float[count];
      other.render(piece, count);
      System.arraycopy(piece, 0, pieces, at, count);
      at += count;
    }

    assertThat(pieces).isEqualTo(whole);
    assertThat(other.now()).isEqualTo(pieces.length);
  }

  private static Mixer busy() {
    Mixer mixer = new Mixer(Volumes.MEANT);
    mixer.play(Bell.stroke(), 0);
    mixer.play(sound(SoundPart.VOICE, 500, 0.2, 0.7), -1);
    mixer.play(sound(SoundPart.VOICE, 700, 0.2, 0.7), 0);
    mixer.play(sound(SoundPart.TONES, 180, 0.1, 3), 0);
    return mixer;
  }

  @Test
  void nothingGivesSilence() {
    Mixer mixer = new Mixer(Volumes.MEANT);
    mixer.play(Sound.of(SoundPart.VOICE, new float[0]), 0);

    assertThat(render(mixer, 0.1)).containsOnly(0f);
    assertThat(mixer.idle()).isTrue();
  }
}
