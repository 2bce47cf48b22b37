package org.stillpoint.beat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stillpoint.signal.Beat;
import org.stillpoint.signal.PulseSample;

/**
 * Finds the heartbeats in an electrocardiogram of one lead as it comes in.
 *
 * <p>The beat's time is that of the dominant deflection of the complex, the R peak of most leads,
 * refined between samples; whether the complexes point up or down is found out. Each beat carries a
 * quality; in noise there may be beats, but they are poor.
 *
 * <p>Any rate from 100 to 1000 Hz will do, and it is not asked for: the sample times tell. They may
 * be slightly irregular. A complex that touches a hole in the samples says so. A silence of more
 * than 300 ms counts as a gap even if nobody called {@link #restart}. Scale and offset of the
 * values do not matter; values that are not finite are left out like lost samples.
 *
 * <p>Beats come in time order. The first 3 s after the beginning or a gap are for learning, and
 * their beats come at its end; after that a beat comes no later than the sample 300 ms after it.
 * <b>An instance belongs to one thread.</b>
 *
 * <p>Band of the complex and search for what is overdue: Pan and Tompkins 1985, doi
 * 10.1109/TBME.1985.325532. Bar between two complexes: Hamilton and Tompkins 1986, doi
 * 10.1109/TBME.1986.325695. Shape against a running template: Orphanidou et al. 2015, doi
 * 10.1109/JBHI.2014.2338351.
 */
public final class EcgBeatDetector implements BeatDetector {
  /** With the bells before and after it: just under 3 s. */
  private static final long LEARNING_STEPS = 570;

  /** Longer than a complex with its neighbours: a straight line in its place may hide a beat. */
  private static final long LONGEST_HOLE_NANOS = 300_000_000L;

  /**
   * Half the width of the bell. Its standard deviation is a third of this, 10 ms, which makes the
   * slope most sensitive at 16 Hz.
   */
  private static final long HALF_WIDTH_NANOS = 30_000_000L;

  /**
   * How long a complex is held after it was weighed, in grid steps: 100 ms. Together with the rest
   * of its shape, 100 ms, and the bell this leaves 65 ms of the promised 300 ms for a fiducial
   * before the peak of energy.
   */
  private static final int HOLD_STEPS = 20;

  /** From a complex to its beat, in grid steps. */
  private static final int DECISION_STEPS = HOLD_STEPS + ShapeTemplate.AFTER;

  /** Two beats are not nearer than this, in grid steps: 200 ms. */
  private static final int REFRACTORY_STEPS = 40;

  /** It is asked so often, in grid steps, whether what was learned is outdated: 0.5 s. */
  private static final int DOUBT_STEPS = 100;

  /** Complexes so many times stronger than usual, in quiet: what is usual was no heart. */
  private static final double OUTDATED = 3;

  private final SampleRing samples = new SampleRing();
  private final SlopeKernel kernel = new SlopeKernel(HALF_WIDTH_NANOS);
  private final ComplexTrack track = new ComplexTrack();
  private final AdaptiveThreshold threshold = new AdaptiveThreshold(BarCourse.COMPLEX);
  private final BeatPicker picker = new BeatPicker(threshold, DECISION_STEPS);
  private final Learning learning = new Learning(threshold, picker);
  private final ComplexShapes shapes = new ComplexShapes(track);
  private final ComplexJudge judge = new ComplexJudge(samples, track, shapes);

  /** Peaks of energy whose shape is not complete yet. */
  private final Queue<Rise> waiting = new ArrayDeque<>();

  private boolean learned;

  /** The last beat that was given out. */
  private long lastBeatGrid;

  /** Number of the last sample not after the beginning of the next bell. */
  private long bellFrom;

  /** Creates a detector that has heard nothing yet. */
  public EcgBeatDetector() {}

  @Override
  public void accept(PulseSample sample, Consumer<Beat> out) {
    if (!Double.isFinite(sample.value())) {
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
      begin(sample);
    }
    samples.add(sample);
    for (long centre = nextCentre();
        centre + HALF_WIDTH_NANOS <= sample.timeNanos();
        centre = nextCentre()) {
      while (samples.time(bellFrom + 1) <= centre - HALF_WIDTH_NANOS) {
        bellFrom++;
      }
      track.add(kernel.slope(samples, bellFrom, centre));
      step(out);
    }
  }

  @Override
  public void restart(Consumer<Beat> out) {
    while (!waiting.isEmpty()) {
      weigh(waiting.remove());
    }
    if (!learned && !learning.isEmpty()) {
      learn().forEach(beat -> emit(beat, out));
    }
    emit(picker.release(), out);
    samples.clear();
    learned = false;
  }

  @Override
  public void finish(Consumer<Beat> out) {
    restart(out);
  }

  private void begin(PulseSample first) {
    long firstCentre = first.timeNanos() + HALF_WIDTH_NANOS;
    track.restart(-Math.floorDiv(-firstCentre, ComplexTrack.STEP_NANOS));
    learning.restart(track.end());
    lastBeatGrid = track.end() - REFRACTORY_STEPS - 1;
    picker.clear();
    shapes.clear();
    judge.restart();
    bellFrom = samples.end();
  }

  private long nextCentre() {
    return track.end() * ComplexTrack.STEP_NANOS;
  }

  private void step(Consumer<Beat> out) {
    long grid = track.end() - 1;
    if (track.isPeakBehind()) {
      waiting.add(track.peakBehind());
    }
    while (!waiting.isEmpty() && waiting.element().grid() + ShapeTemplate.AFTER <= grid) {
      weigh(waiting.remove());
    }
    if (!learned && learning.length(grid) >= LEARNING_STEPS) {
      if (learning.isEmpty()) {
        learning.restart(grid);
      } else {
        learn().forEach(beat -> emit(beat, out));
      }
    }
    if (learned) {
      emit(picker.due(grid), out);
      if (grid % DOUBT_STEPS == 0) {
        doubt(grid);
      }
    }
  }

  /** After hum or movement was taken for beats, the heart must be found again: learns anew. */
  private void doubt(long grid) {
    learning.slide(grid - LEARNING_STEPS);
    double strongest = learning.usualStrength(track.end());
    if (strongest > OUTDATED * threshold.usualStrength() && shapes.isQuiet(strongest)) {
      learn();
      picker.clear(); // what it would give out belongs to the past
    }
  }

  private void weigh(Rise peak) {
    learning.add(peak);
    if (learned && peak.slope() >= threshold.at(peak.grid())) {
      // Its shape can only take away from its energy.
      picker.offer(shapes.weighed(peak, threshold.usualStrength()));
    }
  }

  private List<Rise> learn() {
    List<Rise> beats = learning.beats(track.end());
    shapes.learn(beats);
    judge.learn(beats);
    learned = true;
    return beats;
  }

  private void emit(@Nullable Rise beat, Consumer<Beat> out) {
    if (beat != null && beat.grid() > lastBeatGrid + REFRACTORY_STEPS) {
      lastBeatGrid = beat.grid();
      out.accept(judge.judge(beat));
    }
  }
}
