package org.stillpoint.programme;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A session script as written, all lengths. Those that come from {@link ProgrammeReader} have been
 * checked for every length they offer.
 *
 * @param id short name, as used on the command line
 * @param title name for people
 * @param minutes the lengths offered, in the order of the file
 * @param stages in order; each says which lengths it belongs to
 */
public record Programme(String id, String title, List<Integer> minutes, List<Stage> stages) {

  /** Keeps its own copies of the lists. */
  public Programme {
    minutes = List.copyOf(minutes);
    stages = List.copyOf(stages);
  }

  /**
   * The timed script of one length.
   *
   * @param minutes one of {@link #minutes()}
   * @throws ProgrammeException if the length is not offered; the message names those that are
   */
  public Script forMinutes(int minutes) throws ProgrammeException {
    if (!this.minutes.contains(minutes)) {
      throw new ProgrammeException(
          "The programme "
              + Source.quoted(id)
              + " is not offered in "
              + minutes
              + " minutes; choose "
              + this.minutes.stream().map(String::valueOf).collect(Collectors.joining(" or "))
              + ".");
    }
    return new ScriptTimer(new Source(id), 0).time(this, minutes);
  }
}
