package org.stillpoint.participant;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A virtual person with a finger on a pulse sensor. Beats follow from integral pulse frequency
 * modulation: the heart beats whenever the integral of its rate has grown by one. Each beat causes
 * a pulse with a dicrotic wave. The same family and seed give the same person on every computer.
 *
 * <p>Belongs to one thread.
 */
public final class VirtualPerson {

  /**
   * A true heartbeat.
   *
   * @param seconds when the heart beat
   * @param arousal hidden arousal at that moment
   * @param early whether it came before its time, as an extra beat
   */
  public record TrueBeat(double seconds, double arousal, boolean early) {}

  /** Time from a beat to the steepest rise of its pulse: transit and the shape of the pulse. */
  public static final double RISE_DELAY_SECONDS = 0.25 - 0.07 * Math.sqrt(0.5);

  private static final double STEP_SECONDS = 0.002;

  /** Coarse enough to simulate thousands of people, fine enough to place a beat within 1 ms. */
  public static final double COARSE_STEP_SECONDS = 0.02;

  private static final long NOISE_SALT = 1000;
  private static final long CONTACT_SALT = 1001;
  private static final long LUNGS_SALT = 1002;

  /**
   * Twins beat at different times, and their bodies must not take different random numbers because
   * of it.
   */
  private static final long EARLY_SALT = 1003;

  private static final double PEAK_SECONDS = 0.25;
  private static final double PEAK_WIDTH = 0.07;
  private static final double DICROTIC_SECONDS = 0.48;
  private static final double DICROTIC_WIDTH = 0.09;
  private static final double DICROTIC_SHARE = 0.32;
  private static final double PULSE_ENDS_SECONDS = 0.9;
  private static final double EARLY_BEAT_CHANCE = 0.002;
  private static final double EARLY_AT = 0.62;

  /** No more pulses than this overlap at one moment, however fast the heart. */
  private static final int MOST_PULSES = 8;

  private record Pulse(double seconds, double height, double width) {}

  private final Random random;
  private final Random noise;
  private final Random earlyBeats;
  private final double stepSeconds;
  private final Autonomic body;
  private final Contact contact;
  private final Consumer<TrueBeat> truth;
  private final OuNoise wander = new OuNoise(4, 12);
  private final ArrayDeque<Pulse> pulses = new ArrayDeque<>();
  private final double height;
  private double wanderNow;
  private double integral;
  private double nextBeatAt = 1;
  private boolean earlyNext;
  private long beats;
  private double beatSeconds;
  private double previousBeatSeconds;
  private double seconds;

  /**
   * A person at time 0.
   *
   * @param family what kind of person
   * @param seed which one of them
   * @param truth receives every beat when it happens
   */
  public VirtualPerson(Family family, long seed, Consumer<TrueBeat> truth) {
    this(family, seed, null, STEP_SECONDS, truth);
  }

  /**
   * A person at time 0.
   *
   * @param coarse whether the body is simulated in steps of {@link #COARSE_STEP_SECONDS}
   */
  static VirtualPerson of(Family family, long seed, boolean coarse, Consumer<TrueBeat> truth) {
    double step = coarse ? COARSE_STEP_SECONDS : STEP_SECONDS;
    return new VirtualPerson(family, seed, null, step, truth);
  }

  /**
   * A person with prescribed breathing; everything else is as in the same person without it.
   *
   * @param family what kind of person
   * @param seed which one of them
   * @param breathing how they breathe; null leaves it to them
   * @param truth receives every beat when it happens
   */
  public VirtualPerson(
      Family family, long seed, @Nullable Breathing breathing, Consumer<TrueBeat> truth) {
    this(family, seed, breathing, STEP_SECONDS, truth);
  }

  /**
   * A person whose body is simulated in steps of a length.
   *
   * @param stepSeconds length of a step; {@link #COARSE_STEP_SECONDS} to simulate many people
   */
  VirtualPerson(
      Family family,
      long seed,
      @Nullable Breathing breathing,
      double stepSeconds,
      Consumer<TrueBeat> truth) {
    this.random = Seeds.random(seed, family.salt());
    this.noise = Seeds.random(seed, NOISE_SALT);
    this.earlyBeats = Seeds.random(seed, EARLY_SALT);
    this.stepSeconds = stepSeconds;
    this.contact = new Contact(family, Seeds.random(seed, CONTACT_SALT));
    this.body = new Autonomic(family, random, Seeds.random(seed, LUNGS_SALT), breathing);
    this.truth = truth;
    this.height = 180 + 120 * random.nextDouble();
    this.integral = random.nextDouble();
  }

