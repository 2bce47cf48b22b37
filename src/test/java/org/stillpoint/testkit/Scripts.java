package org.stillpoint.testkit;

import org.stillpoint.programme.ProgrammeException;
import org.stillpoint.programme.ProgrammeReader;
import org.stillpoint.programme.Script;

/** The shipped script. */
public final class Scripts {
  private Scripts() {}

  /** Back pain in 10 or 20 minutes. */
  public static Script backPain(int minutes) {
    try {
      return ProgrammeReader.shipped("back-pain").forMinutes(minutes);
    } catch (ProgrammeException e) {
      throw new AssertionError(e);
    }
  }
}
