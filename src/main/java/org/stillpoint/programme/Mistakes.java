package org.stillpoint.programme;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gathers the mistakes of one script, so that its author hears of all of them at once. The parts of
 * the reader go on after a mistake where what follows can still be judged.
 */
final class Mistakes {
  /** A part of a script that is being read. */
  interface CheckedPart<T> {
    T read() throws ProgrammeException;
  }

  /** Nobody reads more, and a file made to have millions fills no memory. */
  private static final int MOST_KEPT = 500;

  private final Set<Mistake> found = new LinkedHashSet<>();
  private int count;

  /** Keeps what a refusal says, each sentence once. */
  void add(ProgrammeException refusal) {
    for (Mistake mistake : refusal.inOrderFound()) {
      count++;
      if (found.size() < MOST_KEPT) {
        found.add(mistake);
      }
    }
  }

  /** Reads a part; keeps its mistake and gives nothing if it cannot be read. */
  <T> Optional<T> attempt(CheckedPart<T> part) {
    try {
      return Optional.of(part.read());
    } catch (ProgrammeException e) {
      add(e);
      return Optional.empty();
    }
  }

  /** How many there were so far, also those that were not kept. */
  int count() {
    return count;
  }

  /** Refuses the script if there was any mistake; the first one found gives the message. */
  void refuseIfAny() throws ProgrammeException {
    if (!found.isEmpty()) {
      throw new ProgrammeException(List.copyOf(found));
    }
  }
}
