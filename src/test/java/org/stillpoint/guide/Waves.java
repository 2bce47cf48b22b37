package org.stillpoint.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** Sounds with known properties, and ways to measure them. */
final class Waves {
  private Waves() {}

  static float[] sine(double hertz, double amplitude, int rateHz, double seconds) {
    float[] wave = new float[(int) Math.round(seconds * rateHz)];
    for (int i = 0; i < wave.length; i++) {
      wave[i] = (float) (amplitude * Math.sin(2 * Math.PI * hertz * i / rateHz));
    }
    return wave;
  }

  /** Something like speech: syllables of a buzz with pauses between. */
  static float[] syllables(double amplitude, int rateHz, double seconds) {
    float[] wave = new float[(int) Math.round(seconds * rateHz)];
    Random random = new Random(1);
    for (int i = 0; i < wave.length; i++) {
      double t = (double) i / rateHz;
      double on = Math.max(0, Math.sin(2 * Math.PI * 2.5 * t));
      double buzz = 0;
      for (int k = 1; k <= 8; k++) {
        buzz += Math.sin(2 * Math.PI * 120 * k * t) / k;
      }
      wave[i] = (float) (amplitude * on * (buzz / 2 + 0.02 * random.nextGaussian()));
    }
    return wave;
  }

  static float[] silence(int rateHz, double seconds) {
    return new float[(int) Math.round(seconds * rateHz)];
  }

  static float[] joined(float[]... parts) {
    float[] all = new float[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
    int at = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  /** Amplitude of one frequency in a range of samples, under a Hann window. */
  static double amplitude(float[] wave, int from, int to, double hertz, int rateHz) {
    double re = 0;
    double im = 0;
    double weights = 0;
    for (int i = from; i < to; i++) {
      double weight = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i - from + 0.5) / (to - from));
      double angle = 2 * Math.PI * hertz * i / rateHz;
      re += weight * wave[i] * Math.cos(angle);
      im += weight * wave[i] * Math.sin(angle);
      weights += weight;
    }
    return 2 * Math.hypot(re, im) / weights;
  }

  /** Frequency of a nearly pure tone, by its rising zero crossings; from and to in seconds. */
  static double hertz(float[] wave, int rateHz, double from, double to) {
    double first = Double.NaN;
    double last = Double.NaN;
    int count = 0;
    for (int i = (int) (from * rateHz) + 1; i < (int) (to * rateHz); i++) {
      if (wave[i - 1] < 0 && wave[i] >= 0) {
        last = i - 1 + wave[i - 1] / (wave[i - 1] - wave[i]);
        first = count == 0 ? last : first;
        count++;
      }
    }
    return (count - 1) * rateHz / (last - first);
  }

  static double rms(float[] wave, double fromSeconds, double toSeconds) {
    return Decibels.rms(
        wave, (int) (fromSeconds * Sound.RATE_HZ), (int) (toSeconds * Sound.RATE_HZ));
  }

  /** The largest change from one sample to the next. */
  static double largestStep(float[] wave) {
    double largest = 0;
    for (int i = 1; i < wave.length; i++) {
      largest = Math.max(largest, Math.abs(wave[i] - wave[i - 1]));
    }
    return largest;
  }

  /** A WAV file of integers with this number of bits, the same in every channel. */
  static byte[] wav(float[] wave, int rateHz, int channels, int bits) {
    int frameBytes = channels * bits / 8;
    ByteBuffer out = ByteBuffer.allocate(44 + wave.length * frameBytes);
    out.order(ByteOrder.LITTLE_ENDIAN);
    out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + wave.length * frameBytes);
    out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    out.putShort((short) 1).putShort((short) channels).putInt(rateHz);
    out.putInt(rateHz * frameBytes).putShort((short) frameBytes).putShort((short) bits);
    out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(wave.length * frameBytes);
    for (float value : wave) {
      for (int channel = 0; channel < channels; channel++) {
        put(out, value, bits);
      }
    }
    return out.array();
  }

  private static void put(ByteBuffer out, float value, int bits) {
    long whole = Math.round(value * ((1L << (bits - 1)) - 1.0));
    if (bits == 8) {
      out.put((byte) (whole + 128));
      return;
    }
    for (int shift = 0; shift < bits; shift += 8) {
      out.put((byte) (whole >> shift));
    }
  }

  /** Writes speech-like sound of this many seconds. */
  static Path speech(Path file, double seconds) {
    try {
      return Files.write(file, wav(sine(300, 0.3, 22_050, seconds), 22_050, 1, 16));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
