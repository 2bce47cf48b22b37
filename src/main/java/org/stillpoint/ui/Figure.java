package org.stillpoint.ui;

/**
 * A number as it is shown.
 *
 * @param text the number, or a dash if it is absent
 * @param note its unit, or the reason why it is absent
 * @param present whether it is present
 */
record Figure(String text, String note, boolean present) {
  static final String DASH = "–";

  static Figure of(String text, String note) {
    return new Figure(text, note, true);
  }

  static Figure absent(String why) {
    return new Figure(DASH, why, false);
  }
}
