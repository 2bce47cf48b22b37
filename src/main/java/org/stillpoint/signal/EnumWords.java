package org.stillpoint.signal;

import java.util.Locale;

/** Spells the names of enum constants as files and JSON have them. */
public final class EnumWords {
  private EnumWords() {}

  /** The name in lower case with underscores: {@code CHECK_IN} becomes "check_in". */
  public static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** The name in lower case with hyphens: {@code LOW_HRV} becomes "low-hrv". */
  public static String hyphenated(Enum<?> value) {
    return word(value).replace('_', '-');
  }
}
