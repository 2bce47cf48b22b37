package org.stillpoint.participant;

import java.util.Locale;
import java.util.Optional;

/** Kinds of virtual people. */
public enum Family {
  /** Settles during the session, as most people do. */
  RESPONDER(0);

  private final long salt;

  Family(long salt) {
    this.salt = salt;
  }

  /** Makes people of different families with the same seed different. */
  long salt() {
    return salt;
  }

  /** The family of a name, in any case; empty when there is none. */
  public static Optional<Family> named(String name) {
    for (Family family : values()) {
      if (family.name().equals(name.toUpperCase(Locale.ROOT))) {
        return Optional.of(family);
      }
    }
    return Optional.empty();
  }
}
