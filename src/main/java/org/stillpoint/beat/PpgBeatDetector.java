package org.stillpoint.beat;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stillpoint.signal.Beat;
import org.stillpoint.signal.PulseSample;

/**
 * Finds the heartbeats in a pulse wave (photoplethysmogram) as it comes in.
 *
 * <p>The beat's time is that of the steepest rise, refined between samples. It jitters less than
 * the rounded peak: on ten camera records the steepest rise agreed better with a chest strap than
 * any peak. Each beat carries a quality; in noise there may be beats, but they are poor.
 *
 * <p>Any rate from 25 to 1000 Hz will do, and it is not asked for: the sample times tell. They may
 * be slightly irregular. Up to 50 ms of samples may be missing; a beat whose rise touches the hole
 * says so. A silence of more than 300 ms counts as a gap even if nobody called {@link #restart}.
 * Scale and offset of the values do not matter; values that are not finite are left out like lost
 * samples.
 *
 * <p>Beats come in time order. The first 3 s after the beginning or a gap are for learning, and
 * their beats come at its end; after that a beat comes no later than the sample 300 ms after it.
 * <b>An instance belongs to one thread.</b>
 *
 * <p>Slope of a local line: Savitzky and Golay 1964, doi 10.1021/ac60214a047. Shape against a
 * running template: Orphanidou et al. 2015, doi 10.1109/JBHI.2014.2338351. The adaptive threshold
 * with its falling bar goes back to Zong et al. 2003, doi 10.1109/CIC.2003.1291140.
 */
public final class PpgBeatDetector implements BeatDetector {
  /** With the bell before and after it: just under 3 s. */
  private static final long LEARNING_STEPS = 280;

  /** Kept slopes, about five seconds; a power of two. */
  private static final int TRACK_STEPS = 512;

  /** Longer than a systolic rise: what is bridged by a straight line is no pulse wave any more. */
  private static final long LONGEST_HOLE_NANOS = 300_000_000L;

  private final SampleRing samples = new SampleRing();
  private final SlopeKernel kernel = new SlopeKernel(SlopeKernel.HALF_WIDTH_NANOS);
  private final SlopeTrack track = new SlopeTrack(TRACK_STEPS);
  private final AdaptiveThreshold threshold = new AdaptiveThreshold(BarCourse.PULSE);
  private final BeatPicker picker = new BeatPicker(threshold, BeatPicker.HOLD_STEPS);
  private final Learning learning = new Learning(threshold, picker);
  private final QualityJudge judge = new QualityJudge(samples, track);
  private boolean learned;

  /** Number of the last sample not after the beginning of the next bell. */
  private long bellFrom;

  /** Creates a detector that has heard nothing yet. */
  public PpgBeatDetector() {}

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
        centre + SlopeKernel.HALF_WIDTH_NANOS <= sample.timeNanos();
        centre = nextCentre()) {
      while (samples.time(bellFrom + 1) <= centre - SlopeKernel.HALF_WIDTH_NANOS) {
        bellFrom++;
      }
      kernel.measure(samples, bellFrom, centre);
      track.add(kernel.slope(), kernel.scatter());
      step(track.end() - 1, out);
    }
  }

  @Override
  public void restart(Consumer<Beat> out) {
    if (!learned && !learning.isEmpty()) {
      learn(out);
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
    long firstCentre = first.timeNanos() + SlopeKernel.HALF_WIDTH_NANOS;
    track.restart(-Math.floorDiv(-firstCentre, SlopeTrack.STEP_NANOS));
    learning.restart(track.end());
    picker.clear();
    judge.restart();
    bellFrom = samples.end();
  }

  private long nextCentre() {
    return track.end() * SlopeTrack.STEP_NANOS;
  }

  private void step(long grid, Consumer<Beat> out) {
    if (Rise.isBehind(track, grid)) {
      Rise rise = Rise.behind(track, grid);
      if (learned) {
        picker.offer(rise);
      } else {
        learning.add(rise);
      }
    }
    if (!learned && learning.length(grid) >= LEARNING_STEPS) {
      if (learning.isEmpty()) {
        learning.restart(grid);
      } else {
        learn(out);
      }
    }
    if (learned) {
      emit(picker.due(grid), out);
    }
  }

  private void learn(Consumer<Beat> out) {
    List<Rise> beats = learning.beats(track.end());
    judge.learn(beats);
    beats.forEach(beat -> emit(beat, out));
    learned = true;
  }

  private void emit(@Nullable Rise beat, Consumer<Beat> out) {
    if (beat != null) {
      out.accept(judge.judge(beat));
    }
  }
}
