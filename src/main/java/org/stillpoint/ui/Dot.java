package org.stillpoint.ui;

import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import javax.swing.Icon;

/** A small dot before a sentence. */
final class Dot implements Icon {
  private static final int SIZE = 8;

  private final Tone tone;

  Dot(Tone tone) {
    this.tone = tone;
  }

  @Override
  public void paintIcon(Component c, Graphics graphics, int x, int y) {
    Graphics2D g = (Graphics2D) graphics.create();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(colour());
    g.fillOval(x, y, SIZE, SIZE);
    g.dispose();
  }

  private Color colour() {
    return switch (tone) {
      case QUIET -> Theme.faint();
      case GOOD -> Theme.accent();
      case WARNING -> Theme.warm();
    };
  }

  @Override
  public int getIconWidth() {
    return SIZE + 2;
  }

  @Override
  public int getIconHeight() {
    return SIZE;
  }
}
