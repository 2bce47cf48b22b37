package org.stillpoint.ui;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.util.function.LongSupplier;
import javax.swing.JComponent;
import javax.swing.Timer;
import org.stillpoint.monitor.Snapshot;

/**
 * A circle that grows while the person should breathe in and shrinks while they should breathe out.
 * It is redrawn 30 times per second, and is hidden while no pacer leads. Belongs to the event
 * thread.
 */
final class BreathCircle extends JComponent {
  private static final long serialVersionUID = 1;
  private static final int FRAME_MILLIS = 33;
  private static final double LEAST_SHARE = 0.45;
  private static final double CORE_SHARE = 0.68;
  private static final float SOFT = 0.2f;

  private final transient LongSupplier nanoTime;
  private final transient BreathMotion motion = new BreathMotion();
  private final Timer timer = new Timer(FRAME_MILLIS, e -> frame());
  private double fullness;
  private double frameSeconds;
  private boolean in;

  /**
   * A circle.
   *
   * @param nanoTime the clock of the frames; must never go backwards
   */
  BreathCircle(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    setName("breathCircle");
    setVisible(false);
  }

  private double now() {
    return nanoTime.getAsLong() / 1e9;
  }

  /**
   * Follows the breath of a snapshot.
   *
   * @param hidden whether to hide the circle even if a pacer leads
   */
  void follow(Snapshot s, boolean hidden) {
    motion.follow(s, now());
    boolean drawn = motion.leads() && !hidden;
    if (drawn != isVisible()) {
      setVisible(drawn);
      frame();
    }
    if (drawn && !timer.isRunning()) {
      timer.start();
    }
  }

  private void frame() {
    double now = now();
    fullness = motion.frame(now);
    frameSeconds = now;
    in = motion.in(now);
    if (isShowing()) {
      repaint();
    } else {
      timer.stop();
    }
  }

  /** When it was last redrawn, in seconds of the clock of the frames. */
  double frameSeconds() {
    return frameSeconds;
  }

  /** The current radius, in pixels. */
  double radius() {
    double most = Math.min(getWidth(), getHeight()) / 2.0 - 2;
    return Math.max(0, most * (LEAST_SHARE + (1 - LEAST_SHARE) * fullness));
  }

  /** The word in the circle: what the person should do now. */
  String word() {
    return in ? "In" : "Out";
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(220, 220);
  }

  @Override
  public Dimension getMinimumSize() {
    return new Dimension(96, 96);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = (Graphics2D) graphics.create();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    double most = Math.min(getWidth(), getHeight()) / 2.0 - 2;
    g.setColor(Theme.line());
    g.setStroke(new BasicStroke(1.2f));
    g.draw(disc(most));
    g.setColor(Theme.accent());
    g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, SOFT));
    g.fill(disc(radius()));
    g.fill(disc(CORE_SHARE * radius()));
    g.setComposite(AlphaComposite.SrcOver);
    g.setColor(Theme.text());
    g.setFont(Theme.font(16));
    FontMetrics metrics = g.getFontMetrics();
    float x = (getWidth() - metrics.stringWidth(word())) / 2f;
    g.drawString(word(), x, getHeight() / 2f + (metrics.getAscent() - metrics.getDescent()) / 2f);
    g.dispose();
  }

  private Ellipse2D disc(double radius) {
    return new Ellipse2D.Double(
        getWidth() / 2.0 - radius, getHeight() / 2.0 - radius, 2 * radius, 2 * radius);
  }
}
