package org.stillpoint.beat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stillpoint.signal.Beat;

/**
 * An ECG of one lead. A beat is where the wave has most energy. Its time is that of the dominant
 * deflection of the complex, which is the R peak in most leads, refined between samples. The
 * polarity of the complexes is learned. A complex that touches a hole in the samples is marked.
 * Belongs to one thread.
 *
 * <p>Band of the complex and search for an overdue beat: Pan and Tompkins 1985, doi
 * 10.1109/TBME.1985.325532. Threshold between two complexes: Hamilton and Tompkins 1986, doi
 * 10.1109/TBME.1986.325695. Shape against a running template: Orphanidou et al. 2015, doi
 * 10.1109/JBHI.2014.2338351.
 */
final class EcgWave implements WaveModel {
  /**
   * Half the width of the kernel. Its standard deviation is a third of this, 10 ms, which makes the
   * slope most sensitive at 16 Hz. The look-ahead is 65 ms below the promised 300 ms, because the
   * fiducial point may precede the peak of energy.
   */
  private static final long HALF_WIDTH_NANOS = 30_000_000L;

  /** Noise, as a share of the strength of a rise, below which the rise stands out. */
  private static final double STANDS_OUT = 0.25;

  private final SampleRing samples;
  private final SlopeKernel kernel = new SlopeKernel(HALF_WIDTH_NANOS);
  private final ComplexTrack track = new ComplexTrack();
  private final ComplexShapes shapes = new ComplexShapes(track);
  private final DiastolicWave diastolic = DiastolicWave.none();
  private final ComplexJudge judge;

  EcgWave(SampleRing samples) {
    this.samples = samples;
    this.judge = new ComplexJudge(samples, track, shapes);
  }

  @Override
  public ThresholdProfile profile() {
    return ThresholdProfile.COMPLEX;
  }

  @Override
  public long stepNanos() {
    return ComplexTrack.STEP_NANOS;
  }

  @Override
  public long halfWidthNanos() {
    return HALF_WIDTH_NANOS;
  }

  @Override
  public void begin(long grid) {
    track.restart(grid);
    shapes.clear();
    judge.restart();
  }

  @Override
  public void addSlope(long from, long centreNanos) {
    track.add(kernel.slope(samples, from, centreNanos));
  }

  @Override
  public double approaching() {
    return track.lastBend() >= track.firstBend() ? track.energy(track.lastBend()) : 0;
  }

  @Override
  public @Nullable Rise newRise() {
    return track.isPeakBehind() ? track.peakBehind() : null;
  }

  @Override
  public Rise weighed(Rise peak, double usualStrength) {
    return shapes.weighed(peak, usualStrength);
  }

  @Override
  public boolean standsOut(Rise rise) {
    return track.noise() < STANDS_OUT * rise.slope();
  }

  /** The T wave is told from a beat by its energy. */
  @Override
  public DiastolicWave diastolic() {
    return diastolic;
  }

  @Override
  public void learn(List<Rise> beats) {
    shapes.learn(beats);
    judge.learn(beats);
  }

  @Override
  public boolean isQuiet(double strength) {
    return shapes.isQuiet(strength);
  }

  @Override
  public Beat judge(Rise rise) {
    return judge.judge(rise);
  }
}
