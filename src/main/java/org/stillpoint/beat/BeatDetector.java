package org.stillpoint.beat;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stillpoint.signal.Beat;
import org.stillpoint.signal.PulseSample;
import org.stillpoint.signal.SensorKind;

/**
 * Finds the heartbeats in a pulse wave or an ECG as the samples arrive. It computes slopes on an
 * even time grid, finds rises among the slopes and picks beats among the rises. {@link PulseWave}
 * and {@link EcgWave} hold what is specific to each kind of wave. Every beat carries a quality.
 * Beats may be found in noise, but they are rated poor.
 *
 * <p>The sampling rate is taken from the sample times, which may be slightly irregular. Pulse waves
 * need 25 to 1000 Hz, ECG 75 to 1000 Hz (50 Hz if the signal is clean). More than 300 ms without a
 * sample count as a gap, as if {@link #restart} had been called. Scale and offset of the values do
 * not matter. Values that are not finite, or whose magnitude is 1e100 or more, are skipped like
 * lost samples.
 *
 * <p>Beats are delivered in time order. The first 3 s after the beginning or after a gap are for
 * training; their beats are delivered when training ends. After that a beat is delivered no later
 * than with the sample 300 ms after it. <b>An instance belongs to one thread.</b>
 */
public final class BeatDetector {
  /**
   * Longer than a systolic rise, or than a complex with its neighbours: the straight line across a
   * longer hole could hide a beat.
   */
  private static final long LONGEST_HOLE_NANOS = 300_000_000L;

  /** Counted from the first sample; includes the half kernel at each end. */
  private static final long TRAINING_NANOS = 2_980_000_000L;

  /**
   * How long a rise waits for rivals and for the rest of its shape. Together with a kernel and half
   * a grid step this stays below the promised 300 ms.
   */
  static final long HOLD_NANOS = 200_000_000L;

  /** Shortest time between two beats. */
  private static final long REFRACTORY_NANOS = 200_000_000L;

  /** Time between two checks of whether the training is outdated. */
  private static final long DOUBT_NANOS = 500_000_000L;

  /**
   * If quiet rises are this many times stronger than usual, the usual strength was not that of the
   * heart.
   */
  private static final double OUTDATED = 3;

  /** No sensor sends larger values, and their squares would overflow. */
  private static final double LARGEST_VALUE = 1e100;

  /** About 146 years; sums with later times would overflow. */
  private static final long LATEST_NANOS = Long.MAX_VALUE / 2;

  private final WaveModel wave;
  private final SampleRing samples;
  private final long stepNanos;
  private final long halfWidthNanos;
  private final long trainingSteps;
  private final AdaptiveThreshold threshold;
  private final BeatPicker picker;
  private final ThresholdTraining training;
  private boolean trained;
  private long nextGrid;
  private long lastBeatNanos;

  /** Number of the last sample not after the beginning of the next kernel. */
  private long kernelFrom;

  /**
   * Creates a detector that has seen no sample yet.
   *
   * @param kind kind of the wave; a device that sends intervals has no wave, so either kind will do
   */
  public BeatDetector(SensorKind kind) {
    samples = new SampleRing();
    wave = kind == SensorKind.ECG ? new EcgWave(samples) : new PulseWave(samples);
    stepNanos = wave.stepNanos();
    halfWidthNanos = wave.halfWidthNanos();
    trainingSteps = (TRAINING_NANOS - 2 * halfWidthNanos) / stepNanos;
    threshold = new AdaptiveThreshold(wave);
    picker =
        new BeatPicker(
            threshold,
            (int) (HOLD_NANOS / stepNanos),
            this::weighed,
            () -> trained ? wave.approaching() : 0);
    training = new ThresholdTraining(threshold, picker, wave);
  }

