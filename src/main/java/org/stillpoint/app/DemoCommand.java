package org.stillpoint.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stillpoint.device.Devices;
import org.stillpoint.monitor.ChainSettings;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.monitor.SessionPlan;
import org.stillpoint.programme.ProgrammeException;
import org.stillpoint.programme.ProgrammeReader;
import org.stillpoint.programme.Script;
import org.stillpoint.serial.ByteSource;
import org.stillpoint.store.NewRecording;
import org.stillpoint.store.Ratings;
import org.stillpoint.store.Recording;
import org.stillpoint.store.RecordingWriter;
import org.stillpoint.store.Replay;
import org.stillpoint.store.Store;
import org.stillpoint.ui.Screen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The whole job without hardware: a virtual person, a session at high speed, the report. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "The whole job with no hardware: a virtual person lies through a 10-minute session",
      "at high speed; its recording and report are written."
    })
final class DemoCommand implements Callable<Integer> {
  private static final SensorSpec PERSON = SensorSpec.parse("virtual:responder,7");
  private static final int MINUTES = 10;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where recording and report go. Default: demo in the user's data folder.")
  private @Nullable Path out;

  @Option(
      names = "--window",
      negatable = true,
      description =
          "Open the review window at the end, or do not. Default: open it when there is a display"
              + " and a person at the terminal.")
  private @Nullable Boolean window;

  @Override
  public Integer call() throws IOException, InterruptedException, ProgrammeException {
    Path folder = out == null ? Host.dataFolder().resolve("demo") : out;
    Host.settleIn();
    PrintWriter print = Output.of(spec);
    Store store = Store.open(folder);
    Script script = ProgrammeReader.shipped("back-pain").forMinutes(MINUTES);
    print.println("A virtual person lies down for \"" + script.title() + "\", 10 minutes.");
    print.flush();
    Summary summary = new Summary();
    ByteSource person =
        Sources.open(
            PERSON,
            Devices.live(),
            DeviceTimedSource.USUAL_PULSE_SENSOR_HZ,
            Double.POSITIVE_INFINITY);
    try (Progress progress = new Progress(Output.errors(spec));
        RecordingWriter writer = writer(store, script)) {
      int code =
          Run.through(
              person,
              ChainSettings.session(Devices.live(), script),
              writer
                  .andThen(Sources.ears(person, script))
                  .andThen(summary)
                  .andThen(event -> progress.show(event.timeNanos() / 1e9 / (MINUTES * 60.0))),
              Optional.empty(),
              writer::close,
              Output.errors(spec));
      if (code != 0 || !writer.trouble().isEmpty()) {
        throw new IOException("The demo ended early. " + writer.trouble());
      }
    }
    Recording recording = StoreOption.find(store, "latest");
    Path report = Reports.write(store, recording, folder);
    Replay.Result replay = Replay.run(store, recording);
    print.println(summary.words());
    print.println(
        replay.identical()
            ? "Recomputed from its raw bytes, all " + replay.events() + " events are identical."
            : "Recomputed from its raw bytes it differs: " + replay.difference());
    print.println("Report: " + report);
    print.flush();
    return showsWindow() ? WindowCommand.review(store.load(recording), report) : 0;
  }

  private boolean showsWindow() {
    return Screen.available() && (window == null ? Host.interactive() : window);
  }

  private static RecordingWriter writer(Store store, Script script) {
    NewRecording start =
        Host.recordingNow(
            PERSON.words(), Devices.live(), "ppg", SessionPlan.usual(script), Ratings.NONE);
    return new RecordingWriter(store, start, Host::nanoTime, true, trouble -> {});
  }

  /** Remembers how it went. */
  private static final class Summary implements Consumer<RecordingEvent> {
    private long adaptations;
    private String end = "";

    @Override
    public void accept(RecordingEvent event) {
      if (event instanceof RecordingEvent.Decided decided && decided.decision().changed()) {
        adaptations++;
      } else if (event instanceof RecordingEvent.Ended ended) {
        end =
            ended.summary().finalIndex().stream()
                .mapToObj(i -> "the index ended at " + Math.round(i) + " (50 is the start)")
                .findFirst()
                .orElse("no index could be had");
      }
    }

    String words() {
      return "The session ended after "
          + Transcript.clock(MINUTES * 60)
          + "; "
          + end
          + "; its pacing was adapted "
          + adaptations
          + (adaptations == 1 ? " time." : " times.");
    }
  }
}
