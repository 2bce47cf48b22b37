package org.stillpoint.ui;

import java.awt.Frame;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.function.BooleanSupplier;
import javax.swing.Timer;

/** Brings a window to the front whenever it is asked for. */
final class FrontWatch {
  private static final int MILLIS = 500;

  private FrontWatch() {}

  /** Watches until the window is closed. Call on the event thread. */
  static void start(Frame frame, BooleanSupplier asked) {
    Timer watch =
        new Timer(
            MILLIS,
            e -> {
              if (asked.getAsBoolean()) {
                frame.setExtendedState(frame.getExtendedState() & ~Frame.ICONIFIED);
                frame.toFront();
              }
            });
    watch.start();
    frame.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosed(WindowEvent e) {
            watch.stop();
          }
        });
  }
}
