package org.stillpoint.participant;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stillpoint.signal.EnumWords;

/**
 * Kinds of virtual people. Their behaviour is a choice that resembles people; none of it is a
 * finding.
 */
public enum Family {
  /** Settles during the session, as most people do. */
  RESPONDER(0),
  /** Does not respond to anything. */
  NULL(1),
  /** Becomes uneasy in the quiet; care slows that down. */
  WORSENER(2),
  /** Settles, then dozes: breathes unevenly and does not follow a pacer. */
  DROWSY(3),
  /** Settles, with a heart that hardly varies. */
  LOW_HRV(4),
  /** Only breathes more slowly; otherwise the twin of {@link #NULL} with the same seed. */
  BREATH_ONLY(1),
  /** Settles, with a sensor that loses contact again and again. */
  BAD_CONTACT(6);

  private final long salt;

  Family(long salt) {
    this.salt = salt;
  }

  /** A number that makes people of different families with the same seed different. */
  long salt() {
    return salt;
  }

  /** Whether quiet and words settle them. */
  boolean settles() {
    return this == RESPONDER || this == DROWSY || this == LOW_HRV || this == BAD_CONTACT;
  }

  /** The name on the command line: lower case, with hyphens. */
  public String word() {
    return EnumWords.hyphenated(this);
  }

  /** All names, separated by commas. */
  public static String words() {
    return Arrays.stream(values()).map(Family::word).collect(Collectors.joining(", "));
  }

  /** The family with a name, in upper or lower case; empty if there is none. */
  public static Optional<Family> named(String name) {
    String word = name.toLowerCase(Locale.ROOT).replace('_', '-');
    return Arrays.stream(values()).filter(family -> family.word().equals(word)).findFirst();
  }
}
