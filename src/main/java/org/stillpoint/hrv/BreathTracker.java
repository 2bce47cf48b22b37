package org.stillpoint.hrv;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stillpoint.rr.RhythmGuard;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.signal.Beat;
import org.stillpoint.signal.PulseSample;
import org.stillpoint.signal.SensorKind;

/**
 * The breathing rate of the last 60 s, from what breathing does to the heartbeats: their intervals
 * (respiratory sinus arrhythmia) and, where there is a wave, their height, the baseline and, in a
 * pulse wave, their width. Finds 4 to 30 breaths a minute below half the heart rate; faster
 * breathing than that shows at a wrong, slower rate, which nothing that sees beats alone can know.
 *
 * <p>Absent rather than wrong: uneven breathing, hardly any modulation, noise, fibrillation, a
 * Mayer wave alone, a pace that has just changed and holes of more than a fifth of the window give
 * no rate; nor does slow breathing (below 8.5 a minute) that the heart does not follow. Early beats
 * in every few should be labelled: unlabelled they are a rhythm too.
 *
 * <p>Modulations and their fusion: Charlton et al. 2018, doi 10.1109/RBME.2017.2763681; Karlen et
 * al. 2013, doi 10.1109/TBME.2013.2246160. Only modulations with a clear rhythm count, like the
 * respiratory quality indices of Birrenkott et al. 2018, doi 10.1109/TBME.2017.2778265. A spectrum,
 * and no counting of breaths as in Schaefer and Kratky 2008, doi 10.1007/s10439-007-9428-1: beside
 * a belt, counts of uneven breathing agreed in all modulations and were all wrong.
 *
 * <p>Time is given; the same input gives the same output. Belongs to one thread.
 */
public final class BreathTracker {
  /** Length of the window: four breaths at the slowest rate. */
  public static final double SECONDS = 60;

  /** With more artefacts and large changes than this the rhythm is not that of breathing. */
  private static final double MOST_ODD = 0.15;

  /** A longer pause between two beats is no pulse. */
  private static final long LONGEST_PULSE_NANOS = 2_000_000_000L;

  private final Modulation intervals = new Modulation();
  private final Modulation heights = new Modulation();
  private final Modulation baselines = new Modulation();
  private final Modulation widths = new Modulation();
  private final CoarseWave wave = new CoarseWave();
  private final ArrayDeque<RrInterval> rhythm = new ArrayDeque<>();
  private final boolean pulse;
  private @Nullable Beat last;

  /**
   * Creates a tracker that has heard nothing yet.
   *
   * @param kind of the wave; for a device that sends intervals, which has no wave, any will do
   */
  public BreathTracker(SensorKind kind) {
    this.pulse = kind != SensorKind.ECG;
  }

  /** Takes the next interval, corrected as a rule; one that is not usable is a hole. */
  public void interval(RrInterval interval) {
    rhythm.add(interval);
    long start = interval.endNanos() - Math.round(SECONDS * 1e9);
    while (rhythm.getFirst().endNanos() < start) {
      rhythm.remove();
    }
    if (interval.usable()) {
      intervals.add(interval.endNanos(), interval.millis() / 1000, interval.millis());
    }
  }

  /** Takes the next sample of the wave, in the order of time. */
  public void sample(PulseSample sample) {
    wave.add(sample.timeNanos(), sample.value());
  }

  /**
   * Takes the next beat, at most 9 s after the samples of its pulse. The pulse is measured when the
   * beat after it comes.
   */
  public void beat(Beat next) {
    Beat beat = last;
    last = next;
    if (beat == null || !beat.quality().usable()) {
      return;
    }
    long from = beat.timeNanos();
    long to = next.timeNanos();
    if (to <= from || to - from > LONGEST_PULSE_NANOS) {
      return;
    }
    double seconds = (to - from) / 1e9;
    heights.add(to, seconds, beat.amplitude());
    if (pulse) {
      PulseShape shape = PulseShape.of(wave, from, to);
      baselines.add(to, seconds, shape.foot());
      widths.add(to, seconds, shape.widthSeconds());
    } else {
      baselines.add(to, seconds, wave.mean(from, to));
    }
  }

  /** A gap: no pulse crosses it. What was before it still counts until it leaves the window. */
  public void gap() {
    last = null;
    wave.clear();
  }

  private double oddShare() {
    long artefacts = rhythm.stream().filter(i -> !i.normal()).count();
    double share = rhythm.isEmpty() ? 0 : (double) artefacts / rhythm.size();
    return share + RhythmGuard.largeShare(List.copyOf(rhythm));
  }

  /**
   * The estimate over the window that ends now.
   *
   * @param nowNanos time since the recording began
   */
  public BreathEstimate at(long nowNanos) {
    if (oddShare() > MOST_ODD) {
      return BreathEstimate.unknown(nowNanos); // early beats in every few are a rhythm too
    }
    List<BreathSpectrum> spectra = new ArrayList<>();
    BreathSpectrum heart = null;
    List<Modulation> modulations = List.of(intervals, heights, baselines, widths);
    for (Modulation each : modulations) {
      BreathSpectrum spectrum = BreathSpectrum.of(each, nowNanos, SECONDS);
      if (spectrum != null) {
        spectra.add(spectrum);
        heart = each == intervals ? spectrum : heart;
      }
    }
    BreathEstimate estimate = new BreathVote(spectra, heart).estimate(nowNanos);
    if (estimate.breathsPerMinute().isEmpty()) {
      return estimate;
    }
    double rate = estimate.breathsPerMinute().getAsDouble();
    double alike = BreathHalves.alike(modulations, nowNanos, SECONDS, rate);
    return BreathEstimate.of(nowNanos, rate, alike * estimate.confidence());
  }
}
