package org.stillpoint.beat;

import java.util.function.Consumer;
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
 * Scale and offset of the values do not matter; values that are not finite, or beyond 1e100, are
 * left out like lost samples.
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
  private final BeatFinder finder;

  /** Creates a detector that has heard nothing yet. */
  public PpgBeatDetector() {
    SampleRing samples = new SampleRing();
    finder = new BeatFinder(new PulseWave(samples), samples);
  }

  @Override
  public void accept(PulseSample sample, Consumer<Beat> out) {
    finder.accept(sample, out);
  }

  @Override
  public void restart(Consumer<Beat> out) {
    finder.restart(out);
  }

  @Override
  public void finish(Consumer<Beat> out) {
    finder.restart(out);
  }
}
