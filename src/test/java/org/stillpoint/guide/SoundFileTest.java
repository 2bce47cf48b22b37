package org.stillpoint.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundFileTest {
  @TempDir private Path folder;

  private final List<String> told = new ArrayList<>();

  private static Sound beep(SoundPart part) {
    return Sound.of(part, Waves.sine(500, 0.5, Sound.RATE_HZ, 0.5));
  }

  @Test
  void everySoundIsAtItsTime() throws IOException {
    Path file = folder.resolve("x.wav");
    SoundFile out = new SoundFile(file, Volumes.MEANT, told::add);
    out.play(1_500_000_000L, beep(SoundPart.TONES), 0);
    out.play(6_000_000_000L, beep(SoundPart.VOICE), -6);
    assertThat(out.open()).isTrue();
    out.finish();

    float[] all = WavFile.read(file).toArray();
    assertThat(Waves.rms(all, 0, 1.5)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(all[(int) (1.5 * Sound.RATE_HZ) + 20]).isNotZero();
    assertThat(Waves.rms(all, 1.5, 2)).isCloseTo(-9.03, within(0.05));
    assertThat(Waves.rms(all, 2, 6)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Waves.rms(all, 6, 6.5)).isCloseTo(-15.03, within(0.05));
    assertThat((double) all.length / Sound.RATE_HZ).isBetween(6.5, 6.8);
    assertThat(out.open()).isFalse();
    assertThat(told).isEmpty();
  }

  @Test
  void whatComesTooLateBeginsNow() throws IOException {
    Path file = folder.resolve("x.wav");
    SoundFile out = new SoundFile(file, Volumes.MEANT, told::add);
    out.play(3_000_000_000L, beep(SoundPart.TONES), 0);
    out.play(1_000_000_000L, beep(SoundPart.TONES), 0);
    out.finish();

    float[] all = WavFile.read(file).toArray();
    assertThat(Waves.rms(all, 0, 3)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Waves.rms(all, 3, 3.5)).isCloseTo(-3.01, within(0.05));
  }

  @Test
  void aFileThatCannotBeMadeIsAnError() {
    assertThatThrownBy(() -> new SoundFile(folder.resolve("none/x.wav"), Volumes.MEANT, told::add))
        .isInstanceOf(IOException.class);
  }

  @Test
  void nothingPlayedIsAnEmptyFile() throws IOException {
    Path file = folder.resolve("x.wav");
    new SoundFile(file, Volumes.MEANT, told::add).finish();

    assertThat(WavFile.read(file).seconds()).isZero();
    assertThat(Files.size(file)).isEqualTo(44);
  }
}
