package org.stillpoint.exchange;

import java.util.List;

/** The intervals of a file and what the file was taken for. Immutable by agreement. */
public final class Intervals {
  private final String format;
  private final double[] rrMillis;
  private final List<String> notes;

  /** Keeps the array, which may be large, and its own copy of the notes. */
  Intervals(String format, double[] rrMillis, List<String> notes) {
    this.format = format;
    this.rrMillis = rrMillis;
    this.notes = List.copyOf(notes);
  }

  /** What the file was taken for, in words. */
  public String format() {
    return format;
  }

  /**
   * At least one interval, in the order of the file, in milliseconds, all positive and not above 10
   * s. Not a copy: nobody may change it.
   */
  public double[] rrMillis() {
    return rrMillis;
  }

  /** Whole sentences about what was decided or left out while reading; mostly none. */
  public List<String> notes() {
    return notes;
  }
}
