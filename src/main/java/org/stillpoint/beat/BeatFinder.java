package org.stillpoint.beat;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stillpoint.signal.Beat;
import org.stillpoint.signal.PulseSample;

/**
 * The way from samples to beats that both kinds of wave go: samples at any spacing, slopes on an
 * even grid, rises among them, beats among these. Learning comes first. Belongs to one thread.
 */
final class BeatFinder {
  /**
   * Longer than a systolic rise, or a complex with its neighbours: a straight line in place of such
   * a hole may hide a beat.
   */
  private static final long LONGEST_HOLE_NANOS = 300_000_000L;

  /** From the first sample on; the bells at both ends are part of it. */
  private static final long LEARNING_NANOS = 2_980_000_000L;

  /**
   * How long a rise waits for its rivals and the rest of its shape. With a bell and half a grid
   * step this stays below the promised 300 ms.
   */
  static final long HOLD_NANOS = 200_000_000L;

  /** Two beats are not nearer than this. */
  private static final long REFRACTORY_NANOS = 200_000_000L;

  /** It is asked so often whether what was learned is outdated. */
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
  private final long learningSteps;
  private final AdaptiveThreshold threshold;
  private final BeatPicker picker;
  private final ThresholdTraining learning;
  private boolean learned;
  private long nextGrid;
  private long lastBeatNanos;

  /** Number of the last sample not after the beginning of the next bell. */
  private long bellFrom;

  /**
   * Creates one that has heard nothing yet.
   *
   * @param samples where the wave finds what is kept of them
   */
  BeatFinder(WaveModel wave, SampleRing samples) {
    this.wave = wave;
    this.samples = samples;
    stepNanos = wave.stepNanos();
    halfWidthNanos = wave.halfWidthNanos();
    learningSteps = (LEARNING_NANOS - 2 * halfWidthNanos) / stepNanos;
    threshold = new AdaptiveThreshold(wave.course());
    picker = new BeatPicker(threshold, (int) (HOLD_NANOS / stepNanos), this::weighed);
    learning = new ThresholdTraining(threshold, picker);
  }

  /** See {@link BeatDetector#accept}. */
  void accept(PulseSample sample, Consumer<Beat> out) {
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
      while (samples.time(bellFrom + 1) <= centre - halfWidthNanos) {
        bellFrom++;
      }
      wave.addSlope(bellFrom, centre);
      nextGrid++;
      step(out);
    }
  }

  /** See {@link BeatDetector#restart}. */
  void restart(Consumer<Beat> out) {
    if (!learned && !learning.isEmpty()) {
      learn().forEach(beat -> emit(beat, out));
    }
    for (Rise beat = picker.release(); beat != null; beat = picker.release()) {
      emit(beat, out);
    }
    samples.clear();
    learned = false;
  }

  /** Learns from the rises that were kept and returns the beats among them. */
  private List<Rise> learn() {
    learned = false; // what is known of shapes has no say
    List<Rise> beats = learning.beats(nextGrid);
    learned = true;
    wave.learn(beats);
    return beats;
  }

  private void start(PulseSample first) {
    nextGrid = -Math.floorDiv(-(first.timeNanos() + halfWidthNanos), stepNanos);
    bellFrom = samples.end();
    lastBeatNanos = -LATEST_NANOS;
    learning.restart(nextGrid);
    picker.clear();
    wave.begin(nextGrid);
  }

  private void step(Consumer<Beat> out) {
    long grid = nextGrid - 1;
    Rise rise = wave.newRise();
    if (rise != null) {
      learning.add(rise);
    }
    if (rise != null && learned) {
      picker.offer(rise);
    }
    if (!learned && learning.length(grid) >= learningSteps) {
      if (learning.isEmpty()) {
        learning.restart(grid);
      } else {
        learn().forEach(beat -> emit(beat, out));
      }
    }
    if (learned) {
      emit(picker.due(grid), out);
      if (nextGrid % (DOUBT_NANOS / stepNanos) == 0) {
        doubt();
      }
    }
  }

  /** After hum or movement was taken for beats, the heart must be found again: learns anew. */
  private void doubt() {
    learning.slide(nextGrid - learningSteps);
    if (threshold.followsEchoes() || isOutdated()) {
      learn();
      picker.clear(); // what it would give out belongs to the past
    }
  }

  private boolean isOutdated() {
    double strongest = learning.usualStrength(nextGrid);
    return strongest > OUTDATED * threshold.usualStrength() && wave.isQuiet(strongest);
  }

  /** A rise with its strength as a beat. */
  private Rise weighed(Rise rise) {
    return learned ? wave.weighed(rise, threshold.usualStrength()) : rise;
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
