package org.stillpoint.trial;

import org.stillpoint.signal.EnumWords;

/** What paces a session in the comparison. */
public enum Arm {
  /** The person's own index. */
  ADAPTIVE,
  /** Nothing: the script as written. */
  FIXED,
  /** The decisions that were made for somebody else of the same family. */
  YOKED;

  /** Its name in small letters. */
  public String word() {
    return EnumWords.word(this);
  }
}
