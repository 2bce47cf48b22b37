package org.stillpoint.beat;

import org.stillpoint.signal.Placement;
import org.stillpoint.signal.SensorKind;

/**
 * Says of the last four seconds alone how the sensor sits; the coach makes advice of many such
 * verdicts. It remembers how high the pulse usually is, so that a hand that never rests is not
 * taken for a strong pulse. Belongs to one thread.
 */
final class PlacementJudge {
  /** Evidence older than this has passed. */
  private static final long RECENT_NANOS = 2_000_000_000L;

  /** Share of the time at an end of the range from which beats get lost. */
  private static final double CLIPPED_SHARE = 0.12;

  /** In steps of the converter, a wave that stands still. */
  private static final double FLAT_STEPS = 2;

  /** In steps, a pulse whose time cannot be told well. */
  private static final double WEAK_STEPS = 6;

  /** Reach of a pulse in deviations of the noise; white noise alone reaches 5 within a second. */
  private static final double WEAK_NOISES = 7;

  /** Share of the whole swing from which hum disturbs. */
  private static final double HUM_SHARE = 0.33;

  /** In an ECG the hum hides the small waves first, and moves the peak. */
  private static final double ECG_HUM_SHARE = 0.25;

  /** In steps, hum that is no more than the converter's own unrest. */
  private static final double HUM_STEPS = 4;

  /** Share of the wave that one tone makes; a pulse has overtones. */
  private static final double PURE_TONE = 0.95;

  /** How much further than the pulse a movement reaches. */
  private static final double JUMP = 3.5;

  /** The same while there is no rhythm; beats of a heart out of rhythm differ by less. */
  private static final double UNEVEN = 1.8;

  /** Share of the usual upstroke below which nothing beats. */
  private static final double STILL = 0.1;

  /** The same while the wave is irregular; without a usual one, share of the whole reach. */
  private static final double SLUGGISH = 0.4;

  /** Likeness to itself from which a wave has a rhythm; good contact has 0.7 and more. */
  private static final double REGULAR = 0.5;

  /** Likeness of a pulse that may be so much larger than the one before because it sits better. */
  private static final double EVEN = 0.75;

  /** Below this it cannot be told whether the heart or something else made the wave. */
  private static final double IRREGULAR = 0.3;

  /** How many good verdicts make the usual pulse: twenty seconds. */
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

  /** The converter's range is known. */
  void range(double lowest, double highest) {
    clipped.range(lowest, highest);
  }

  /** Judges the time before the newest sample; four seconds of samples must be there. */
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

  /** Smallest difference between two values, and the whole swing. */
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

  /** Whether the wave reaches further than a pulse does, and not evenly as a new finger would. */
  private boolean jumps(double regularity, double reach) {
    return reaches.size() == 0
        ? regularity < REGULAR && reach > JUMP * band.usualRange()
        : (regularity < EVEN && reach > JUMP * reaches.value())
            || (regularity < IRREGULAR && reach > UNEVEN * reaches.value());
  }

  /** Whether the wave is a lone tone where hum folds to, as only slow sampling makes it. */
  private boolean foldedTone() {
    for (double hertz : hum.foldedIntoPulse()) {
      if (hertz > 0 && band.toneShare(hertz) > PURE_TONE) {
        return true;
      }
    }
    return false;
  }
}
