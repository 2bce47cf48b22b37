package org.stillpoint.app;

import java.io.PrintWriter;
import java.io.Reader;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.stillpoint.monitor.ChainSettings;
import org.stillpoint.monitor.Command;
import org.stillpoint.monitor.Monitor;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.monitor.RecordingEvent.Outcome;
import org.stillpoint.monitor.Snapshot;
import org.stillpoint.serial.ByteSource;
import picocli.CommandLine;

/** Runs a monitor in the terminal until it ends, also when it is interrupted. */
final class Run {
  private static final long NOTICE_MILLIS = 250;

  private Run() {}

  /**
   * Runs to the end.
   *
   * @param sink takes every event on the monitor's thread
   * @param keys what the person types meanwhile; empty where nobody can
   * @param keep called once when the monitor has ended, also on an interrupt
   * @param err takes the sentence of a failure
   * @return the exit code
   */
  static int through(
      ByteSource source,
      ChainSettings settings,
      Consumer<RecordingEvent> sink,
      Optional<Reader> keys,
      Runnable keep,
      PrintWriter err)
      throws InterruptedException {
    AtomicReference<Outcome> outcome = new AtomicReference<>(Outcome.FAILED);
    Monitor monitor =
        new Monitor(
            source,
            settings,
            event -> {
              sink.accept(event);
              if (event instanceof RecordingEvent.Ended ended) {
                outcome.set(ended.summary().outcome());
              }
            },
            true);
    Thread atInterrupt =
        new Thread(
            () -> {
              monitor.command(Command.STOP);
              monitor.close();
              keep.run();
            },
            "interrupt");
    Runtime.getRuntime().addShutdownHook(atInterrupt);
    monitor.start();
    keys.ifPresent(lines -> TerminalKeys.follow(lines, monitor::command, err::println));
    Notices notices = new Notices(err, Host.interactive());
    while (!monitor.await(NOTICE_MILLIS)) {
      notices.show(monitor.latest().map(Snapshot::message).orElse(""));
    }
    notices.show("");
    if (!removed(atInterrupt)) {
      atInterrupt.join(); // the process is going down: let it be done in order
      return CommandLine.ExitCode.OK;
    }
    keep.run();
    if (!monitor.failure().isEmpty()) {
      err.println(monitor.failure());
      err.flush();
    }
    boolean done =
        Objects.requireNonNull(outcome.get()).whole()
            || (outcome.get() == Outcome.SOURCE_ENDED && settings.plan() == null);
    return done && monitor.failure().isEmpty()
        ? CommandLine.ExitCode.OK
        : CommandLine.ExitCode.SOFTWARE;
  }

  private static boolean removed(Thread hook) {
    try {
      return Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException goingDown) {
      return false;
    }
  }
}
