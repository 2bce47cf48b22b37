package org.stillpoint.participant;

import java.util.Random;

/**
 * The shape of a pulse wave at the output of a sensor: the second, diastolic wave after the first,
 * and an amplifier that cuts off the top, as that of a PulseSensor does.
 *
 * @param secondShare height of the second wave as a share of the first, 0 to 1
 * @param secondDelaySeconds time from the first peak to the second
 * @param clippedAt share of the usual height above which the top is cut off; 1.5 or more for never
 * @param differentiated whether the amplifier also takes away slow parts, so that the wave swings
 *     below its rest after each peak
 */
public record PulseForm(
    double secondShare, double secondDelaySeconds, double clippedAt, boolean differentiated) {
  private static final double NEVER = 2;

  /** A moderate second wave, not clipped. */
  public static final PulseForm USUAL = new PulseForm(0.32, 0.48 - 0.25, NEVER, false);

  /** Refuses shares and delays that no pulse has. */
  public PulseForm {
    if (!(secondShare >= 0 && secondShare <= 1)) {
      throw new IllegalArgumentException("share of the second wave: " + secondShare);
    }
    if (!(secondDelaySeconds >= 0.1 && secondDelaySeconds <= 0.5)) {
      throw new IllegalArgumentException("delay of the second wave: " + secondDelaySeconds);
    }
    if (!(clippedAt >= 0.3)) {
      throw new IllegalArgumentException("clipped at: " + clippedAt);
    }
  }

  /**
   * A strong second wave and a clipped top: what a PulseSensor can make of a finger.
   *
   * @param secondShare height of the second wave, 0 to 1
   */
  public static PulseForm strong(double secondShare) {
    return new PulseForm(secondShare, USUAL.secondDelaySeconds, 0.6, true);
  }

  /** The shape of one member of a family: moderate, and clipped a little in one of five. */
  static PulseForm drawn(Random random) {
    double share = 0.45 * random.nextDouble();
    double delay = 0.19 + 0.09 * random.nextDouble();
    double clip = random.nextDouble();
    return new PulseForm(share, delay, clip < 0.2 ? 0.8 + clip : NEVER, false);
  }
}
