package org.stillpoint.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The beats of a record as an annotator marked them.
 *
 * @param beats in time order
 * @param excluded stretches that are not scored
 * @param notes whole sentences about what could not be read; usually empty
 */
public record ReferenceBeats(List<ReferenceBeat> beats, List<Span> excluded, List<String> notes) {

  /**
   * A reference beat.
   *
   * @param seconds since the record's first sample
   * @param code kind of beat, as in WFDB (N normal, V premature ventricular); may be empty
   */
  public record ReferenceBeat(double seconds, String code) {}

  /** Sorts the beats by time and copies the lists. */
  public ReferenceBeats {
    beats = beats.stream().sorted(Comparator.comparingDouble(ReferenceBeat::seconds)).toList();
    excluded = List.copyOf(excluded);
    notes = List.copyOf(notes);
  }

  /** The same beats with one more stretch that is not scored. */
  public ReferenceBeats excluding(Span stretch) {
    List<Span> more = new ArrayList<>(excluded);
    more.add(stretch);
    return new ReferenceBeats(beats, more, notes);
  }

  /** The times of the beats that are scored, in seconds. */
  public double[] seconds() {
    return scored(beats.stream().mapToDouble(ReferenceBeat::seconds).toArray());
  }

  /** The given times, in seconds, without those in excluded stretches. */
  public double[] scored(double[] seconds) {
    return without(excluded, seconds);
  }

  /** The given times, in seconds, without those in any of the stretches. */
  public static double[] without(List<Span> stretches, double[] seconds) {
    return Arrays.stream(seconds)
        .filter(t -> stretches.stream().noneMatch(span -> span.contains(t)))
        .toArray();
  }
}
