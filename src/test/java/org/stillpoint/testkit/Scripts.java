package org.stillpoint.testkit;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.programme.Programme;
import org.stillpoint.programme.ProgrammeException;
import org.stillpoint.programme.ProgrammeReader;
import org.stillpoint.programme.Script;

/** The shipped scripts. */
public final class Scripts {
  private Scripts() {}

  /** Every shipped programme in every length. */
  public static List<Script> all() {
    List<Script> all = new ArrayList<>();
    try {
      for (String id : ProgrammeReader.shippedIds()) {
        Programme programme = ProgrammeReader.shipped(id);
        for (int minutes : programme.minutes()) {
          all.add(programme.forMinutes(minutes));
        }
      }
    } catch (ProgrammeException e) {
      throw new AssertionError(e);
    }
    return all;
  }

  /** Back pain in 10, 20, 35 or 45 minutes. */
  public static Script backPain(int minutes) {
    try {
      return ProgrammeReader.shipped("back-pain").forMinutes(minutes);
    } catch (ProgrammeException e) {
      throw new AssertionError(e);
    }
  }
}
