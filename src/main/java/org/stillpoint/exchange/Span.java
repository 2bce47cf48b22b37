package org.stillpoint.exchange;

/**
 * A stretch of a record, in seconds from its first sample, both ends included.
 *
 * @param from its beginning
 * @param to its end; a stretch that ends before it begins contains nothing
 */
public record Span(double from, double to) {

  /** Whether the time lies in it. */
  public boolean contains(double seconds) {
    return seconds >= from && seconds <= to;
  }
}
