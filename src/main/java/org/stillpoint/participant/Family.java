package org.stillpoint.participant;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stillpoint.signal.EnumWords;

/**
 * Kinds of virtual people. Their behaviour is a choice that resembles people; none of it is a
 * finding. Those who only breathe differently are twins of another family: the same seed is the
 * same person, who breathes on as before.
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
  /** Only breathes more slowly from minute 6 on; otherwise the twin of {@link #NULL}. */
  BREATH_ONLY(1),
  /** Settles, with a sensor that loses contact again and again. */
  BAD_CONTACT(6),
  /** In alarm from minute 6 on: heart rate up by 22 per minute, fast shallow breaths. */
  PANIC(7),
  /** Worse by and by: heart rate up by 6 per minute and RMSSD halved over 11 minutes. */
  SLOW_DECLINE(8),
  /** Pain that grows: heart rate up by 18 per minute over 10 minutes. */
  SLOW_PAIN(9),
  /** A wave of pain: heart rate up by 15 per minute for 3 minutes. */
  FLARE(10),
  /** A fright: heart rate up by 22 per minute for one minute. */
  STARTLE(11),
  /** Settles and falls asleep: the heart is slower still, and so is the breath. */
  DOZE(12),
  /** Has only just lain down: the heart rate falls by itself, and nothing else changes. */
  ARRIVING(13),
  /** Settles, and sits up in the return, as told. */
  GETS_UP(14),
  /** Settles, and turns over in the middle of the session. */
  TURNS_OVER(15),
  /** Settles; every 20th beat is early. */
  ECTOPIC(16),
  /** Only breathes more slowly, in steps of 8 %; the twin of {@link #NULL}. */
  BREATH_STEPS(1),
  /** Only breathes faster; the twin of {@link #NULL}. */
  BREATH_FASTER(1),
  /** Only breathes at the paces of a resonance assessment; the twin of {@link #NULL}. */
  BREATH_PACES(1),
  /** Does not respond; the heart hardly follows the breath. */
  WEAK_RSA(1),
  /** Only breathes more slowly; the twin of {@link #WEAK_RSA}. */
  WEAK_RSA_SLOWER(1),
  /** Does not respond; the heart follows the breath now and then. */
  FADING_RSA(1),
  /** Only breathes more slowly; the twin of {@link #FADING_RSA}. */
  FADING_RSA_SLOWER(1);

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
    return switch (this) {
      case RESPONDER, DROWSY, LOW_HRV, BAD_CONTACT, DOZE, GETS_UP, TURNS_OVER, ECTOPIC -> true;
      default -> false;
    };
  }

  /** Whether the heart hardly follows the breath. */
  boolean weak() {
    return this == WEAK_RSA || this == WEAK_RSA_SLOWER;
  }

  /** Whether the heart follows the breath only now and then. */
  boolean fades() {
    return this == FADING_RSA || this == FADING_RSA_SLOWER;
  }

  /**
   * The family of the same people who breathe on as before; empty for those whose breathing is not
   * all that changes.
   */
  public Optional<Family> twin() {
    return switch (this) {
      case BREATH_ONLY, BREATH_STEPS, BREATH_FASTER, BREATH_PACES -> Optional.of(NULL);
      case WEAK_RSA_SLOWER -> Optional.of(WEAK_RSA);
      case FADING_RSA_SLOWER -> Optional.of(FADING_RSA);
      default -> Optional.empty();
    };
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
