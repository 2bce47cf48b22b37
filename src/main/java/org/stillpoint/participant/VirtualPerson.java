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
  public static final double COARSE_STEP_SECONDS = 0.04;

  private static final long NOISE_SALT = 1000;
  private static final long CONTACT_SALT = 1001;

  /**
   * Twins beat at different times, and their bodies must not take different random numbers because
   * of it.
   */
  private static final long EARLY_SALT = 1003;

  private static final long TRAITS_SALT = 1005;

  private static final double PEAK_SECONDS = 0.25;
  private static final double PEAK_WIDTH = 0.07;
  private static final double SECOND_WIDTH = 0.09;
  private static final double PULSE_ENDS_SECONDS = 0.9;
  private static final double SLOW_PART_SECONDS = 0.4;
  private static final double AMPLIFIED = 1.3;
  private static final double MOVEMENT = 120;
  private static final int EARLY_EVERY = 20;
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
  private final OuNoise wander;
  private final PulseForm form;
  private final double earlyChance;
  private final boolean regularlyEarly;
  private final ArrayDeque<Pulse> pulses = new ArrayDeque<>();
  private final double height;
  private double wanderNow;
  private double slowPart;
  private double sampledSeconds;
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
    this(family, seed, null, null, STEP_SECONDS, truth);
  }

  /**
   * A person at time 0.
   *
   * @param form the shape of the pulse wave; null for the person's own
   * @param coarse whether the body is simulated in steps of {@link #COARSE_STEP_SECONDS}
   */
  static VirtualPerson of(
      Family family,
      long seed,
      @Nullable PulseForm form,
      boolean coarse,
      Consumer<TrueBeat> truth) {
    double step = coarse ? COARSE_STEP_SECONDS : STEP_SECONDS;
    return new VirtualPerson(family, seed, null, form, step, truth);
  }

  /**
   * A person with prescribed breathing and a plain heart, to measure what only breathing does:
   * heart rates of 62 to 76, RSA of 3 to 5 %, and little else that varies. Without a prescription
   * the person is as different from others as people are.
   *
   * @param family what kind of person
   * @param seed which one of them
   * @param breathing how they breathe; null leaves it to them
   * @param truth receives every beat when it happens
   */
  public VirtualPerson(
      Family family, long seed, @Nullable Breathing breathing, Consumer<TrueBeat> truth) {
    this(family, seed, breathing, null, STEP_SECONDS, truth);
  }

  /**
   * A person with another pulse wave than their own; everything else is as in the same person.
   *
   * @param form the shape of the wave
   */
  public static VirtualPerson shaped(
      Family family, long seed, PulseForm form, Consumer<TrueBeat> truth) {
    return new VirtualPerson(family, seed, null, form, STEP_SECONDS, truth);
  }

  private VirtualPerson(
      Family family,
      long seed,
      @Nullable Breathing breathing,
      @Nullable PulseForm form,
      double stepSeconds,
      Consumer<TrueBeat> truth) {
    this.random = Seeds.random(seed, family.salt());
    this.noise = Seeds.random(seed, NOISE_SALT);
    this.earlyBeats = Seeds.random(seed, EARLY_SALT);
    this.stepSeconds = stepSeconds;
    this.contact = new Contact(family, Seeds.random(seed, CONTACT_SALT));
    Traits traits =
        breathing == null
            ? Traits.drawn(family, Seeds.random(seed, TRAITS_SALT + family.salt()))
            : Traits.plain(family, random);
    this.body = new Autonomic(family, traits, seed, random, breathing);
    this.wander = new OuNoise(4, 12, traits.unhurriedSeconds());
    this.form = form == null ? traits.pulse() : form;
    this.earlyChance = traits.heart().earlyChance();
    this.regularlyEarly = family == Family.ECTOPIC;
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
    double wave = 0;
    for (Iterator<Pulse> each = pulses.iterator(); each.hasNext(); ) {
      Pulse pulse = each.next();
      double since = atSeconds - pulse.seconds;
      if (since > PULSE_ENDS_SECONDS) {
        each.remove();
      } else {
        wave += pulse.height * shape(since, pulse.width);
      }
    }
    double value = 480 + 14 * body.pulseShare() * body.breath() + wanderNow;
    value += amplified(wave, atSeconds) + 1.5 * noise.nextGaussian();
    if (body.moves()) {
      value += MOVEMENT * noise.nextGaussian();
    }
    return (int) Math.max(0, Math.min(1023, Math.round(value)));
  }

  private double amplified(double wave, double atSeconds) {
    double since = atSeconds - sampledSeconds;
    sampledSeconds = atSeconds;
    double out = wave;
    if (form.differentiated()) {
      slowPart += (wave - slowPart) * (1 - StrictMath.exp(-since / SLOW_PART_SECONDS));
      out = AMPLIFIED * (wave - slowPart);
    }
    return Math.min(out, form.clippedAt() * height);
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

  /**
   * What comes over the person whatever they hear: an alarm, pain, a movement. {@link Episode#NONE}
   * in families in which nothing does; in someone who sits up, it moves when the return begins.
   */
  public Episode episode() {
    return body.episode();
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
    boolean comesEarly = earlyBeats.nextDouble() < earlyChance;
    earlyNext = regularlyEarly ? beats % EARLY_EVERY == EARLY_EVERY - 1 : !early && comesEarly;
    if (earlyNext) {
      nextBeatAt -= 1 - EARLY_AT;
    }
  }

  private double shape(double since, double width) {
    double fromPeak = since - PEAK_SECONDS;
    double first = (fromPeak < 0 ? fromPeak : fromPeak / width) / PEAK_WIDTH;
    double second =
        (since - (PEAK_SECONDS + form.secondDelaySeconds()) * width) / (SECOND_WIDTH * width);
    return StrictMath.exp(-first * first) + form.secondShare() * StrictMath.exp(-second * second);
  }
}
