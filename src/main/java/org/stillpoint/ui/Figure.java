package org.stillpoint.ui;

/**
 * A number as it is shown.
 *
 * @param text the number, or a dash
 * @param note its unit, or why it is absent
 * @param present whether there is one
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
