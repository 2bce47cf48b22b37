package org.stillpoint.app;

import org.stillpoint.signal.EnumWords;

/**
 * One thing that was checked.
 *
 * @param what the part of the installation, in a word or two
 * @param verdict how it is
 * @param words what was found and, unless it is well, what to do
 */
record Finding(String what, Status verdict, String words) {

  /** How a part is. */
  enum Status {
    /** It works. */
    OK,
    /** Something is missing that one can do without. */
    NOTE,
    /** Without this the product does not work. */
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
