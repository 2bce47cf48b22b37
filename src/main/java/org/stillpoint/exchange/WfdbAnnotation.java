package org.stillpoint.exchange;

/**
 * An annotation of a WFDB record.
 *
 * @param time in frames of the record, or in the ticks that the file declares
 * @param code what it marks, 1 to 49
 * @param subtype a number whose meaning depends on the code
 * @param channel the signal that it belongs to
 * @param number a number for free use by the annotator
 * @param text of a rhythm change or a note; may be empty
 */
public record WfdbAnnotation(
    long time, int code, int subtype, int channel, int number, String text) {

  /** Beginning and end of ventricular flutter or fibrillation: no beats are counted in between. */
  static final int FLUTTER_BEGINS = 32;

  static final int FLUTTER_ENDS = 33;

  /** A comment. */
  static final int NOTE = 22;

  /** The symbols of the codes, from 0; a space for a code that marks nothing. */
  private static final String SYMBOLS = " NLRaVFJASEj/Q~ | sT*D\"=pB^t+u?![]en@xf()r";

  /** The symbols that mark a beat. */
  private static final String BEATS = "NLRaVFJASEj/QB?enfr";

  /** The symbol of the code, such as N; the empty string when it has none. */
  public String symbol() {
    return code < SYMBOLS.length() ? SYMBOLS.substring(code, code + 1).strip() : "";
  }

  /** Whether it marks a beat (a QRS complex). */
  public boolean beat() {
    String symbol = symbol();
    return !symbol.isEmpty() && BEATS.contains(symbol);
  }
}
