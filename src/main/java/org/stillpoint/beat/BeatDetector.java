package org.stillpoint.beat;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stillpoint.signal.Beat;
import org.stillpoint.signal.PulseSample;
import org.stillpoint.signal.SensorKind;

/**
 * Finds the heartbeats in a pulse wave or an ECG as it comes in: slopes of the samples on an even
 * grid, rises among the slopes, beats among the rises. {@link PulseWave} and {@link EcgWave} say
 * what is special to each kind of wave. Every beat carries a quality. In noise there may be beats,
 * but they are poor.
 *
 * <p>The sampling rate is not asked for: the sample times tell it, and they may be slightly
 * irregular. Pulse waves need 25 to 1000 Hz, ECG 75 to 1000 Hz (50 Hz if the signal is clean). A
 * silence of more than 300 ms counts as a gap even if nobody called {@link #restart}. Scale and
 * offset of the values do not matter. Values that are not finite, or beyond 1e100, are skipped like
 * lost samples.
 *
 * <p>Beats come in time order. The first 3 s after the beginning or a gap are for training, and
 * their beats come at the end of it. After that a beat comes no later than the sample 300 ms after
 * it. <b>An instance belongs to one thread.</b>
 */
public final class BeatDetector {
  /**
   * Longer than a systolic rise, or a complex with its neighbours: a straight line in place of such
   * a hole may hide a beat.
   */
  private static final long LONGEST_HOLE_NANOS = 300_000_000L;

  /** From the first sample on; the kernels at both ends are part of it. */
  private static final long TRAINING_NANOS = 2_980_000_000L;

  /**
   * How long a rise waits for its rivals and the rest of its shape. With a kernel and half a grid
   * step this stays below the promised 300 ms.
   */
  static final long HOLD_NANOS = 200_000_000L;

  /** Two beats are not nearer than this. */
  private static final long REFRACTORY_NANOS = 200_000_000L;

  /** How often it is checked whether the training is outdated. */
  private static final long DOUBT_NANOS = 500_000_000L;

  /** Rises so many times stronger than usual, in quiet: what is usual was no heart. */
  private static final double OUTDATED = 3;

  /** Larger values come from no sensor, and their squares are no numbers any more. */
  private static final double LARGEST_VALUE = 1e100;

  /** About 140 years; sums of later times would overflow. */
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
   * A detector that has seen no sample yet.
   *
   * @param kind of the wave; for a device that sends intervals, and so has no wave, either will do
   */
  public BeatDetector(SensorKind kind) {
    samples = new SampleRing();
    wave = kind == SensorKind.ECG ? new EcgWave(samples) : new PulseWave(samples);
    stepNanos = wave.stepNanos();
    halfWidthNanos = wave.halfWidthNanos();
    trainingSteps = (TRAINING_NANOS - 2 * halfWidthNanos) / stepNanos;
    threshold = new AdaptiveThreshold(wave.profile());
    picker = new BeatPicker(threshold, (int) (HOLD_NANOS / stepNanos), this::weighed);
    training = new ThresholdTraining(threshold, picker);
  }

  /**
   * Takes the next sample.
   *
   * @param sample later than the one before it
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
        throw new IllegalArgumentException("sample not after the one before: " + sample);
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
   * A gap, or the end of the signal: gives out the beats still held back and forgets everything,
   * the rhythm included.
   *
   * @param out receives the beats
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

  /** Trains with the rises that were kept and returns the beats among them. */
  private List<Rise> train() {
    trained = false; // what is known of shapes has no say
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

  /** After hum or movement was taken for beats, the heart must be found again: trains anew. */
  private void doubt() {
    training.slide(nextGrid - trainingSteps);
    if (threshold.followsEchoes() || isOutdated()) {
      train();
      picker.clear(); // what it would give out belongs to the past
    }
  }

  private boolean isOutdated() {
    double strongest = training.usualStrength(nextGrid);
    return strongest > OUTDATED * threshold.usualStrength() && wave.isQuiet(strongest);
  }

  /** A rise with its strength as a beat. */
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