  /**
   * Takes the next sample.
   *
   * @param sample later than the sample before it
   * @param out receives the beats that have become certain, in time order
   * @throws IllegalArgumentException if the sample is not later than the one before it
   */
  public void accept(PulseSample sample, Consumer<Beat> out) {
    if (!isPossible(sample)) {
      return;
    }
    if (!samples.isEmpty()) {
      long sinceLast = sample.timeNanos() - samples.time(samples.end() - 1);
      if (sinceLast <= 0) {
        throw new IllegalArgumentException("sample not later than the one before it: " + sample);
      }
      if (sinceLast > LONGEST_HOLE_NANOS) {
        restart(out);
      }
    }
    if (samples.isEmpty()) {
      start(sample);
    }
    samples.add(sample);
    for (long centre = nextGrid * stepNanos;
        centre + halfWidthNanos <= sample.timeNanos();
        centre = nextGrid * stepNanos) {
      while (samples.time(kernelFrom + 1) <= centre - halfWidthNanos) {
        kernelFrom++;
      }
      wave.addSlope(kernelFrom, centre);
      nextGrid++;
      step(out);
    }
  }

  /**
   * Handles a gap or the end of the signal: delivers the beats still held back and forgets
   * everything, including the rhythm.
   *
   * @param out receives the beats, in time order
   */
  public void restart(Consumer<Beat> out) {
    if (!trained && !training.isEmpty()) {
      train().forEach(beat -> emit(beat, out));
    }
    for (Rise beat = picker.release(); beat != null; beat = picker.release()) {
      emit(beat, out);
    }
    samples.clear();
    trained = false;
  }

  /** Trains on the stored rises and returns the beats among them. */
  private List<Rise> train() {
    trained = false; // shapes learned earlier must not influence the training
    List<Rise> beats = training.beats(nextGrid);
    trained = true;
    wave.learn(beats);
    return beats;
  }

  private void start(PulseSample first) {
    nextGrid = -Math.floorDiv(-(first.timeNanos() + halfWidthNanos), stepNanos);
    kernelFrom = samples.end();
    lastBeatNanos = -LATEST_NANOS;
    training.restart(nextGrid);
    picker.clear();
    wave.begin(nextGrid);
  }

  private void step(Consumer<Beat> out) {
    long grid = nextGrid - 1;
    Rise rise = wave.newRise();
    if (rise != null) {
      training.add(rise);
    }
    if (rise != null && trained) {
      picker.offer(rise);
    }
    if (!trained && training.length(grid) >= trainingSteps) {
      if (training.isEmpty()) {
        training.restart(grid);
      } else {
        train().forEach(beat -> emit(beat, out));
      }
    }
    if (trained) {
      emit(picker.due(grid), out);
      if (nextGrid % (DOUBT_NANOS / stepNanos) == 0) {
        doubt();
      }
    }
  }

  /**
   * Trains again if hum, movement or diastolic waves were taken for beats, so that the heart is
   * found again.
   */
  private void doubt() {
    training.slide(nextGrid - trainingSteps);
    if (wave.diastolic().review(threshold.usualIntervalSeconds())
        || threshold.followsEchoes()
        || isOutdated()) {
      train();
      picker.clear(); // the waiting rises belong to the outdated training
    }
  }

  private boolean isOutdated() {
    double strongest = training.usualStrength(nextGrid);
    return strongest > OUTDATED * threshold.usualStrength() && wave.isQuiet(strongest);
  }

  /** The rise with its strength as a beat. */
  private Rise weighed(Rise rise) {
    return trained ? wave.weighed(rise, threshold.usualStrength()) : rise;
  }

  private void emit(@Nullable Rise beat, Consumer<Beat> out) {
    if (beat != null && beat.timeNanos() > lastBeatNanos + REFRACTORY_NANOS) {
      lastBeatNanos = beat.timeNanos();
      out.accept(wave.judge(beat));
    }
  }

  private static boolean isPossible(PulseSample sample) {
    return Math.abs(sample.value()) < LARGEST_VALUE
        && sample.timeNanos() > -LATEST_NANOS
        && sample.timeNanos() < LATEST_NANOS;
  }
}
