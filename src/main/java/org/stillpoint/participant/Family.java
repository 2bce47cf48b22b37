package org.stillpoint.participant;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stillpoint.signal.EnumWords;

/** Kinds of virtual people. What they do is a choice that looks like people; none is a finding. */
public enum Family {
  /** Settles during the session, as most people do. */
  RESPONDER(0),
  /** Is not moved by anything. */
  NULL(1),
  /** Becomes uneasy in the quiet; care slows that down. */
  WORSENER(2),
  /** Settles, and then dozes: breathes unevenly and hears no pacer. */
  DROWSY(3),
  /** Settles, with a heart that hardly varies. */
  LOW_HRV(4),
  /** Only breathes more slowly, else the twin of {@link #NULL} with the same seed. */
  BREATH_ONLY(1),
  /** Settles under a sensor that loses the skin again and again. */
  BAD_CONTACT(6);

  private final long salt;

  Family(long salt) {
    this.salt = salt;
  }

  /** Makes people of different families with the same seed different. */
  long salt() {
    return salt;
  }

  /** Whether the quiet and the words settle them. */
  boolean settles() {
    return this == RESPONDER || this == DROWSY || this == LOW_HRV || this == BAD_CONTACT;
  }

  /** The name on the command line: small letters and hyphens. */
  public String word() {
    return EnumWords.hyphenated(this);
  }

  /** All names, by commas. */
  public static String words() {
    return Arrays.stream(values()).map(Family::word).collect(Collectors.joining(", "));
  }

  /** The family of a name, in any case; empty when there is none. */
  public static Optional<Family> named(String name) {
    String word = name.toLowerCase(Locale.ROOT).replace('_', '-');
    return Arrays.stream(values()).filter(family -> family.word().equals(word)).findFirst();
  }
}
