package org.stillpoint.trial;

import org.stillpoint.signal.EnumWords;

/** The pacing of a session in the comparison. */
public enum Arm {
  /** The person's own index. */
  ADAPTIVE,
  /** Nothing: the script as written. */
  FIXED,
  /** The decisions that were made for a person of another family. */
  YOKED;

  /** Its name in lower case. */
  public String word() {
    return EnumWords.word(this);
  }
}
