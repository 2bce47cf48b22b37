package org.stillpoint.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stillpoint.monitor.ChainSettings;
import org.stillpoint.monitor.Monitor;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.monitor.RecordingEvent.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows a sensor live, without a session; nothing is kept. */
@Command(
    name = "monitor",
    mixinStandardHelpOptions = true,
    description = "Shows heart rate, quality and variability of a sensor, live.")
final class MonitorCommand implements Callable<Integer> {
  /** A script that watches a sensor which never comes back should not wait for ever. */
  private static final double PATIENCE_SECONDS = 60;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private final SensorOptions sensor = new SensorOptions();

  @Option(names = "--seconds", paramLabel = "N", description = "End after so many seconds.")
  private double seconds = Double.POSITIVE_INFINITY;

  @Option(
      names = "--json",
      description = "Print JSON: an object a line, for every beat and every 5 s.")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = Output.of(spec);
    if (!(seconds > 0)) {
      throw Output.wrongUsage(spec, "--seconds must be above 0");
    }
    Host.settleIn();
    Consumer<RecordingEvent> printer = json ? new Events(out) : new Transcript(out, false);
    ChainSettings settings = ChainSettings.watching(sensor.protocols(), seconds);
    Monitor monitor = new Monitor(sensor.open(PATIENCE_SECONDS), settings, printer, true);
    Optional<Outcome> outcome =
        TerminalSession.run(monitor, Optional.empty(), () -> {}, Output.errors(spec));
    // Without a session the end of a recorded source is as good an end as any.
    return outcome.map(o -> o.whole() || o == Outcome.SOURCE_ENDED).orElse(true) ? 0 : 1;
  }
}
