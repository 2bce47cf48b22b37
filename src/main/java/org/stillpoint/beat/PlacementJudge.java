package org.stillpoint.beat;

import org.stillpoint.signal.Placement;
import org.stillpoint.signal.SensorKind;

/**
 * Judges how the sensor sits from the last four seconds alone; {@link PlacementCoach} turns many
 * such verdicts into advice. It remembers the usual height of the pulse, so that a hand that never
 * rests is not taken for a strong pulse. Belongs to one thread.
 */
final class PlacementJudge {
  /** Clipping before this is ignored, and the range of the wave is measured from here on. */
  private static final long RECENT_NANOS = 2_000_000_000L;

  /** Share of the samples at the limits of the range from which beats are lost. */
  private static final double CLIPPED_SHARE = 0.12;

  /** In converter steps, range below which the wave does not move. */
  private static final double FLAT_STEPS = 2;

  /** In converter steps, range below which a pulse cannot be timed well. */
  private static final double WEAK_STEPS = 6;

  /**
   * The same limit as a multiple of the noise deviation; white noise alone has a range of 5 in a
   * second.
   */
  private static final double WEAK_NOISES = 7;

  /** Share of the whole range of the wave from which hum disturbs. */
  private static final double HUM_SHARE = 0.33;

  /** In an ECG, hum hides the small waves first and shifts the peak. */
  private static final double ECG_HUM_SHARE = 0.25;

  /** In converter steps, size below which hum is only quantisation noise. */
  private static final double HUM_STEPS = 4;

  /** Share of the wave in a single tone from which it is not a pulse; a pulse has overtones. */
  private static final double PURE_TONE = 0.95;

  /** Ratio to the usual range of the pulse from which the wave is a movement. */
  private static final double JUMP = 3.5;

  /** The same without a rhythm; the beats of an irregular heart differ by less. */
  private static final double UNEVEN = 1.8;

  /** Share of the usual upstroke below which there is no pulse. */
  private static final double STILL = 0.1;

  /** The same for an irregular wave; without a usual upstroke it is a share of the range. */
  private static final double SLUGGISH = 0.4;

  /** Regularity from which a wave has a rhythm; with good contact it is 0.7 or more. */
  private static final double REGULAR = 0.5;

  /**
   * Regularity from which a pulse may be much larger than before, because the sensor sits better
   * now.
   */
  private static final double EVEN = 0.75;

  /** Regularity below which the cause of the wave, heart or other, cannot be determined. */
  private static final double IRREGULAR = 0.3;

  /** Number of good verdicts behind the usual pulse: twenty seconds. */
  private static final int MEMORY = 41;

  private final SampleRing samples;
  private final PulseBand band;
  private final MainsHum hum;
  private final ClippedShare clipped;
  private final RunningMedian reaches = new RunningMedian(MEMORY);
  private final RunningMedian upstrokes = new RunningMedian(MEMORY);
  private double step;
  private double swing;

  PlacementJudge(SampleRing samples) {
    this.samples = samples;
    this.band = new PulseBand(samples);
    this.hum = new MainsHum(samples);
    this.clipped = new ClippedShare(samples);
  }

  /** Sets the limits of the converter's range. */
  void range(double lowest, double highest) {
    clipped.range(lowest, highest);
  }

  /** Judges the four seconds before the newest sample; the samples must cover them. */
  Placement judge(SensorKind kind) {
    long now = samples.time(samples.end() - 1);
    measureSteps(samples.atOrAfter(now - RECENT_NANOS));
    if (clipped.of(now, step) > CLIPPED_SHARE && now - clipped.lastNanos() < RECENT_NANOS) {
      return Placement.CLIPPED;
    }
    band.measure();
    if (swing == 0 || band.newestRange() < FLAT_STEPS * step) {
      return Placement.NO_CONTACT;
    }
    hum.measure();
    double share = kind == SensorKind.ECG ? ECG_HUM_SHARE : HUM_SHARE;
    if (hum.swing() > share * swing && hum.swing() > HUM_STEPS * step) {
      return Placement.FLICKER;
    }
    return kind == SensorKind.ECG ? Placement.GOOD : pulse();
  }

  /**
   * Measures the smallest difference between two values, and the whole range, from a sample number
   * on.
   */
  private void measureSteps(long from) {
    step = Double.POSITIVE_INFINITY;
    double low = samples.value(from);
    double high = low;
    for (long i = from + 1; i < samples.end(); i++) {
      double value = samples.value(i);
      double difference = Math.abs(value - samples.value(i - 1));
      step = difference > 0 ? Math.min(step, difference) : step;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    swing = high - low;
    step = swing == 0 ? 0 : step;
  }

  private Placement pulse() {
    double reach = band.widestRange();
    boolean odd = hum.foldedSwing() > HUM_SHARE * swing || foldedTone();
    if (reach < WEAK_STEPS * step || reach < WEAK_NOISES * band.noise()) {
      if (odd) {
        return Placement.UNKNOWN;
      }
      return band.regularity(reach) > REGULAR ? Placement.TOO_WEAK : Placement.NO_CONTACT;
    }
    double regularity = band.regularity(Double.POSITIVE_INFINITY);
    if (noUpstroke(regularity, reach)) {
      return Placement.NO_CONTACT;
    }
    if (jumps(regularity, reach)) {
      return Placement.MOVING;
    }
    if (odd || regularity < IRREGULAR) {
      return Placement.UNKNOWN;
    }
    if (regularity > REGULAR) {
      reaches.add(reach);
      upstrokes.add(band.upstroke());
    }
    return Placement.GOOD;
  }

  /** Whether the wave drifts but does not beat. */
  private boolean noUpstroke(double regularity, double reach) {
    double upstroke = band.upstroke();
    if (upstrokes.size() == 0) {
      return regularity < IRREGULAR && upstroke < SLUGGISH * reach;
    }
    double share = upstroke / upstrokes.value();
    return share < STILL || (share < SLUGGISH && regularity < REGULAR);
  }

  /**
   * Whether the range is larger than that of a pulse, and the wave is less even than with a newly
   * placed finger.
   */
  private boolean jumps(double regularity, double reach) {
    return reaches.size() == 0
        ? regularity < REGULAR && reach > JUMP * band.usualRange()
        : (regularity < EVEN && reach > JUMP * reaches.value())
            || (regularity < IRREGULAR && reach > UNEVEN * reaches.value());
  }

  /**
   * Whether the wave is a single tone at a frequency to which hum aliases, which only slow sampling
   * causes.
   */
  private boolean foldedTone() {
    for (double hertz : hum.foldedIntoPulse()) {
      if (hertz > 0 && band.toneShare(hertz) > PURE_TONE) {
        return true;
      }
    }
    return false;
  }
}
