package org.stillpoint.beat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stillpoint.signal.Beat;

/**
 * A pulse wave (photoplethysmogram). A beat is where the wave rises most steeply, refined between
 * samples. That time jitters less than the rounded peak: on ten camera records it agreed better
 * with a chest strap than any peak. Up to 50 ms of samples may be missing; a beat whose rise
 * touches the hole is marked. Belongs to one thread.
 *
 * <p>Slope of a local line: Savitzky and Golay 1964, doi 10.1021/ac60214a047. Shape against a
 * running template: Orphanidou et al. 2015, doi 10.1109/JBHI.2014.2338351. Adaptive falling
 * threshold: Zong et al. 2003, doi 10.1109/CIC.2003.1291140.
 */
final class PulseWave implements WaveModel {
  /** Number of slopes kept, about five seconds; a power of two. */
  private static final int TRACK_STEPS = 512;

  /**
   * Share of its steepness that a rise counts for if its shape is entirely unlike the usual one.
   * Noise must then be much steeper than a beat to be taken for one, but a pulse whose shape has
   * changed is still found.
   */
  private static final double UNLIKE_SHARE = 0.2;

  /** Likeness from which a low rise is a pulse; noise rarely reaches it. */
  private static final double CLEAR_PULSE = 0.8;

  private final SampleRing samples;
  private final SlopeKernel kernel = new SlopeKernel(SlopeKernel.HALF_WIDTH_NANOS);
  private final SlopeTrack track = new SlopeTrack(TRACK_STEPS);
  private final ShapeMemory shapes = new ShapeMemory();
  private final DiastolicWave diastolic = new DiastolicWave(track);
  private final QualityJudge judge;

  PulseWave(SampleRing samples) {
    this.samples = samples;
    this.judge = new QualityJudge(samples, track, shapes);
  }

  @Override
  public ThresholdProfile profile() {
    return ThresholdProfile.PULSE;
  }

  @Override
  public long stepNanos() {
    return SlopeTrack.STEP_NANOS;
  }

  @Override
  public long halfWidthNanos() {
    return SlopeKernel.HALF_WIDTH_NANOS;
  }

  @Override
  public void begin(long grid) {
    track.restart(grid);
    diastolic.clear();
    judge.restart();
  }

  @Override
  public void addSlope(long from, long centreNanos) {
    kernel.measure(samples, from, centreNanos);
    track.add(kernel.slope(), kernel.scatter());
  }

  /**
   * Never more: a pulse is complete when it is decided. To wait for the larger of two bumps as well
   * would make noise look more alike, and more of it would be trusted.
   */
  @Override
  public double approaching() {
    return 0;
  }

  @Override
  public @Nullable Rise newRise() {
    long newest = track.end() - 1;
    return Rise.isBehind(track, newest) ? Rise.behind(track, newest) : null;
  }

  /** Reduces the strength of a rise that is less similar to a beat than recent beats are. */
  @Override
  public Rise weighed(Rise rise, double usualStrength) {
    double likeness = shapes.similarity(track, rise);
    double usual = shapes.usualSimilarity();
    double share = usual > 0 ? Math.max(0, Math.min(1, likeness / usual)) : 1;
    return rise.weighing(rise.slope() * (UNLIKE_SHARE + (1 - UNLIKE_SHARE) * share), likeness);
  }

  @Override
  public boolean standsOut(Rise rise) {
    return rise.likeness() >= CLEAR_PULSE;
  }

  @Override
  public DiastolicWave diastolic() {
    return diastolic;
  }

  @Override
  public void learn(List<Rise> beats) {
    judge.learn(beats);
  }

  @Override
  public boolean isQuiet(double strength) {
    return false; // between beats a pulse wave is not quiet: another rise may be part of a beat
  }

  @Override
  public Beat judge(Rise rise) {
    return judge.judge(rise, diastolic.isSuspect());
  }
}
