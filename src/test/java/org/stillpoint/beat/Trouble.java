package org.stillpoint.beat;

import java.util.List;
import java.util.Random;
import org.stillpoint.signal.PulseSample;

/** Disturbances of a wave from 20 to 25 s, or from 25 s on; beats have height one. */
enum Trouble {
  /** The wave becomes a fifth, a tenth, five times or ten times as high, and stays so. */
  A_FIFTH,
  A_TENTH,
  FIVEFOLD,
  TENFOLD,
  /** Independent random samples. */
  NOISE,
  LOUD_NOISE,
  /** A baseline that wanders away and does not return. */
  WALK,
  /** Movement that is about as quick, or as even, as a pulse. */
  MOTION,
  SHAKING,
  /** A jump of the baseline. */
  JUMP_UP,
  JUMP_DOWN,
  /** No contact. */
  FLAT,
  NEARLY_FLAT,
  /** At the limit of the range, returning at once or slowly; from limit to limit. */
  RAIL,
  SLOWLY_OFF_THE_RAIL,
  RAIL_TO_RAIL,
  HUM,
  SPIKES,
  /** Missing samples, all or at intervals. */
  NO_NUMBERS,
  GAP,
  HOLES;

  static final double START = 20;
  static final double END = 25;

  /** The wave with the disturbance. */
  List<PulseSample> on(List<PulseSample> wave, double rateHz) {
    Random random = new Random(5);
    double[] state = {0};
    return wave.stream()
        .filter(sample -> this != GAP || !isDuring(seconds(sample)))
        .map(
            s ->
                new PulseSample(s.timeNanos(), value(s.value(), seconds(s), rateHz, random, state)))
        .toList();
  }

  private double value(double value, double t, double rateHz, Random random, double[] state) {
    boolean during = isDuring(t);
    boolean after = t >= END;
    return switch (this) {
      case A_FIFTH -> after ? value / 5 : value;
      case A_TENTH -> after ? value / 10 : value;
      case FIVEFOLD -> after ? value * 5 : value;
      case TENFOLD -> after ? value * 10 : value;
      case NOISE -> value + (during ? 3 * random.nextGaussian() : 0);
      case LOUD_NOISE -> value + (during ? 30 * random.nextGaussian() : 0);
      case WALK -> {
        state[0] += during ? 10 * random.nextGaussian() / Math.sqrt(rateHz) : 0;
        yield value + state[0];
      }
      case MOTION -> {
        double kept = Math.exp(-1 / rateHz / 0.15);
        double push = during ? 5 * random.nextGaussian() : 0;
        state[0] = kept * state[0] + Math.sqrt(1 - kept * kept) * push;
        yield value + state[0];
      }
      case SHAKING -> value + (during ? 5 * Math.sin(2 * Math.PI * 2.1 * t) : 0);
      case JUMP_UP -> value + (after ? 10 : 0);
      case JUMP_DOWN -> value - (after ? 10 : 0);
      case FLAT -> during ? 0.3 : value;
      case NEARLY_FLAT -> during ? 0.3 + 0.005 * random.nextGaussian() : value;
      case RAIL -> during ? 8 : value;
      case SLOWLY_OFF_THE_RAIL -> during ? 8 : value + (after ? 8 * Math.exp((END - t) / 0.4) : 0);
      case RAIL_TO_RAIL -> during ? (Math.floor(2 * t) % 2 == 0 ? 8 : -8) : value;
      case HUM -> value + (during ? 5 * Math.sin(2 * Math.PI * 50 * t) : 0);
      case SPIKES -> value + (during && t % 0.4 < 0.02 ? 20 : 0);
      case NO_NUMBERS -> during ? Double.NaN : value;
      case HOLES -> during && t % 0.5 < 0.2 ? Double.NaN : value;
      case GAP -> value;
    };
  }

  private static boolean isDuring(double t) {
    return t >= START && t < END;
  }

  private static double seconds(PulseSample sample) {
    return sample.timeNanos() / 1e9;
  }
}
