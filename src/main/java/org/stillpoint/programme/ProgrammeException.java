package org.stillpoint.programme;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A session script cannot be used. The message is one sentence for its author: which source and
 * line, what is wrong, what to do about it. A script with several mistakes has a sentence for each
 * in {@link #mistakes()}.
 */
public final class ProgrammeException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Mistake> found;

  /** An exception with one whole sentence. */
  public ProgrammeException(String sentence) {
    this(List.of(new Mistake(0, sentence)));
  }

  /** An exception for one mistake or more, in the order in which they were found. */
  ProgrammeException(List<Mistake> found) {
    super(found.get(0).sentence());
    this.found = List.copyOf(found);
  }

  /** A sentence for each mistake, in the order of the lines; at least one. */
  public List<String> mistakes() {
    List<Mistake> byLine = new ArrayList<>(found);
    byLine.sort(Comparator.comparingInt(Mistake::line));
    return byLine.stream().map(Mistake::sentence).toList();
  }

  List<Mistake> inOrderFound() {
    return found;
  }
}
