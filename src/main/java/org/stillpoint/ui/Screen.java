package org.stillpoint.ui;

import java.awt.Desktop;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import org.tinylog.Logger;

/** What the rest of the program needs from the screen. Any thread may call it. */
public final class Screen {
  private Screen() {}

  /** Whether windows can be opened. */
  public static boolean available() {
    return !GraphicsEnvironment.isHeadless();
  }

  /** Runs an action on the event thread, later. */
  public static void later(Runnable action) {
    EventQueue.invokeLater(action);
  }

  /** Whether a page can be opened in a browser. */
  static boolean canBrowse() {
    return Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE);
  }

  /** Opens a page in the person's browser; only logs it if that fails. */
  static void browse(Path page) {
    try {
      Desktop.getDesktop().browse(page.toUri());
    } catch (IOException e) {
      Logger.warn(e, "no browser for {}", page);
    }
  }
}
