package org.stillpoint.guide;

/**
 * Slows speech down, or speeds it up, at the same pitch. Windows of 30 ms overlap more or less, and
 * each is taken from where it fits best to the one before. Source: Verhelst and Roelands 1993, "An
 * overlap-add technique based on waveform similarity (WSOLA)".
 */
final class TimeStretch {
  private static final double WINDOW_SECONDS = 0.030;

  /** Half a period of the lowest voice. */
  private static final double SEARCH_SECONDS = 0.008;

  private final float[] in;
  private final double speed;
  private final int hop;
  private final int search;

  private TimeStretch(float[] in, int rateHz, double speed) {
    this.in = in;
    this.speed = speed;
    this.hop = (int) Math.round(WINDOW_SECONDS * rateHz / 2);
    this.search = (int) Math.round(SEARCH_SECONDS * rateHz);
  }

  /**
   * The same words at another speed.
   *
   * @param rateHz samples a second
   * @param speed 1 changes nothing, 0.85 takes 1/0.85 as long; 0.5 to 2
   */
  static float[] stretch(float[] in, int rateHz, double speed) {
    if (!(speed >= 0.5 && speed <= 2)) {
      throw new IllegalArgumentException("speed is 0.5 to 2: " + speed);
    }
    TimeStretch stretch = new TimeStretch(in, rateHz, speed);
    return speed == 1 || in.length < 4 * stretch.hop ? in.clone() : stretch.run();
  }

  private float[] run() {
    float[] out = new float[(int) Math.round(in.length / speed)];
    int chosen = 0;
    add(out, 0, 0, true);
    for (int at = hop; at < out.length; at += hop) {
      chosen = best((int) Math.round(at * speed), chosen + hop);
      add(out, at, chosen, false);
    }
    return out;
  }

  /** Adds a window of the input to the output; the first window has no rise. */
  private void add(float[] out, int at, int from, boolean first) {
    for (int i = 0; i < 2 * hop && at + i < out.length; i++) {
      double weight = 0.5 - 0.5 * Math.cos(Math.PI * (i + 0.5) / hop);
      out[at + i] += (float) ((first && i < hop ? 1 : weight) * sample(from + i));
    }
  }

  private float sample(int index) {
    return index >= 0 && index < in.length ? in[index] : 0;
  }

  /** The position near the wanted one at which the wave is most like the natural continuation. */
  private int best(int wanted, int natural) {
    int best = wanted;
    double bestLikeness = Double.NEGATIVE_INFINITY;
    for (int lag = -search; lag <= search; lag++) {
      double likeness = likeness(wanted + lag, natural);
      if (likeness > bestLikeness) {
        bestLikeness = likeness;
        best = wanted + lag;
      }
    }
    return best;
  }

  private double likeness(int at, int natural) {
    double product = 0;
    double energy = 1e-9;
    for (int i = 0; i < hop; i += 2) {
      float value = sample(at + i);
      product += (double) value * sample(natural + i);
      energy += (double) value * value;
    }
    return product / Math.sqrt(energy);
  }
}
