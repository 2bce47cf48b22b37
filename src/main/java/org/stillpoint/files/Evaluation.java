package org.stillpoint.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.stillpoint.beat.BeatScore;
import org.stillpoint.exchange.ReferenceBeats;
import org.stillpoint.exchange.Span;
import org.stillpoint.signal.Beat;
import org.stillpoint.signal.SensorKind;

/**
 * How well a detector did on a record.
 *
 * @param name of the record
 * @param kind what its wave was taken to be
 * @param score of all beats, on the reference's time
 * @param delaySeconds the constant delay of a pulse wave, which was subtracted before beats were
 *     compared or excluded; NaN for several records together
 * @param detected number of detections outside the excluded stretches
 * @param usable number of these whose quality is good or fair
 * @param used the score outside the stretches whose beats the detector does not trust
 * @param notes whole sentences about what could not be read
 */
public record Evaluation(
    String name,
    SensorKind kind,
    BeatScore score,
    double delaySeconds,
    int detected,
    int usable,
    BeatScore used,
    List<String> notes) {

  /**
   * How close a detection must be to its reference beat; an untrusted stretch stays this far away
   * from good beats.
   */
  private static final double TOLERANCE_SECONDS = 0.150;

  /**
   * When the detector finds no beat for longer than this, it makes no statement about the heart.
   */
  private static final double LONGEST_INTERVAL_SECONDS = 2;

  /**
   * Scores the beats of a wave.
   *
   * @param from beats before this time, in seconds, are not scored
   */
  public static Evaluation of(Path record, WaveBeats wave, ReferenceBeats reference, double from) {
    ReferenceBeats scored =
        reference.excluding(new Span(Double.NEGATIVE_INFINITY, Math.nextDown(from)));
    double[] beats = scored.seconds();
    double delay =
        wave.kind() == SensorKind.PPG ? BeatScore.of(beats, wave.beatSeconds()).delaySeconds() : 0;
    double[] found = scored.scored(inTime(wave.beats(), delay));
    double[] usable =
        scored.scored(
            inTime(wave.beats().stream().filter(b -> b.quality().usable()).toList(), delay));
    List<Span> untrusted = untrusted(wave.beats(), wave.seconds(), delay);
    BeatScore used =
        BeatScore.inPlace(
            ReferenceBeats.without(untrusted, beats), ReferenceBeats.without(untrusted, found));
    List<String> notes = new ArrayList<>(wave.notes());
    notes.addAll(reference.notes());
    return new Evaluation(
        String.valueOf(record.getFileName()),
        wave.kind(),
        BeatScore.inPlace(beats, found),
        delay,
        found.length,
        usable.length,
        used,
        notes);
  }

  /** Times of beats in seconds, on the reference's time. */
  private static double[] inTime(List<Beat> beats, double delay) {
    return beats.stream().mapToDouble(b -> b.timeNanos() / 1e9 - delay).toArray();
  }

  /**
   * The stretches between good beats that contain a beat that is not good, or no beat for too long.
   */
  private static List<Span> untrusted(List<Beat> beats, double end, double delay) {
    List<Span> spans = new ArrayList<>();
    double last = -TOLERANCE_SECONDS;
    boolean doubtful = false;
    for (Beat beat : beats) {
      doubtful |= !beat.quality().usable();
      if (beat.quality().usable()) {
        double now = beat.timeNanos() / 1e9 - delay;
        if (doubtful || now - last > LONGEST_INTERVAL_SECONDS) {
          spans.add(new Span(last + TOLERANCE_SECONDS, now - TOLERANCE_SECONDS));
        }
        last = now;
        doubtful = false;
      }
    }
    if (doubtful || end - delay - last > LONGEST_INTERVAL_SECONDS) {
      spans.add(new Span(last + TOLERANCE_SECONDS, Double.POSITIVE_INFINITY));
    }
    return spans;
  }

  /** The scores of all records together. */
  public static Evaluation gross(List<Evaluation> evaluations) {
    return new Evaluation(
        "gross",
        evaluations.get(0).kind(),
        BeatScore.pooled(evaluations.stream().map(Evaluation::score).toList()),
        Double.NaN,
        evaluations.stream().mapToInt(Evaluation::detected).sum(),
        evaluations.stream().mapToInt(Evaluation::usable).sum(),
        BeatScore.pooled(evaluations.stream().map(Evaluation::used).toList()),
        List.of());
  }

  /** The delay that was subtracted, in milliseconds; NaN for an ECG, which has none. */
  public double delayMillis() {
    return kind == SensorKind.PPG ? 1000 * delaySeconds : Double.NaN;
  }

  /** Share of the detections whose quality is good or fair, in percent; NaN without detections. */
  public double usedPercent() {
    return 100.0 * usable / detected;
  }
}
