package org.stillpoint.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stillpoint.monitor.ChainSettings;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.programme.ProgrammeException;
import org.stillpoint.programme.ProgrammeReader;
import org.stillpoint.programme.Script;
import org.stillpoint.serial.ByteSource;
import org.stillpoint.store.NewRecording;
import org.stillpoint.store.RecordingWriter;
import org.stillpoint.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a session in the terminal and keeps its recording. */
@Command(
    name = "session",
    mixinStandardHelpOptions = true,
    description = "Runs an adaptive session in the terminal and keeps the recording.")
final class SessionCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final SensorOptions sensor = new SensorOptions();
  @Mixin private final StoreOption store = new StoreOption();
  @Mixin private final RatingOptions ratings = new RatingOptions();

  @Option(
      names = "--programme",
      paramLabel = "NAME",
      defaultValue = "back-pain",
      description = "What is guided. Default: ${DEFAULT-VALUE}.")
  private String programme = "back-pain";

  @Option(
      names = "--minutes",
      paramLabel = "T",
      defaultValue = "20",
      description = "Length: 10 or 20 for back-pain. Default: ${DEFAULT-VALUE}.")
  private int minutes;

  @Option(names = "--json", description = "Print JSON: an object a line.")
  private boolean json;

  @Option(
      names = "--headless",
      description = "Run in the terminal; so far this command always does.")
  void headless(boolean on) {
    // The window has a start of its own; scripts may say what they rely on.
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = Output.of(spec);
    PrintWriter err = Output.errors(spec);
    Script script = script();
    NewRecording start =
        Host.recordingNow(
            sensor.spec().words(), sensor.protocols(), sensor.column(), script, ratings.ratings());
    Store recordings = store.open();
    ByteSource source = sensor.open(Double.POSITIVE_INFINITY);
    Consumer<RecordingEvent> printer = json ? new Events(out) : new Transcript(out, true);
    RecordingWriter writer =
        new RecordingWriter(
            recordings,
            start,
            Host::nanoTime,
            !sensor.live(),
            trouble -> {
              err.println(trouble);
              err.flush();
            });
    int code =
        Run.through(
            source,
            ChainSettings.session(sensor.protocols(), script),
            writer.andThen(printer),
            writer::close,
            err);
    return tell(writer, code, err);
  }

  private Script script() {
    try {
      return ProgrammeReader.shipped(programme).forMinutes(minutes);
    } catch (ProgrammeException e) {
      throw Output.wrongUsage(spec, String.valueOf(e.getMessage()));
    }
  }

  private static int tell(RecordingWriter writer, int code, PrintWriter err) {
    if (!writer.trouble().isEmpty()) {
      return 1; // said when it happened
    }
    if (writer.id().isPresent()) {
      String whole = code == 0 ? "" : " It ended early and is marked so.";
      err.println("Kept as recording " + writer.id().getAsLong() + "." + whole);
      err.flush();
    }
    return code;
  }
}
