package org.stillpoint.programme;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gathers the mistakes of one script, so that its author sees all of them at once. The reader
 * continues after a mistake where the rest can still be judged.
 */
final class Mistakes {
  /** A part of a script that is being read. */
  interface CheckedPart<T> {
    T read() throws ProgrammeException;
  }

  /**
   * Nobody reads more mistakes than this, and a file made to have millions of them must not fill
   * the memory.
   */
  private static final int MOST_KEPT = 500;

  private final Set<Mistake> found = new LinkedHashSet<>();
  private int count;

  /** Keeps the mistakes of a refusal, each sentence once. */
  void add(ProgrammeException refusal) {
    for (Mistake mistake : refusal.inOrderFound()) {
      count++;
      if (found.size() < MOST_KEPT) {
        found.add(mistake);
      }
    }
  }

  /** Reads a part; if it cannot be read, keeps its mistake and returns empty. */
  <T> Optional<T> attempt(CheckedPart<T> part) {
    try {
      return Optional.of(part.read());
    } catch (ProgrammeException e) {
      add(e);
      return Optional.empty();
    }
  }

  /** Number of mistakes so far, including those that were not kept. */
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
