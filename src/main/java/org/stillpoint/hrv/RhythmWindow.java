package org.stillpoint.hrv;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.rr.Tachogram;

/**
 * Measures the rhythms of the newest intervals; what it keeps from one time to the next is room to
 * work in. Belongs to one thread.
 */
final class RhythmWindow {
  private static final double LF_SECONDS = 120;

  /** A stretch this much longer holds enough whole intervals of a slow heart. */
  private static final double ENDS_SECONDS = 4;

  private final Welch welch = new Welch();

  /**
   * The rhythms up to a moment.
   *
   * @param intervals judged, of the last two minutes at least, oldest first
   * @param endNanos the moment
   * @param breath the breathing then
   */
  RhythmMetrics at(List<RrInterval> intervals, long endNanos, BreathEstimate breath) {
    Tachogram minute = stretch(intervals, endNanos, Coherence.SECONDS);
    Optional<PowerSpectrum> spectrum = welch.spectrum(minute, Coherence.LEAST_SECONDS);
    Tachogram minutes = stretch(intervals, endNanos, LF_SECONDS + ENDS_SECONDS);
    Optional<PowerSpectrum> slow =
        minutes.quality().irregular() ? Optional.empty() : welch.spectrum(minutes, LF_SECONDS);
    return new RhythmMetrics(
        breath.breathsPerMinute(),
        breath.confidence(),
        value(spectrum.flatMap(Coherence::of).map(Coherence::ratio)),
        value(RsaAmplitude.of(minute, breath.breathsPerMinute()).map(RsaAmplitude::beatsPerMinute)),
        value(spectrum.map(s -> s.power(BandPowers.HF_HZ, BandPowers.HF_END_HZ))),
        value(slow.map(s -> s.power(BandPowers.LF_HZ, BandPowers.HF_HZ))));
  }

  private static Tachogram stretch(List<RrInterval> intervals, long endNanos, double seconds) {
    long start = endNanos - Math.round(seconds * 1e9);
    return new Tachogram(
        start, endNanos, intervals.stream().filter(i -> i.endNanos() > start).toList());
  }

  private static OptionalDouble value(Optional<Double> value) {
    return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
  }
}
