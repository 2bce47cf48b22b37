package org.stillpoint.exchange;

import java.util.List;

/**
 * The intervals of a file, and the kind of file that it was recognised as. Treat it as immutable.
 */
public final class Intervals {
  private final String format;
  private final double[] rrMillis;
  private final List<String> notes;

  /** Keeps the array itself, which may be large, and a copy of the notes. */
  Intervals(String format, double[] rrMillis, List<String> notes) {
    this.format = format;
    this.rrMillis = rrMillis;
    this.notes = List.copyOf(notes);
  }

  /** The kind of file that it was recognised as, in words. */
  public String format() {
    return format;
  }

  /**
   * The intervals in the order of the file, in milliseconds: at least one, each above 0 and at most
   * 10 s. Not a copy, so it must not be changed.
   */
  public double[] rrMillis() {
    return rrMillis;
  }

  /** Whole sentences about what was decided or skipped while reading; usually empty. */
  public List<String> notes() {
    return notes;
  }
}
