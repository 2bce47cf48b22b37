package org.stillpoint.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WavFileTest {
  @TempDir private Path folder;

  private Pcm read(byte[] bytes) throws IOException {
    return WavFile.read(Files.write(folder.resolve("x.wav"), bytes));
  }

  @ParameterizedTest
  @CsvSource({
    "8000,1,8",
    "11025,2,8",
    "16000,1,16",
    "22050,2,16",
    "44100,1,24",
    "48000,2,24",
    "48000,1,32"
  })
  void readsWhatWasWritten(int rateHz, int channels, int bits) throws IOException {
    float[] wave = Waves.sine(440, 0.7, rateHz, 0.1);

    Pcm pcm = read(Waves.wav(wave, rateHz, channels, bits));

    assertThat(pcm.rateHz()).isEqualTo(rateHz);
    assertThat(pcm.channels()).isEqualTo(channels);
    assertThat(pcm.bits()).isEqualTo(bits);
    assertThat(pcm.seconds()).isCloseTo((double) wave.length / rateHz, within(1e-9));
    float[] read = pcm.toArray();
    for (int i = 0; i < wave.length; i++) {
      assertThat(read[i]).isCloseTo(wave[i], within(bits == 8 ? 0.013f : 1e-4f));
    }
  }

  @Test
  void mixesTwoChannelsDown() throws IOException {
    byte[] bytes = Waves.wav(new float[] {0.5f, 0.5f}, 8_000, 2, 16);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putShort(46, (short) 0);

    assertThat(read(bytes).toArray()[0]).isCloseTo(0.25f, within(1e-4f));
  }

  @Test
  void skipsChunksThatItDoesNotKnow() throws IOException {
    byte[] plain = Waves.wav(Waves.sine(440, 0.5, 8_000, 0.05), 8_000, 1, 16);
    byte[] odd = {'L', 'I', 'S', 'T', 3, 0, 0, 0, 1, 2, 3, 0};
    byte[] bytes = new byte[plain.length + odd.length];
    System.arraycopy(plain, 0, bytes, 0, 36);
    System.arraycopy(odd, 0, bytes, 36, odd.length);
    System.arraycopy(plain, 36, bytes, 36 + odd.length, plain.length - 36);

    assertThat(read(bytes).seconds()).isCloseTo(0.05, within(1e-9));
  }

  @Test
  void takesTheRestWhenTheLengthWasUnknownToTheWriter() throws IOException {
    byte[] bytes = Waves.wav(Waves.sine(440, 0.5, 8_000, 0.05), 8_000, 1, 16);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(40, 0x7FFFF000);

    assertThat(read(bytes).seconds()).isCloseTo(0.05, within(1e-9));
  }

  @Test
  void saysOfEveryTornFileThatItIsTorn() throws IOException {
    byte[] whole = Waves.wav(Waves.sine(440, 0.5, 8_000, 0.01), 8_000, 1, 16);
    for (int length = 0; length < whole.length; length++) {
      byte[] torn = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> read(torn))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("x.wav cannot be played: it is");
    }
  }

  @Test
  void noiseGetsASentenceOrASound() throws IOException {
    Random random = new Random(5);
    byte[] whole = Waves.wav(Waves.sine(440, 0.5, 8_000, 0.01), 8_000, 1, 16);
    for (int round = 0; round < 1_000; round++) {
      byte[] damaged = whole.clone();
      for (int k = 0; k < 4; k++) {
        damaged[random.nextInt(60)] = (byte) random.nextInt();
      }
      try {
        assertThat(read(damaged).seconds()).isFinite();
      } catch (IOException e) {
        assertThat(e.getMessage()).endsWith(".").doesNotContain("null");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "22,3,3 channels",
    "24,96000,8000 to 48000",
    "20,7,compressed",
    "34,12,compressed",
  })
  void saysWhatItCannotPlay(int at, int value, String words) {
    byte[] bytes = Waves.wav(new float[100], 8_000, 1, 16);
    ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (at == 24) {
      header.putInt(at, value);
    } else {
      header.putShort(at, (short) value);
    }

    assertThatThrownBy(() -> read(bytes)).hasMessageContaining(words);
  }

  @Test
  void whatIsWrittenPieceByPieceCanBePlayedAtAnyTime() throws IOException {
    float[] wave = Waves.sine(440, 0.5, Sound.RATE_HZ, 0.1);
    Path file = folder.resolve("y.wav");
    try (WavWriter writer = new WavWriter(file)) {
      assertThat(WavFile.read(file).seconds()).isZero();
      writer.write(wave, 1_000);
      assertThat(WavFile.read(file).toArray()).hasSize(1_000);
      writer.write(wave, wave.length);
      assertThat(writer.frames()).isEqualTo(1_000 + wave.length);
    }
    float[] read = WavFile.read(file).toArray();
    for (int i = 0; i < wave.length; i++) {
      assertThat(read[1_000 + i]).isCloseTo(wave[i], within(1e-4f));
    }
  }

  @Test
  void cutsOffWhatIsBeyondFullScale() {
    assertThat(WavWriter.sixteenBits(1.5f)).isEqualTo((short) 32_767);
    assertThat(WavWriter.sixteenBits(-1.5f)).isEqualTo((short) -32_768);
  }
}
