package org.stillpoint.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.stillpoint.store.RecordedSession;
import org.stillpoint.store.Store;
import org.stillpoint.ui.MainWindow;
import org.stillpoint.ui.ReviewWindow;
import org.stillpoint.ui.Screen;

/** Opens windows and waits until they are closed. */
final class WindowCommand {
  private WindowCommand() {}

  /**
   * Opens the main window and waits until it is closed.
   *
   * @param folder the person's data folder
   * @return the exit code
   * @throws IOException with one sentence when there is no display or no store
   */
  static int open(Path folder) throws IOException, InterruptedException {
    if (!Screen.available()) {
      throw new IOException(
          "There is no display for the window: run 'stillpoint session --headless --sensor SPEC'"
              + " in the terminal instead, or 'stillpoint --help' to see all commands.");
    }
    Store store = StoreOption.open(folder);
    Optional<WindowLock> lock = WindowLock.take(folder);
    if (lock.isEmpty()) {
      return 0; // the window that is open comes to the front
    }
    try (WindowLock mine = lock.get()) {
      LiveWindowBackend backend = new LiveWindowBackend(folder, store, Host.CLOCKS, 1);
      CountDownLatch closed = new CountDownLatch(1);
      Screen.later(
          () -> {
            MainWindow window =
                new MainWindow(backend, Clock.system(Host.zone()), System::nanoTime);
            window.whenClosed(closed::countDown);
            window.show();
            window.comeWhen(mine::asked);
          });
      closed.await();
      backend.close();
    }
    return 0;
  }

  /**
   * Opens the review window of a recording and waits until it is closed.
   *
   * @param report the report of the recording
   * @return the exit code
   */
  static int review(RecordedSession session, Path report) throws InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    Screen.later(
        () -> {
          ReviewWindow window = new ReviewWindow(session, report, false);
          window.whenClosed(closed::countDown);
          window.show();
        });
    closed.await();
    return 0;
  }
}
