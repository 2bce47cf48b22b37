package org.stillpoint.ui;

import java.awt.AlphaComposite;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.List;
import javax.swing.Icon;

/** The icon of the product: a point and two fading rings. */
final class AppIcon implements Icon {
  private static final float[] STRENGTH = {0.16f, 0.32f, 1};
  private static final double[] SHARE = {1, 0.66, 0.3};

  private final int size;

  AppIcon(int size) {
    this.size = size;
  }

  /** The icon in all the sizes that a window system asks for. */
  static List<Image> images() {
    return List.of(image(16), image(32), image(64), image(128));
  }

  private static Image image(int size) {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = image.createGraphics();
    new AppIcon(size).paint(g, 0, 0);
    g.dispose();
    return image;
  }

  @Override
  public void paintIcon(Component c, Graphics graphics, int x, int y) {
    Graphics2D g = (Graphics2D) graphics.create();
    paint(g, x, y);
    g.dispose();
  }

  private void paint(Graphics2D g, int x, int y) {
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(Theme.accent());
    for (int i = 0; i < SHARE.length; i++) {
      double d = size * SHARE[i];
      double edge = (size - d) / 2;
      g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, STRENGTH[i]));
      g.fill(new Ellipse2D.Double(x + edge, y + edge, d, d));
    }
  }

  @Override
  public int getIconWidth() {
    return size;
  }

  @Override
  public int getIconHeight() {
    return size;
  }
}
