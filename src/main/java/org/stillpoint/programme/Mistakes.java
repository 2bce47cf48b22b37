package org.stillpoint.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gathers the mistakes of one script, so that its author hears of all of them at once. The parts of
 * the reader go on after a mistake where what follows can still be judged.
 */
final class Mistakes {
  /** A part of a script that is being read. */
  interface Part<T> {
    T read() throws ProgrammeException;
  }

  private final List<Mistake> found = new ArrayList<>();

  /** Keeps what a refusal says. */
  void add(ProgrammeException refusal) {
    for (Mistake mistake : refusal.inOrderFound()) {
      if (!found.contains(mistake)) {
        found.add(mistake);
      }
    }
  }

  /** Reads a part; keeps its mistake and gives nothing if it cannot be read. */
  <T> Optional<T> attempt(Part<T> part) {
    try {
      return Optional.of(part.read());
    } catch (ProgrammeException e) {
      add(e);
      return Optional.empty();
    }
  }

  int count() {
    return found.size();
  }

  /** Refuses the script if there was any mistake; the first one found gives the message. */
  void refuseIfAny() throws ProgrammeException {
    if (!found.isEmpty()) {
      throw new ProgrammeException(found);
    }
  }
}
