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
 * The breathing rate of the last 60 s, from the effects of breathing on the heartbeats: their
 * intervals (respiratory sinus arrhythmia) and, if there is a wave, their height, the baseline of
 * the wave and, in a pulse wave, their width. It finds 4 to 30 breaths per minute below half the
 * heart rate. Faster breathing appears at a wrong, slower rate, which cannot be detected from the
 * beats alone.
 *
 * <p>No rate is better than a wrong one. No rate is given for uneven breathing, hardly any
 * modulation, noise, fibrillation, a Mayer wave alone, a rate that has just changed, or gaps of
 * more than a fifth of the window; nor for slow breathing (below 8.5 per minute) that the heart
 * does not follow. Early beats that recur every few beats should be labelled as artefacts:
 * otherwise they form a rhythm of their own.
 *
 * <p>Modulations and their fusion: Charlton et al. 2018, doi 10.1109/RBME.2017.2763681; Karlen et
 * al. 2013, doi 10.1109/TBME.2013.2246160. Only modulations with a clear rhythm count, like the
 * respiratory quality indices of Birrenkott et al. 2018, doi 10.1109/TBME.2017.2778265. A spectrum
 * is used instead of counting breaths as in Schaefer and Kratky 2008, doi
 * 10.1007/s10439-007-9428-1: compared with a breathing belt, the counts of uneven breathing agreed
 * in all modulations and were all wrong.
 *
 * <p>All times are arguments; the same input gives the same output. Belongs to one thread.
 */
public final class BreathTracker {
  /** Length of the window: four breaths at the slowest rate. */
  public static final double SECONDS = 60;

  /**
   * If the share of artefacts and large changes exceeds this, the rhythm is not that of breathing.
   */
  private static final double MOST_ODD = 0.15;

  /** Longest time between two beats that is still one pulse. */
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
   * Creates a tracker without data.
   *
   * @param kind kind of the wave; a device that sends intervals has no wave, so any kind will do
   */
  public BreathTracker(SensorKind kind) {
    this.pulse = kind != SensorKind.ECG;
  }

  /** Takes the next interval, usually corrected; an interval that is not usable is a gap. */
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

  /** Takes the next sample of the wave, in time order. */
  public void sample(PulseSample sample) {
    wave.add(sample.timeNanos(), sample.value());
  }

  /**
   * Takes the next beat, at most 9 s after the samples of its pulse. A pulse is measured when the
   * beat after it arrives.
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

  /** Handles a gap: no pulse extends across it. Earlier data counts until it leaves the window. */
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
   * The estimate for the window that ends at the given time.
   *
   * @param nowNanos time since the recording began
   */
  public BreathEstimate at(long nowNanos) {
    if (oddShare() > MOST_ODD) {
      return BreathEstimate.unknown(
          nowNanos); // early beats that recur every few beats form a rhythm of their own
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
