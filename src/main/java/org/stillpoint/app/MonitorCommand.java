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

/** Shows a sensor live, without a session. Nothing is recorded. */
@Command(
    name = "monitor",
    mixinStandardHelpOptions = true,
    description = "Shows the heart rate, signal quality and variability of a sensor, live.")
final class MonitorCommand implements Callable<Integer> {
  /** Limited, so that a shell script does not wait for ever for a sensor that never comes back. */
  private static final double PATIENCE_SECONDS = 60;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private final SensorOptions sensor = new SensorOptions();

  @Option(names = "--seconds", paramLabel = "N", description = "Stop after N seconds.")
  private double seconds = Double.POSITIVE_INFINITY;

  @Option(
      names = "--json",
      description = "Print JSON: one object per line, for every beat and every 5 s.")
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
    Optional<Outcome> outcome = TerminalSession.run(monitor, false, () -> {}, Output.errors(spec));
    // Without a session there is no planned end, so the end of a recorded source is a success.
    return outcome.map(o -> o.whole() || o == Outcome.SOURCE_ENDED).orElse(true) ? 0 : 1;
  }
}