  /**
   * The pulse wave at a later moment.
   *
   * @param atSeconds not earlier than in the last call
   * @return the wave in units of a 10-bit converter, 0 to 1023
   */
  public int sample(double atSeconds) {
    advance(atSeconds);
    if (!contact.at(atSeconds)) {
      return (int) Math.max(0, Math.min(1023, Math.round(400 + 12 * noise.nextGaussian())));
    }
    double value = 480 + 14 * body.pulseShare() * body.breath() + wanderNow;
    for (Iterator<Pulse> each = pulses.iterator(); each.hasNext(); ) {
      Pulse pulse = each.next();
      double since = atSeconds - pulse.seconds;
      if (since > PULSE_ENDS_SECONDS) {
        each.remove();
      } else {
        value += pulse.height * shape(since, pulse.width);
      }
    }
    value += 1.5 * noise.nextGaussian();
    return (int) Math.max(0, Math.min(1023, Math.round(value)));
  }

  /** Advances to a later moment without a sample of the wave. */
  void advance(double atSeconds) {
    while (seconds + stepSeconds <= atSeconds) {
      step();
    }
    while (pulses.size() > MOST_PULSES) {
      pulses.remove();
    }
  }

  /** The person hears this from now on. */
  public void hears(Stimulus heard) {
    body.hears(heard);
  }

  /** The rate of a breath pacer that the person hears; empty when it is off. */
  public void paced(OptionalDouble breathsPerMinute) {
    body.paced(breathsPerMinute);
  }

  /** Hidden arousal: 1 in the baseline, 0 wholly settled. */
  public double arousal() {
    return body.arousal();
  }

  /** Whether the mind is restless in the present silence, which pacing should avoid. */
  public boolean restless() {
    return body.restless();
  }

  /**
   * Whether the sensor touches the skin at a moment, which must not be earlier than in the last
   * call.
   */
  boolean touches(double atSeconds) {
    return contact.at(atSeconds);
  }

  /**
   * Number of breaths so far, with fractions; its increase over a minute is the true breathing
   * rate.
   */
  public double breaths() {
    return body.breaths();
  }

  /** Number of beats so far. */
  long beats() {
    return beats;
  }

  /** Time of the last beat; 0 before the first beat. */
  double beatSeconds() {
    return beatSeconds;
  }

  /** Time of the beat before the last; 0 before the second beat. */
  double previousBeatSeconds() {
    return previousBeatSeconds;
  }

  private void step() {
    double before = integral;
    double rate = body.step(stepSeconds);
    integral += rate * stepSeconds;
    wanderNow = wander.step(stepSeconds, random);
    if (integral >= nextBeatAt) {
      double share = (nextBeatAt - before) / (integral - before);
      beat(seconds + share * stepSeconds);
    }
    seconds += stepSeconds;
  }

  private void beat(double at) {
    boolean early = earlyNext;
    beats++;
    previousBeatSeconds = beatSeconds;
    beatSeconds = at;
    truth.accept(new TrueBeat(at, body.arousal(), early));
    double swing = 0.06 * body.pulseShare() * body.breath();
    pulses.add(new Pulse(at, height * (early ? 0.7 : 1) * (1 + swing), body.pulseWidth()));
    // After an early beat the heart waits for the beat that would have come anyway.
    nextBeatAt += early ? 2 - EARLY_AT : 1;
    earlyNext = !early && earlyBeats.nextDouble() < EARLY_BEAT_CHANCE;
    if (earlyNext) {
      nextBeatAt -= 1 - EARLY_AT;
    }
  }

  private static double shape(double since, double width) {
    double fromPeak = since - PEAK_SECONDS;
    double systolic = (fromPeak < 0 ? fromPeak : fromPeak / width) / PEAK_WIDTH;
    double dicrotic = (since - DICROTIC_SECONDS * width) / (DICROTIC_WIDTH * width);
    return StrictMath.exp(-systolic * systolic)
        + DICROTIC_SHARE * StrictMath.exp(-dicrotic * dicrotic);
  }
}
