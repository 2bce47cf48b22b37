package org.stillpoint.guide;

/**
 * A soft tone as long as an in-breath or an out-breath, for closed eyes. The in-breath rises by a
 * fourth and swells to its end; the out-breath falls by a fifth, is quieter and fades. The two
 * differ in direction, shape and loudness. The tones are a design decision, open to better
 * evidence.
 */
public final class BreathTone {
  /** Level of the loudest sample of an in-breath, in dB. */
  static final double IN_PEAK_DB = -22;

  /** Level of the loudest sample of an out-breath, in dB. */
  static final double OUT_PEAK_DB = -26;

  static final double LOW_HZ = 165;
  static final double HIGH_HZ = 220;
  static final double LOWEST_HZ = 147;

  /** Fundamental, octave and twelfth: warm rather than bright. */
  private static final double[] PARTIALS = {1, 0.22, 0.07};

  private static final double EDGE_SECONDS = 0.12;

  private BreathTone() {}

  /** The tone of an in-breath or out-breath; the caller decides when it begins. */
  public static Sound of(BreathPhase breath) {
    int length = Math.max(1, (int) Math.round(breath.seconds() * Sound.RATE_HZ));
    float[] samples = new float[length];
    double phase = 0;
    double loudest = 0;
    for (int i = 0; i < length; i++) {
      double share = (double) i / length;
      phase += 2 * Math.PI * hertz(share, breath.in()) / Sound.RATE_HZ;
      double wave = 0;
      for (int k = 0; k < PARTIALS.length; k++) {
        wave += PARTIALS[k] * Math.sin((k + 1) * phase);
      }
      samples[i] = (float) (wave * envelope(share, breath.seconds(), breath.in()));
      loudest = Math.max(loudest, Math.abs(samples[i]));
    }
    double peak = Decibels.factor(breath.in() ? IN_PEAK_DB : OUT_PEAK_DB);
    for (int i = 0; i < length; i++) {
      samples[i] *= (float) (loudest == 0 ? 0 : peak / loudest);
    }
    return Sound.owning(SoundPart.TONES, samples);
  }

  /** Pitch at a share of the breath, 0 to 1; slow at both ends. */
  static double hertz(double share, boolean in) {
    double eased = 0.5 - 0.5 * Math.cos(Math.PI * share);
    double from = in ? LOW_HZ : HIGH_HZ;
    double to = in ? HIGH_HZ : LOWEST_HZ;
    return from * Math.pow(to / from, eased);
  }

  private static double envelope(double share, double seconds, boolean in) {
    double edge = Math.min(0.25, EDGE_SECONDS / seconds);
    double rise = smooth(share / (in ? 0.75 : Math.max(edge, 0.12)));
    double fall = smooth((1 - share) / (in ? Math.max(edge, 0.2) : 0.85));
    return rise * fall;
  }

  private static double smooth(double x) {
    return 0.5 - 0.5 * Math.cos(Math.PI * Math.max(0, Math.min(1, x)));
  }
}
