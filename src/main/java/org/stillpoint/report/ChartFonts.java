package org.stillpoint.report;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import org.tinylog.Logger;

/** The Inter typeface from its bundled files, so that charts look the same on every computer. */
final class ChartFonts {
  private static final String FOLDER = "/com/formdev/flatlaf/fonts/inter/";
  private static final float SIZE = 12;

  static final Font REGULAR = load("Inter-Regular.otf", Font.PLAIN);
  static final Font STRONG = load("Inter-SemiBold.otf", Font.BOLD);

  private ChartFonts() {}

  private static Font load(String file, int styleInstead) {
    try (InputStream in = ChartFonts.class.getResourceAsStream(FOLDER + file)) {
      if (in != null) {
        return Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(SIZE);
      }
    } catch (IOException | FontFormatException e) {
      Logger.warn(e, "The bundled font {} cannot be read; charts use another one.", file);
    }
    return new Font(Font.SANS_SERIF, styleInstead, (int) SIZE);
  }
}
