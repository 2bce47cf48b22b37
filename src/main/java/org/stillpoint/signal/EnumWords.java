package org.stillpoint.signal;

import java.util.Locale;

/** Names of constants as files and JSON spell them. */
public final class EnumWords {
  private EnumWords() {}

  /** The name in small letters, with its underscores: {@code CHECK_IN} gives "check_in". */
  public static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** The name in small letters, with hyphens: {@code LOW_HRV} gives "low-hrv". */
  public static String hyphenated(Enum<?> value) {
    return word(value).replace('_', '-');
  }
}
