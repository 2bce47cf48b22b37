package org.stillpoint.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The beats of a record as somebody marked them.
 *
 * @param beats in the order of time
 * @param excluded stretches in which nothing is scored
 * @param notes whole sentences about what could not be read; mostly empty
 */
public record ReferenceBeats(List<ReferenceBeat> beats, List<Span> excluded, List<String> notes) {

  /**
   * A beat.
   *
   * @param seconds since the record's first sample
   * @param code what kind of beat, as in WFDB (N normal, V premature ventricular); may be empty
   */
  public record ReferenceBeat(double seconds, String code) {}

  /** Puts the beats in order and keeps its own copies. */
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

  /** Those of some times, in seconds, that are scored. */
  public double[] scored(double[] seconds) {
    return without(excluded, seconds);
  }

  /** Those of some times that lie in none of the stretches. */
  public static double[] without(List<Span> stretches, double[] seconds) {
    return Arrays.stream(seconds)
        .filter(t -> stretches.stream().noneMatch(span -> span.contains(t)))
        .toArray();
  }
}
