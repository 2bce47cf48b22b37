package org.stillpoint.beat;

import java.util.function.Consumer;
import org.stillpoint.signal.Beat;
import org.stillpoint.signal.PulseSample;

/**
 * Finds the heartbeats in an electrocardiogram of one lead as it comes in.
 *
 * <p>The beat's time is that of the dominant deflection of the complex, the R peak of most leads,
 * refined between samples; whether the complexes point up or down is found out. Each beat carries a
 * quality; in noise there may be beats, but they are poor.
 *
 * <p>Any rate from 75 to 1000 Hz will do, 50 Hz as long as the signal is clean (below, complexes
 * fall between two samples), and it is not asked for: the sample times tell. They may be slightly
 * irregular. A complex that touches a hole in the samples says so. A silence of more than 300 ms
 * counts as a gap even if nobody called {@link #restart}. Scale and offset of the values do not
 * matter; values that are not finite, or beyond 1e100, are left out like lost samples.
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
  private final BeatFinder finder;

  /** Creates a detector that has heard nothing yet. */
  public EcgBeatDetector() {
    SampleRing samples = new SampleRing();
    finder = new BeatFinder(new EcgWave(samples), samples);
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
