package org.stillpoint.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stillpoint.device.Devices;
import org.stillpoint.device.Protocol;
import org.stillpoint.live.DeviceTimedSource;
import org.stillpoint.live.LiveSession;
import org.stillpoint.live.Narration;
import org.stillpoint.live.SensorSpec;
import org.stillpoint.live.Sources;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.monitor.RecordingEvent.Outcome;
import org.stillpoint.monitor.SessionPlan;
import org.stillpoint.programme.ProgrammeException;
import org.stillpoint.programme.ProgrammeReader;
import org.stillpoint.programme.Script;
import org.stillpoint.relax.Settling;
import org.stillpoint.serial.ByteSource;
import org.stillpoint.store.NewRecording;
import org.stillpoint.store.Ratings;
import org.stillpoint.store.Recording;
import org.stillpoint.store.Replay;
import org.stillpoint.store.Store;
import org.stillpoint.ui.Screen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows everything without hardware: a virtual person, a session at high speed, the report. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Shows everything without hardware, with a virtual person.",
      "The person goes through a 10-minute session at high speed. The recording and its report are"
          + " written."
    })
final class DemoCommand implements Callable<Integer> {
  private static final SensorSpec PERSON = SensorSpec.parse("virtual:responder,7");
  private static final int MINUTES = 10;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for recording and report. Default: demo in your data folder.")
  private @Nullable Path out;

  @Option(
      names = "--window",
      negatable = true,
      description =
          "Open the review window at the end, or do not. Default: open it if there is a display and"
              + " a person at the terminal.")
  private @Nullable Boolean window;

  @Override
  public Integer call() throws IOException, InterruptedException, ProgrammeException {
    Path folder = out == null ? Host.dataFolder().resolve("demo") : out;
    Host.settleIn();
    PrintWriter print = Output.of(spec);
    Store store = Store.open(folder);
    Script script = ProgrammeReader.shipped("back-pain").forMinutes(MINUTES);
    print.println("A virtual person lies down for 10 minutes of \"" + script.title() + "\".");
    print.flush();
    DemoSummary summary = new DemoSummary();
    List<Protocol> protocols = Devices.live();
    ByteSource person =
        new Sources(Host.CLOCKS)
            .open(
                PERSON,
                protocols,
                DeviceTimedSource.USUAL_PULSE_SENSOR_HZ,
                Double.POSITIVE_INFINITY,
                Double.POSITIVE_INFINITY);
    NewRecording start =
        Host.recordingNow(
            PERSON, protocols, "ppg", SessionPlan.usual(script), Ratings.NONE, Optional.empty());
    try (Progress progress = new Progress(Output.errors(spec));
        LiveSession session =
            new LiveSession(
                person, start, store, Narration.silent(script), Host::nanoTime, trouble -> {})) {
      Consumer<RecordingEvent> observer =
          summary.andThen(event -> progress.show(event.timeNanos() / 1e9 / (MINUTES * 60.0)));
      Optional<Outcome> outcome =
          TerminalSession.run(
              session.monitor(protocols, observer), false, session::close, Output.errors(spec));
      String trouble = session.closeRecording();
      if (!outcome.map(Outcome::whole).orElse(true) || !trouble.isEmpty()) {
        throw new IOException(
            "The demo ended early: "
                + (trouble.isEmpty() ? "run 'stillpoint doctor' to find out why." : trouble));
      }
    }
    Recording recording = StoreOption.find(store, "latest");
    Path report = Reports.write(store, recording, folder);
    Replay.Result replay = Replay.run(store, recording);
    print.println(summary.words());
    print.println(
        replay.identical() // it was recorded a moment ago, by the same formula
            ? "Recomputed from its raw bytes, all " + replay.events() + " events are identical."
            : "Recomputed from its raw bytes, it differs: " + replay.difference());
    print.println("Report: " + report);
    print.flush();
    return showsWindow() ? WindowCommand.review(store.load(recording), report) : 0;
  }

  private boolean showsWindow() {
    return Screen.available() && (window == null ? Host.interactive() : window);
  }

  /** Collects what the demo prints at its end. */
  private static final class DemoSummary implements Consumer<RecordingEvent> {
    private long adaptations;
    private String end = "";

    @Override
    public void accept(RecordingEvent event) {
      if (event instanceof RecordingEvent.Decided decided && decided.decision().changed()) {
        adaptations++;
      } else if (event instanceof RecordingEvent.Ended ended) {
        end =
            ended.summary().finalIndex().stream()
                .mapToObj(
                    i -> Settling.of(i).words() + ", index " + Math.round(i) + " (50 is the start)")
                .findFirst()
                .orElse("there was no index");
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
