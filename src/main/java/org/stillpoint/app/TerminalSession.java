package org.stillpoint.app;

import java.io.PrintWriter;
import java.util.Optional;
import org.stillpoint.monitor.Command;
import org.stillpoint.monitor.Monitor;
import org.stillpoint.monitor.RecordingEvent.Outcome;
import org.stillpoint.monitor.Snapshot;

/** Runs a monitor in the terminal until it ends or is interrupted. */
final class TerminalSession {
  private static final long NOTICE_MILLIS = 250;

  private TerminalSession() {}

  /**
   * Runs a monitor to its end.
   *
   * @param monitor not started yet
   * @param keys whether a person can press keys meanwhile
   * @param keep called once when the monitor has ended, also after an interrupt
   * @param err receives notices, and one sentence when the monitor fails
   * @return how the recording ended; absent if the process is ending
   * @throws InterruptedException if the calling thread is interrupted
   */
  static Optional<Outcome> run(Monitor monitor, boolean keys, Runnable keep, PrintWriter err)
      throws InterruptedException {
    Optional<TerminalKeys> pressed =
        keys ? TerminalKeys.follow(monitor::command, err::println) : Optional.empty();
    Thread atInterrupt =
        new Thread(
            () -> {
              monitor.command(Command.STOP);
              monitor.close();
              keep.run();
              pressed.ifPresent(TerminalKeys::close);
            },
            "interrupt");
    Runtime.getRuntime().addShutdownHook(atInterrupt);
    try {
      monitor.start();
      Notices notices = new Notices(err, Host.interactive());
      while (!monitor.await(NOTICE_MILLIS)) {
        notices.show(monitor.latest().map(Snapshot::message).orElse(""));
      }
      notices.show("");
    } finally {
      pressed.ifPresent(TerminalKeys::close); // whatever happens, the terminal is given back
    }
    if (!removed(atInterrupt)) {
      atInterrupt.join(); // the process is ending: wait until the recording is closed
      return Optional.empty();
    }
    keep.run();
    if (!monitor.failure().isEmpty()) {
      err.println(monitor.failure());
      err.flush();
    }
    return Optional.of(
        monitor.failure().isEmpty() ? monitor.outcome().orElse(Outcome.FAILED) : Outcome.FAILED);
  }

  private static boolean removed(Thread hook) {
    try {
      return Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException processIsEnding) {
      return false;
    }
  }
}
