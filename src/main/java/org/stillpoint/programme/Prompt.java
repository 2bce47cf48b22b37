package org.stillpoint.programme;

import java.util.Set;

/**
 * One entry of a stage as written: something to say, or a silence.
 *
 * @param kind what it is
 * @param text what is said; empty for a silence
 * @param weight a silence's share of the stage's quiet time against the other silences; above 0 for
 *     a silence, 0 for speech
 * @param only the lengths in minutes that have this entry; empty means every length of the stage
 * @param line where it stands in the file, from 1; 0 if unknown
 */
public record Prompt(Kind kind, String text, double weight, Set<Integer> only, int line) {

  /** Keeps its own copy of the lengths. */
  public Prompt {
    only = Set.copyOf(only);
  }

  /** Whether the script of this length has the entry. */
  public boolean in(int minutes) {
    return only.isEmpty() || only.contains(minutes);
  }
}
