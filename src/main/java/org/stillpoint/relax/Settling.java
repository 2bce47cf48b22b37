package org.stillpoint.relax;

/**
 * The index in words, which come before the number everywhere: on the screen, in speech and in the
 * report. The bands are a product decision: people whom nothing moves scatter by about three points
 * around their start.
 */
public enum Settling {
  /** 65 and more. */
  CLEARLY(65, "clearly settled"),
  /** 57 to 64. */
  A_LITTLE(57, "settled a little"),
  /** 44 to 56. */
  AS_AT_START(44, "about as at your start"),
  /** 36 to 43. */
  STIRRED_A_LITTLE(36, "a little more stirred than at your start"),
  /** 35 and less. */
  STIRRED(0, "more stirred than at your start, that happens");

  private final int from;
  private final String words;

  Settling(int from, String words) {
    this.from = from;
    this.words = words;
  }

  /**
   * The band of an index, rounded as it is shown.
   *
   * @param index 0 to 100
   */
  public static Settling of(double index) {
    long shown = Math.round(index);
    for (Settling each : values()) {
      if (shown >= each.from) {
        return each;
      }
    }
    return STIRRED;
  }

  /** The words, without a capital and a full stop. */
  public String words() {
    return words;
  }

  /** Whether the person has settled, by any amount that can be told from chance. */
  public boolean settled() {
    return this == CLEARLY || this == A_LITTLE;
  }
}
