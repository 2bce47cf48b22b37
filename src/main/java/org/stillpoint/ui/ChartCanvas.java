package org.stillpoint.ui;

import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import javax.swing.JComponent;
import org.knowm.xchart.XYChart;

/** Paints a chart over its whole area, or a few words while there is nothing to draw. */
final class ChartCanvas extends JComponent {
  private static final long serialVersionUID = 1;

  private final transient XYChart chart;
  private final transient Runnable restyle;
  private String instead = "";

  /**
   * A canvas.
   *
   * @param restyle gives the chart the colours of the current look
   */
  ChartCanvas(XYChart chart, Runnable restyle) {
    this.chart = chart;
    this.restyle = restyle;
    restyle.run();
  }

  /** Shows words instead of the chart, or the chart if the words are empty. */
  void instead(String words) {
    if (!words.equals(instead)) {
      instead = words;
      repaint();
    }
  }

  /** Repaints after a change of the look. */
  void restyle() {
    restyle.run();
    repaint();
  }

  /**
   * Paints the chart once, out of sight: the first time is slow, and should not delay a session.
   */
  void warmUp() {
    BufferedImage image = new BufferedImage(600, 160, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    chart.paint(g, image.getWidth(), image.getHeight());
    g.dispose();
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(300, 120);
  }

  @Override
  public Dimension getMinimumSize() {
    return new Dimension(120, 50);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    if (getWidth() < 60 || getHeight() < 30) {
      return;
    }
    Graphics2D g = (Graphics2D) graphics.create();
    if (instead.isEmpty()) {
      chart.paint(g, getWidth(), getHeight());
    } else {
      g.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      g.setFont(Theme.font(13));
      g.setColor(Theme.faint());
      FontMetrics metrics = g.getFontMetrics();
      g.drawString(instead, (getWidth() - metrics.stringWidth(instead)) / 2f, getHeight() / 2f);
    }
    g.dispose();
  }
}
