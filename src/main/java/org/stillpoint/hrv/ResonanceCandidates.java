package org.stillpoint.hrv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.stillpoint.rr.Tachogram;

/**
 * Orders breathing rates that were tried one after the other by how strongly the heart answered.
 * Every rate has a place by each measure: RSA amplitude, peak power of the low frequencies at the
 * breathing rate and, when all rates have one, the phase between breath and heart rate, which is
 * nearest to 0 at resonance. The candidate with the least sum of places is first; of equal ones the
 * one with the larger RSA amplitude, then the slower one.
 *
 * <p>Criteria: Lehrer, Vaschillo and Vaschillo 2000 (Appl Psychophysiol Biofeedback 25:177-191, doi
 * 10.1023/A:1009554825745) and Shaffer and Meehan 2020, doi 10.3389/fnins.2020.570400. The best
 * rate moves between days (Capdevila et al. 2021), so the test is worth a repeat.
 */
public final class ResonanceCandidates {
  private static final double LEAST_SECONDS = 60;
  private static final double HALF_WIDTH_HZ = 0.015;

  private ResonanceCandidates() {}

  /**
   * A rate that was tried.
   *
   * @param breathsPerMinute the rate of the pacer, above 0
   * @param tachogram the intervals while it was followed, without the time of settling in
   * @param phaseDegrees heart rate after breath at that rate; absent when breath was not measured
   */
  public record Segment(
      double breathsPerMinute, Tachogram tachogram, OptionalDouble phaseDegrees) {}

  /**
   * A rate with its reasons.
   *
   * @param breathsPerMinute the rate
   * @param rsa peak to trough per breath
   * @param peakPowerMillis2 power within 0.015 Hz of the breathing rate, in ms2
   * @param phaseDegrees heart rate after breath, -180 to 180; absent when not known
   * @param places sum of its places by each measure, 1 being the first
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
   * @return the best first; segments with holes, of less than 60 s or of fewer than 3 breaths are
   *     left out
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

  /** 1 and the number of those that are better. */
  private static int place(
      List<Candidate> all, Candidate one, ToDoubleFunction<Candidate> measure) {
    double value = measure.applyAsDouble(one);
    return 1 + (int) all.stream().filter(c -> measure.applyAsDouble(c) > value).count();
  }
}
