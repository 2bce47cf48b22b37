package org.stillpoint.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stillpoint.monitor.ChainSettings;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.programme.Programme;
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
  @Mixin private final VoiceOptions voice = new VoiceOptions();

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
    Programme chosen = programme();
    Script written = script(chosen);
    Store recordings = store.open();
    try (Narration narration = narration(chosen, written, err)) {
      NewRecording start =
          Host.recordingNow(
              sensor.spec().words(),
              sensor.protocols(),
              sensor.column(),
              narration.script(),
              ratings.ratings());
      ByteSource source = sensor.open(Double.POSITIVE_INFINITY);
      narration.remarks().forEach(remark -> say(err, remark));
      Consumer<RecordingEvent> printer = json ? new Events(out) : new Transcript(out, true);
      RecordingWriter writer =
          new RecordingWriter(
              recordings, start, Host::nanoTime, !sensor.live(), told -> say(err, told));
      int code =
          Run.through(
              source,
              ChainSettings.session(sensor.protocols(), narration.script()),
              writer.andThen(printer).andThen(new Narrator(narration.guide())),
              () -> {
                writer.close();
                narration.finish();
              },
              err);
      return tell(writer, code, err);
    }
  }

  private Narration narration(Programme chosen, Script written, PrintWriter err)
      throws IOException {
    Settings settings = new Settings(Host.dataFolder());
    Narration.Wish wish =
        new Narration.Wish(
            voice.voice(settings), voice.volumes(settings), sensor.present(), voice.file());
    Notices progress = new Notices(err, true);
    return Narration.open(
        wish,
        new Voices(settings, Host.dataFolder()),
        chosen,
        written,
        Host.interactive() ? progress::show : words -> {},
        told -> say(err, told));
  }

  private static void say(PrintWriter err, String words) {
    err.println(words);
    err.flush();
  }

  private Programme programme() {
    try {
      return ProgrammeReader.shipped(programme);
    } catch (ProgrammeException e) {
      throw Output.wrongUsage(spec, String.valueOf(e.getMessage()));
    }
  }

  private Script script(Programme chosen) {
    try {
      return chosen.forMinutes(minutes);
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
