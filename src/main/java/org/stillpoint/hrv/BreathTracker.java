package org.stillpoint.hrv;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stillpoint.rr.RhythmGuard;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.signal.Beat;
import org.stillpoint.signal.PulseSample;
import org.stillpoint.signal.SensorKind;

/**
 * The breathing rate of the last 60 s, from the effects of breathing on the heartbeats: their
 * intervals (respiratory sinus arrhythmia) and, if there is a wave, its height, level and shape,
 * see {@link BreathEffect}. A rate that one window shows clearly is given at once ({@link
 * BreathVote}); a fainter one from 8.5 per minute if it has shown again and again ({@link
 * BreathTrail}) and still shows ({@link TrackedBreath}). It finds 4 to 30 breaths per minute below
 * half the heart rate. Faster breathing appears at a wrong, slower rate, which cannot be detected
 * from the beats alone.
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

  private final Map<BreathEffect, Modulation> modulations = new EnumMap<>(BreathEffect.class);
  private final BreathHistory history = new BreathHistory();
  private final CoarseWave wave;
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
    this.wave = new CoarseWave(pulse ? CoarseWave.PULSE_STEP_NANOS : CoarseWave.COMPLEX_STEP_NANOS);
    for (BreathEffect effect : BreathEffect.values()) {
      modulations.put(effect, new Modulation(effect));
    }
  }

  /** Takes the next interval, usually corrected; an interval that is not usable is a gap. */
  public void interval(RrInterval interval) {
    history.advance(interval.endNanos(), this::window);
    rhythm.add(interval);
    long start = interval.endNanos() - Math.round(SECONDS * 1e9);
    while (rhythm.getFirst().endNanos() < start) {
      rhythm.remove();
    }
    if (interval.usable()) {
      add(BreathEffect.INTERVALS, interval.endNanos(), interval.millis() / 1000, interval.millis());
    }
  }

  private void add(BreathEffect effect, long endNanos, double seconds, double value) {
    modulation(effect).add(endNanos, seconds, value);
  }

  private Modulation modulation(BreathEffect effect) {
    return Objects.requireNonNull(modulations.get(effect));
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
    long length = to - from; // negative for absurd times whose difference overflows
    if (to <= from || length <= 0 || length > LONGEST_PULSE_NANOS) {
      return;
    }
    double seconds = length / 1e9;
    add(BreathEffect.HEIGHT, to, seconds, beat.amplitude());
    if (pulse) {
      PulseShape shape = PulseShape.of(wave, from, to);
      add(BreathEffect.BASELINE, to, seconds, shape.foot());
      add(BreathEffect.PEAK, to, seconds, shape.peak());
      add(BreathEffect.MEAN, to, seconds, shape.mean());
      add(BreathEffect.WIDTH, to, seconds, shape.widthSeconds());
      add(BreathEffect.FILL, to, seconds, shape.fill());
    } else {
      ComplexShape shape = ComplexShape.of(wave, from);
      add(BreathEffect.BASELINE, to, seconds, wave.mean(from, to));
      add(BreathEffect.TOP, to, seconds, shape.top());
      add(BreathEffect.BOTTOM, to, seconds, shape.bottom());
      add(BreathEffect.STRENGTH, to, seconds, shape.strength());
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
   * The spectra of the window that ends at a time; none if the rhythm is not that of breathing:
   * early beats that recur every few beats form a rhythm of their own.
   */
  private List<BreathSpectrum> window(long endNanos) {
    List<BreathSpectrum> spectra = new ArrayList<>();
    if (oddShare() > MOST_ODD) {
      return spectra;
    }
    for (Modulation each : modulations.values()) {
      BreathSpectrum spectrum = BreathSpectrum.of(each, endNanos, SECONDS);
      if (spectrum != null) {
        spectra.add(spectrum);
      }
    }
    return spectra;
  }

  /**
   * The estimate for the window that ends at the given time.
   *
   * @param nowNanos time since the recording began
   */
  public BreathEstimate at(long nowNanos) {
    List<BreathSpectrum> spectra = window(nowNanos);
    if (spectra.isEmpty()) {
      return BreathEstimate.unknown(nowNanos);
    }
    BreathSpectrum first = spectra.get(0);
    BreathVote vote =
        new BreathVote(
            spectra.stream().filter(s -> s.effect().independent()).toList(),
            first.effect() == BreathEffect.INTERVALS ? first : null);
    BreathEstimate clear = ifAlike(vote.estimate(nowNanos), true);
    if (clear.breathsPerMinute().isPresent()) {
      return clear;
    }
    BreathTrail trail = history.at(nowNanos, spectra);
    BreathEstimate tracked = new TrackedBreath(trail, spectra).estimate(nowNanos);
    tracked = tracked.times(vote.admits(trail.rate()));
    if (spectra.size() > 1) {
      tracked = ifAlike(tracked, false);
    }
    return tracked.confidence() > clear.confidence() ? tracked : clear;
  }

  /** An estimate with less confidence if the rate has changed within the window. */
  private BreathEstimate ifAlike(BreathEstimate estimate, boolean independent) {
    if (estimate.breathsPerMinute().isEmpty()) {
      return estimate;
    }
    List<Modulation> shown =
        modulations.values().stream()
            .filter(m -> !independent || m.effect().independent())
            .toList();
    double rate = estimate.breathsPerMinute().getAsDouble();
    return estimate.times(BreathHalves.alike(shown, estimate.endNanos(), SECONDS, rate));
  }
}
