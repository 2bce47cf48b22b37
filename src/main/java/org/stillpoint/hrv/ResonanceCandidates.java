package org.stillpoint.hrv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.stillpoint.rr.Tachogram;

/**
 * Ranks breathing rates that were tried one after another by how strongly the heart rate responded.
 * Every rate has a rank by each measure: RSA amplitude, peak power at the breathing rate and, if it
 * is known for all rates, the phase between breath and heart rate, which is nearest to 0 at
 * resonance. The candidate with the lowest sum of ranks is first. If sums are equal, the larger RSA
 * amplitude is first, then the slower rate.
 *
 * <p>Criteria: Lehrer, Vaschillo and Vaschillo 2000 (Appl Psychophysiol Biofeedback 25:177-191, doi
 * 10.1023/A:1009554825745) and Shaffer and Meehan 2020, doi 10.3389/fnins.2020.570400. The best
 * rate varies from day to day (Capdevila et al. 2021), so the test is worth repeating.
 */
public final class ResonanceCandidates {
  private static final double LEAST_SECONDS = 60;
  private static final double HALF_WIDTH_HZ = 0.015;

  private ResonanceCandidates() {}

  /**
   * A rate that was tried.
   *
   * @param breathsPerMinute the rate of the breath pacer, above 0
   * @param tachogram the intervals while the person followed it, without the time to adjust to it
   * @param phaseDegrees phase of the heart rate behind the breath at that rate; absent if the
   *     breath was not measured
   */
  public record Segment(
      double breathsPerMinute, Tachogram tachogram, OptionalDouble phaseDegrees) {}

  /**
   * A rate with the measures behind its rank.
   *
   * @param breathsPerMinute the rate
   * @param rsa peak to trough per breath
   * @param peakPowerMillis2 power within 0.015 Hz of the breathing rate, ms2
   * @param phaseDegrees phase of the heart rate behind the breath, -180 to 180; absent if not known
   * @param places sum of its ranks by each measure, where 1 is the best
   */
  public record Candidate(
      double breathsPerMinute,
      RsaAmplitude rsa,
      double peakPowerMillis2,
      OptionalDouble phaseDegrees,
      int places) {}

  /**
   * Ranks the rates.
   *
   * @return the candidates, best first; segments with gaps, of less than 60 s or of fewer than 3
   *     breaths are left out
   */
  public static List<Candidate> rank(List<Segment> segments) {
    List<Candidate> measured = new ArrayList<>();
    segments.forEach(segment -> measure(segment).ifPresent(measured::add));
    boolean phases = measured.stream().allMatch(c -> c.phaseDegrees().isPresent());
    List<Candidate> ranked = new ArrayList<>();
    for (Candidate each : measured) {
      int places =
          place(measured, each, c -> c.rsa().beatsPerMinute())
              + place(measured, each, Candidate::peakPowerMillis2)
              + (phases ? place(measured, each, c -> -Math.abs(c.phaseDegrees().orElse(0))) : 0);
      ranked.add(
          new Candidate(
              each.breathsPerMinute(),
              each.rsa(),
              each.peakPowerMillis2(),
              each.phaseDegrees(),
              places));
    }
    ranked.sort(
        Comparator.comparingInt(Candidate::places)
            .thenComparing(c -> -c.rsa().beatsPerMinute())
            .thenComparing(Candidate::breathsPerMinute));
    return ranked;
  }

  private static Optional<Candidate> measure(Segment segment) {
    double hertz = segment.breathsPerMinute() / 60;
    OptionalDouble rate = OptionalDouble.of(segment.breathsPerMinute());
    Optional<RsaAmplitude> rsa = RsaAmplitude.of(segment.tachogram(), rate);
    Optional<PowerSpectrum> spectrum = Welch.of(segment.tachogram(), LEAST_SECONDS);
    if (rsa.isEmpty() || spectrum.isEmpty()) {
      return Optional.empty();
    }
    double power = spectrum.get().power(hertz - HALF_WIDTH_HZ, hertz + HALF_WIDTH_HZ);
    OptionalDouble phase =
        segment.phaseDegrees().isPresent()
            ? OptionalDouble.of(Math.IEEEremainder(segment.phaseDegrees().getAsDouble(), 360))
            : OptionalDouble.empty();
    return Optional.of(new Candidate(segment.breathsPerMinute(), rsa.get(), power, phase, 0));
  }

  /** The rank: one plus the number of better candidates. */
  private static int place(
      List<Candidate> all, Candidate one, ToDoubleFunction<Candidate> measure) {
    double value = measure.applyAsDouble(one);
    return 1 + (int) all.stream().filter(c -> measure.applyAsDouble(c) > value).count();
  }
}
