package org.stillpoint.exchange;

/**
 * A stretch of a record, in seconds from its first sample; both ends are included.
 *
 * @param from its beginning
 * @param to its end; a stretch that ends before it begins contains nothing
 */
public record Span(double from, double to) {

  /** Whether a time is in the stretch. */
  public boolean contains(double seconds) {
    return seconds >= from && seconds <= to;
  }
}
