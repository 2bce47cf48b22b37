package org.stillpoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import javax.swing.UIManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Text and outlines can be told from what is behind them, in both looks (WCAG 2.1). */
@ResourceLock("display")
class ContrastTest {
  private static final double TEXT = 4.5;
  private static final double OUTLINE = 3;

  @AfterEach
  void theUsualLook() {
    Theme.install(false);
  }

  @Test
  void textAndOutlinesReachTheLimits() {
    for (boolean dark : List.of(false, true)) {
      Theme.install(dark);
      for (String behind : List.of("Stillpoint.card", "Panel.background")) {
        for (String text :
            List.of(
                "Label.foreground",
                "Label.disabledForeground",
                "ComboBox.disabledForeground",
                "Stillpoint.muted",
                "Stillpoint.faint",
                "Stillpoint.accent",
                "Stillpoint.warm")) {
          assertThat(contrast(text, behind))
              .as("%s on %s", text, behind)
              .isGreaterThanOrEqualTo(TEXT);
        }
        for (String line :
            List.of("Button.borderColor", "Component.borderColor", "Stillpoint.wave")) {
          assertThat(contrast(line, behind))
              .as("%s on %s", line, behind)
              .isGreaterThanOrEqualTo(OUTLINE);
        }
      }
      assertThat(contrast("Stillpoint.onAccent", "Stillpoint.accent")).isGreaterThanOrEqualTo(TEXT);
    }
  }

  private static double contrast(String one, String other) {
    double a = luminance(UIManager.getColor(one));
    double b = luminance(UIManager.getColor(other));
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(Color color) {
    assertThat(color).isNotNull();
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(int part) {
    double share = part / 255.0;
    return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
