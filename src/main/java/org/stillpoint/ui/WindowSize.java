package org.stillpoint.ui;

import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;

/** How large the window is at first. */
final class WindowSize {
  private static final Dimension USUAL = new Dimension(1280, 800);
  private static final Dimension LEAST = new Dimension(900, 600);

  /** Larger than this, lines become too long to read. */
  private static final Dimension MOST = new Dimension(1920, 1200);

  private static final double SHARE = 0.7;

  private WindowSize() {}

  /** The part of the screen that no task bar covers. */
  static Rectangle room() {
    return GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
  }

  /** The first size: the usual one, larger on a large screen, and never larger than the screen. */
  static Dimension first(Rectangle room) {
    return new Dimension(
        first(room.width, USUAL.width, MOST.width), first(room.height, USUAL.height, MOST.height));
  }

  private static int first(int room, int usual, int most) {
    int wanted = (int) Math.min(most, Math.max(usual, SHARE * room));
    return Math.min(room, wanted);
  }

  /** The smallest size, never larger than the screen. */
  static Dimension least(Rectangle room) {
    return new Dimension(Math.min(room.width, LEAST.width), Math.min(room.height, LEAST.height));
  }
}
