package org.stillpoint.ui;

import java.awt.Desktop;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import org.tinylog.Logger;

/** What the rest of the program may know of the screen. May be used by any thread. */
public final class Screen {
  private Screen() {}

  /** Whether windows can be opened. */
  public static boolean available() {
    return !GraphicsEnvironment.isHeadless();
  }

  /** Does something on the event thread, later. */
  public static void later(Runnable action) {
    EventQueue.invokeLater(action);
  }

  /** Whether a page can be shown in a browser. */
  static boolean canBrowse() {
    return Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE);
  }

  /** Shows a page in the person's browser, if there is one. */
  static void browse(Path page) {
    try {
      Desktop.getDesktop().browse(page.toUri());
    } catch (IOException e) {
      Logger.warn(e, "no browser for {}", page);
    }
  }
}
