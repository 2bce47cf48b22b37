package org.stillpoint.programme;

/**
 * A session script cannot be used. The message is one sentence for its author: which source and
 * line, what is wrong, what to do about it.
 */
public final class ProgrammeException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Takes the whole sentence. */
  public ProgrammeException(String sentence) {
    super(sentence);
  }
}
