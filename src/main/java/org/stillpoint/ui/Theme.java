package org.stillpoint.ui;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import com.formdev.flatlaf.fonts.inter.FlatInterFont;
import java.awt.Color;
import java.awt.Font;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;

/**
 * Colours and fonts. Their values are in the property files of this package, one for each look;
 * this class has their names, and the few ways in which they are used.
 */
final class Theme {
  static final String MUTED = "foreground: $Stillpoint.muted";
  static final String ACCENT = "foreground: $Stillpoint.accent";
  static final String WARM = "foreground: $Stillpoint.warm";
  static final String SMALL = "font: -1; foreground: $Stillpoint.muted";

  private Theme() {}

  /** Installs a look. Components that already exist change too. */
  static void install(boolean dark) {
    FlatInterFont.installLazy();
    FlatLaf.setPreferredFontFamily(FlatInterFont.FAMILY);
    FlatLaf.setPreferredLightFontFamily(FlatInterFont.FAMILY_LIGHT);
    FlatLaf.setPreferredSemiboldFontFamily(FlatInterFont.FAMILY_SEMIBOLD);
    FlatLaf.registerCustomDefaultsSource("org.stillpoint.ui");
    if (dark) {
      FlatDarkLaf.setup();
    } else {
      FlatLightLaf.setup();
    }
    FlatLaf.updateUI();
  }

  static Color accent() {
    return color("accent");
  }

  static Color soft() {
    return color("soft");
  }

  static Color wave() {
    return color("wave");
  }

  static Color muted() {
    return color("muted");
  }

  static Color faint() {
    return color("faint");
  }

  static Color line() {
    return color("line");
  }

  static Color warm() {
    return color("warm");
  }

  static Color card() {
    return color("card");
  }

  static Color text() {
    return UIManager.getColor("Label.foreground");
  }

  private static Color color(String name) {
    return UIManager.getColor("Stillpoint." + name);
  }

  static Font font(float size) {
    return UIManager.getFont("defaultFont").deriveFont(size);
  }

  /** A panel with rounded corners and the colour of a card. */
  static JPanel card(String layout, String columns, String rows) {
    JPanel panel = new JPanel(new MigLayout(layout, columns, rows));
    return style(panel, "arc: 24; background: $Stillpoint.card");
  }

  /** A transparent panel. */
  static JPanel clear(String layout, String columns, String rows) {
    JPanel panel = new JPanel(new MigLayout(layout, columns, rows));
    panel.setOpaque(false);
    return panel;
  }

  static JLabel label(String text, String style) {
    return style(new JLabel(text), style);
  }

  /** Gives a component a FlatLaf style. Giving it the same style again costs nothing. */
  static <C extends JComponent> C style(C component, String style) {
    if (!style.equals(component.getClientProperty(FlatClientProperties.STYLE))) {
      component.putClientProperty(FlatClientProperties.STYLE, style);
    }
    return component;
  }

  /** The style of a sentence with a tone. */
  static String of(Tone tone) {
    return tone == Tone.WARNING ? WARM : MUTED;
  }
}
