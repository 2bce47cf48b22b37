package org.stillpoint.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.stillpoint.signal.PulseSample;

/**
 * Makes pulse waves whose beats are known. Each beat is a bell that rises faster than it falls, and
 * a smaller one after it, the dicrotic wave; beat times are those of the steepest rise. The same
 * settings always give the same wave.
 */
public final class PulseWaves {
  private static final double RISE_SECONDS = 0.06;
  private static final double FALL_SECONDS = 0.13;
  private static final double DICROTIC_DELAY_SECONDS = 0.33;
  private static final double DICROTIC_SECONDS = 0.07;
  private static final double BREATHS_PER_SECOND = 0.25;

  /** A beat reaches this far into the following ones. */
  private static final double REACH_SECONDS = 1;

  private final double rateHz;
  private double seconds = 60;
  private double interval = 0.85;
  private double variability = 0.04;
  private double noise;
  private double wander;
  private double dicrotic = 0.25;
  private double dicroticDelay = DICROTIC_DELAY_SECONDS;
  private DoubleUnaryOperator dicroticAt = t -> 1;
  private double width = 1;
  private double ceiling = Double.POSITIVE_INFINITY;
  private double pairing = 1;
  private double second = 1;
  private double timeJitter;
  private long seed = 1;
  private DoubleUnaryOperator amplitude = t -> 1;

  /** A wave of 60 s, height one, with a breathing rhythm and a small dicrotic wave. */
  public PulseWaves(double rateHz) {
    this.rateHz = rateHz;
  }

  /** Length. */
  public PulseWaves seconds(double value) {
    seconds = value;
    return this;
  }

  /** Mean beats per minute. */
  public PulseWaves beatsPerMinute(double value) {
    interval = 60 / value;
    return this;
  }

  /** Swing of the interval with the breath, as a share of it. */
  public PulseWaves variability(double value) {
    variability = value;
    return this;
  }

  /** Standard deviation of white noise on each sample; the pulse has height one. */
  public PulseWaves noise(double value) {
    noise = value;
    return this;
  }

  /** Swing of the baseline with the breath and slower; the pulse has height one. */
  public PulseWaves wander(double value) {
    wander = value;
    return this;
  }

  /** Height of the dicrotic wave; the pulse has height one. */
  public PulseWaves dicrotic(double value) {
    dicrotic = value;
    return this;
  }

  /** Delay of the top of the dicrotic wave after that of the pulse, in seconds. */
  public PulseWaves dicroticDelay(double value) {
    dicroticDelay = value;
    return this;
  }

  /** Height of the dicrotic wave over time, relative to the height that was set. */
  public PulseWaves dicroticAt(DoubleUnaryOperator value) {
    dicroticAt = value;
    return this;
  }

  /** Duration of the rise and the fall of both waves, relative to the usual one. */
  public PulseWaves width(double value) {
    width = value;
    return this;
  }

  /** Cuts off what is higher than this; the pulse has height one. */
  public PulseWaves clippedAt(double value) {
    ceiling = value;
    return this;
  }

  /**
   * Beats in pairs: a pulse in two.
   *
   * @param interval from the first to the second beat of a pair, relative to the mean interval
   * @param height of every second beat
   */
  public PulseWaves paired(double interval, double height) {
    pairing = interval;
    second = height;
    return this;
  }

  /** Standard deviation of the sample times about the even grid, as a share of the spacing. */
  public PulseWaves timeJitter(double value) {
    timeJitter = value;
    return this;
  }

  /** Start of the random numbers. */
  public PulseWaves seed(long value) {
    seed = value;
    return this;
  }

  /** Height of the pulse over time in seconds; zero is a sensor without a finger. */
  public PulseWaves amplitude(DoubleUnaryOperator value) {
    amplitude = value;
    return this;
  }

  /** Beat times in seconds whose whole rise lies in the wave and whose height is not zero. */
  public double[] beats() {
    return beatTimes().stream()
        .mapToDouble(Double::doubleValue)
        .filter(t -> t >= 0.2 && t <= seconds - 0.2 && amplitude.applyAsDouble(t) != 0)
        .toArray();
  }

  /** The wave. */
  public List<PulseSample> samples() {
    Random random = new Random(seed);
    List<Double> beats = beatTimes();
    List<PulseSample> samples = new ArrayList<>();
    int firstBeat = 0;
    for (int i = 0; i < seconds * rateHz; i++) {
      double jitter =
          timeJitter == 0 ? 0 : timeJitter * Math.max(-2, Math.min(2, random.nextGaussian()));
      double t = (i + jitter) / rateHz;
      while (firstBeat < beats.size() && beats.get(firstBeat) < t - REACH_SECONDS) {
        firstBeat++;
      }
      double value = noise * random.nextGaussian() + baseline(t);
      for (int b = firstBeat; b < beats.size() && beats.get(b) < t + REACH_SECONDS; b++) {
        double height = b % 2 == 1 ? second : 1;
        value += amplitude.applyAsDouble(beats.get(b)) * height * pulse(t - beats.get(b), t);
      }
      value = Math.min(value, ceiling);
      samples.add(new PulseSample(Math.round(t * 1e9), value));
    }
    return samples;
  }

  private List<Double> beatTimes() {
    List<Double> beats = new ArrayList<>();
    double t = -interval / 2;
    while (t < seconds + REACH_SECONDS) {
      double share = beats.size() % 2 == 0 ? pairing : 2 - pairing;
      beats.add(t);
      t += share * interval * (1 + variability * Math.sin(2 * Math.PI * BREATHS_PER_SECOND * t));
    }
    return beats;
  }

  private double baseline(double t) {
    double breath = Math.sin(2 * Math.PI * BREATHS_PER_SECOND * t + 1);
    double slow = Math.sin(2 * Math.PI * 0.03 * t);
    return wander * (0.5 * breath + slow);
  }

  /** One beat; a bell is steepest one standard deviation before its top. */
  private double pulse(double t, double now) {
    double top = t - width * RISE_SECONDS;
    double systolic = bell(top, width * (top < 0 ? RISE_SECONDS : FALL_SECONDS));
    double second = dicrotic * dicroticAt.applyAsDouble(now);
    return systolic + second * bell(top - dicroticDelay, width * DICROTIC_SECONDS);
  }

  private static double bell(double t, double width) {
    double u = t / width;
    return Math.exp(-u * u / 2);
  }
}
