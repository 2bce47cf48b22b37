package org.stillpoint.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import org.stillpoint.signal.PulseSample;

/**
 * Makes electrocardiograms whose beats are known. Each beat is a sum of bells (McSharry et al.
 * 2003, doi 10.1109/TBME.2003.808805): P wave, Q, R and S deflection, T wave; beat times are those
 * of the R peak, whose height is one. The same settings always give the same wave.
 */
public final class EcgWaves {
  private static final double BREATHS_PER_SECOND = 0.25;
  private static final double HUM_HZ = 50;

  /** A beat reaches this far into the following and the earlier ones. */
  private static final double REACH_SECONDS = 0.8;

  /** The T wave comes so long after the R peak at one beat per second, and with its root else. */
  private static final double T_DELAY_SECONDS = 0.3;

  private final double rateHz;
  private double seconds = 60;
  private double interval = 0.85;
  private double variability = 0.04;
  private double noise;
  private double wander;
  private double hum;
  private double tWave = 0.25;
  private double pWave = 0.12;
  private double sDepth = 0.2;
  private double steps;
  private double timeJitter;
  private long seed = 1;
  private DoubleUnaryOperator amplitude = t -> 1;
  private DoublePredicate blocked = t -> false;

  /** A wave of 60 s with a breathing rhythm. */
  public EcgWaves(double rateHz) {
    this.rateHz = rateHz;
  }

  /** Length. */
  public EcgWaves seconds(double value) {
    seconds = value;
    return this;
  }

  /** Mean beats per minute. */
  public EcgWaves beatsPerMinute(double value) {
    interval = 60 / value;
    return this;
  }

  /** Swing of the interval with the breath, as a share of it. */
  public EcgWaves variability(double value) {
    variability = value;
    return this;
  }

  /** Standard deviation of white noise on each sample; the R peak has height one. */
  public EcgWaves noise(double value) {
    noise = value;
    return this;
  }

  /** Swing of the baseline with the breath and slower; the R peak has height one. */
  public EcgWaves wander(double value) {
    wander = value;
    return this;
  }

  /** Swing of mains hum; the R peak has height one. */
  public EcgWaves hum(double value) {
    hum = value;
    return this;
  }

  /** Height of the T wave, negative for one that points down; the R peak has height one. */
  public EcgWaves tWave(double value) {
    tWave = value;
    return this;
  }

  /** Height of the P wave; the R peak has height one. */
  public EcgWaves pWave(double value) {
    pWave = value;
    return this;
  }

  /** Depth of the S deflection; the R peak has height one. */
  public EcgWaves sDepth(double value) {
    sDepth = value;
    return this;
  }

  /** Steps of the converter to the height of the R peak; zero for none. */
  public EcgWaves steps(double value) {
    steps = value;
    return this;
  }

  /** Standard deviation of the sample times about the even grid, as a share of the spacing. */
  public EcgWaves timeJitter(double value) {
    timeJitter = value;
    return this;
  }

  /** Start of the random numbers. */
  public EcgWaves seed(long value) {
    seed = value;
    return this;
  }

  /**
   * Height of the beat over time in seconds; negative turns it over, zero is a lead that is off.
   */
  public EcgWaves amplitude(DoubleUnaryOperator value) {
    amplitude = value;
    return this;
  }

  /** At which times in seconds a P wave is followed by no complex: the heart pauses. */
  public EcgWaves blocked(DoublePredicate value) {
    blocked = value;
    return this;
  }

  /**
   * Times of the R peaks in seconds whose complex lies in the wave and whose height is not zero.
   */
  public double[] beats() {
    return beatTimes().stream()
        .mapToDouble(Double::doubleValue)
        .filter(
            t ->
                t >= 0.2
                    && t <= seconds - 0.2
                    && amplitude.applyAsDouble(t) != 0
                    && !blocked.test(t))
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
        value += amplitude.applyAsDouble(beats.get(b)) * beat(t - beats.get(b), beats.get(b));
      }
      samples.add(
          new PulseSample(Math.round(t * 1e9), steps > 0 ? Math.rint(steps * value) : value));
    }
    return samples;
  }

  private List<Double> beatTimes() {
    List<Double> beats = new ArrayList<>();
    double t = -interval / 2;
    while (t < seconds + REACH_SECONDS) {
      beats.add(t);
      t += interval * (1 + variability * Math.sin(2 * Math.PI * BREATHS_PER_SECOND * t));
    }
    return beats;
  }

  private double baseline(double t) {
    double breath = Math.sin(2 * Math.PI * BREATHS_PER_SECOND * t + 1);
    double slow = Math.sin(2 * Math.PI * 0.03 * t);
    return wander * (0.5 * breath + slow) + hum * Math.sin(2 * Math.PI * HUM_HZ * t);
  }

  /** One beat about its R peak. */
  private double beat(double t, double beatSeconds) {
    double stretch = Math.sqrt(interval);
    double atrial = pWave * bell(t + 0.16 * stretch, 0.022);
    if (blocked.test(beatSeconds)) {
      return atrial;
    }
    return atrial
        - 0.1 * bell(t + 0.028, 0.008)
        + bell(t, 0.011)
        - sDepth * bell(t - 0.03, 0.009)
        + tWave * bell(t - T_DELAY_SECONDS * stretch, 0.045 * stretch);
  }

  private static double bell(double t, double width) {
    double u = t / width;
    return Math.exp(-u * u / 2);
  }
}
