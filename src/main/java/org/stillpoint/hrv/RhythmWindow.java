package org.stillpoint.hrv;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.rr.Tachogram;

/**
 * Measures the rhythms of the newest intervals. The only state that it keeps between calls is
 * working memory. Belongs to one thread.
 */
final class RhythmWindow {
  private static final double LF_SECONDS = 120;

  /**
   * Additional length of a window, so that the complete intervals of a slow heart cover enough of
   * it.
   */
  private static final double ENDS_SECONDS = 4;

  private final Welch welch = new Welch();

  /**
   * The rhythms up to a given time.
   *
   * @param intervals corrected intervals, at least of the last two minutes, oldest first
   * @param endNanos the end of the windows
   * @param breath the breathing at that time
   */
  RhythmMetrics at(List<RrInterval> intervals, long endNanos, BreathEstimate breath) {
    Tachogram minute = span(intervals, endNanos, Coherence.SECONDS);
    Optional<PowerSpectrum> spectrum = welch.spectrum(minute, Coherence.LEAST_SECONDS);
    Tachogram minutes = span(intervals, endNanos, LF_SECONDS + ENDS_SECONDS);
    Optional<PowerSpectrum> slow =
        minutes.quality().irregular() ? Optional.empty() : welch.spectrum(minutes, LF_SECONDS);
    Optional<BreathLine> line = BreathLine.of(intervals, endNanos);
    return new RhythmMetrics(
        breath.breathsPerMinute(),
        breath.confidence(),
        value(spectrum.flatMap(Coherence::of).map(Coherence::ratio)),
        value(RsaAmplitude.of(minute, breath.breathsPerMinute()).map(RsaAmplitude::beatsPerMinute)),
        value(spectrum.map(s -> s.power(BandPowers.HF_HZ, BandPowers.HF_END_HZ))),
        value(slow.map(s -> s.power(BandPowers.LF_HZ, BandPowers.HF_HZ))),
        value(line.map(BreathLine::perMinute)),
        line.map(BreathLine::share).orElse(0.0));
  }

  private static Tachogram span(List<RrInterval> intervals, long endNanos, double seconds) {
    long start = endNanos - Math.round(seconds * 1e9);
    return new Tachogram(
        start, endNanos, intervals.stream().filter(i -> i.endNanos() > start).toList());
  }

  private static OptionalDouble value(Optional<Double> value) {
    return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
  }
}
