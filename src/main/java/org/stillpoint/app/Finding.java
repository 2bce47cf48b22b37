package org.stillpoint.app;

import org.stillpoint.signal.EnumWords;

/**
 * The result of one check.
 *
 * @param what the part of the installation, in a word or two
 * @param verdict whether it works
 * @param words what was found and, unless it works, what to do
 */
record Finding(String what, Status verdict, String words) {

  /** Whether a part works. */
  enum Status {
    /** It works. */
    OK,
    /** Something is missing that is not essential. */
    NOTE,
    /** Stillpoint does not work without this. */
    BAD;

    String word() {
      return EnumWords.word(this);
    }
  }

  static Finding ok(String what, String words) {
    return new Finding(what, Status.OK, words);
  }

  static Finding note(String what, String words) {
    return new Finding(what, Status.NOTE, words);
  }

  static Finding bad(String what, String words) {
    return new Finding(what, Status.BAD, words);
  }
}
