package org.stillpoint.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stillpoint.device.Protocol;
import org.stillpoint.live.LiveSession;
import org.stillpoint.live.Narration;
import org.stillpoint.live.Voices;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.monitor.RecordingEvent.Outcome;
import org.stillpoint.monitor.SessionPlan;
import org.stillpoint.programme.Occasion;
import org.stillpoint.programme.ProgrammeException;
import org.stillpoint.programme.ProgrammeKind;
import org.stillpoint.programme.Script;
import org.stillpoint.report.PainWords;
import org.stillpoint.report.ReadingWords;
import org.stillpoint.serial.ByteSource;
import org.stillpoint.session.SessionOptions;
import org.stillpoint.signal.SensorKind;
import org.stillpoint.store.NewRecording;
import org.stillpoint.store.PastSessions;
import org.stillpoint.store.Ratings;
import org.stillpoint.store.Recording;
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
    description = "Runs a session in the terminal, adapts it to you, and keeps its recording.")
final class SessionCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final SensorOptions sensor = new SensorOptions();
  @Mixin private final StoreOption store = new StoreOption();
  @Mixin private final RatingOptions ratings = new RatingOptions();
  @Mixin private final VoiceOptions voice = new VoiceOptions();
  @Mixin private final ProgrammeOptions programme = new ProgrammeOptions();
  @Mixin private final ConductOptions conduct = new ConductOptions();

  @Option(
      names = "--acknowledge-safety",
      description = "Confirm that you have read the safety text ('stillpoint safety').")
  private boolean acknowledgeSafety;

  @Option(names = "--json", description = "Print JSON: one object per line.")
  private boolean json;

  @Option(names = "--headless", description = "Run in the terminal, as this command always does.")
  void headless(boolean on) {
    // Changes nothing; lets a script state that it relies on there being no window.
  }

  @Override
  public Integer call() throws IOException, InterruptedException, ProgrammeException {
    PrintWriter out = Output.of(spec);
    PrintWriter err = Output.errors(spec);
    Settings settings = settings();
    Ratings before = ratings.ratings(settings);
    WishedSession wished = programme.wished(store.folder(), store);
    ChosenProgramme chosen = wished.chosen();
    List<Protocol> protocols = sensor.protocols();
    Store recordings = store.open();
    PastSessions past = new PastSessions(recordings, sensor.spec().kind(), sensor.spec().words());
    SessionOptions options = conduct.options(settings, past, chosen.programme());
    int number = past.nextNumber(chosen.programme().id());
    Script written = chosen.script(new Occasion(options.posture(), number, wished.focus()));
    SafetyNotice safety = new SafetyNotice(settings, err);
    Optional<Reader> answers = Host.answers();
    if (answers.isPresent() && !mayBegin(safety, answers.get(), protocols)) {
      return 1;
    }
    try (Narration narration = narration(settings, written, err)) {
      SessionPlan plan =
          new SessionPlan(
              narration.script(),
              options,
              past.baselines(options.posture(), chosen.programme().kind()));
      NewRecording recording =
          Host.recordingNow(
              sensor.spec(), protocols, sensor.column(), plan, before, wished.place());
      if (sensor.present() && answers.isPresent()) {
        say(err, TerminalKeys.HELP);
      }
      ByteSource source = sensor.open(Double.POSITIVE_INFINITY);
      narration.remarks().forEach(remark -> say(err, remark));
      Consumer<RecordingEvent> printer = json ? new Events(out) : new Transcript(out, true);
      LiveSession session =
          new LiveSession(
              source, recording, recordings, narration, Host::nanoTime, told -> say(err, told));
      Optional<Outcome> outcome =
          TerminalSession.run(
              session.monitor(protocols, safety.whenItBegins(printer)),
              sensor.present() && answers.isPresent(),
              session::close,
              err);
      if (before.painRose()) {
        say(err, PainWords.ROSE);
      }
      int code = tell(session, outcome.map(Outcome::whole).orElse(true), err);
      if (plan.script().kind() == ProgrammeKind.READING && session.recordingId().isPresent()) {
        Recording kept = StoreOption.find(recordings, "" + session.recordingId().getAsLong());
        ReadingWords.of(recordings.load(kept), plan.history()).forEach(words -> say(err, words));
      }
      return code;
    }
  }

  private Narration narration(Settings settings, Script written, PrintWriter err)
      throws IOException {
    Narration.Wish wish =
        new Narration.Wish(
            voice.voice(settings), voice.volumes(settings), sensor.present(), voice.file());
    Notices progress = new Notices(err, true);
    return Narration.open(
        wish,
        new Voices(settings.speech(Host.dataFolder())),
        written,
        Host::nanoTime,
        Host.interactive() ? progress::show : words -> {},
        told -> say(err, told));
  }

  private boolean mayBegin(SafetyNotice safety, Reader answers, List<Protocol> protocols)
      throws IOException {
    boolean wave = protocols.stream().anyMatch(each -> each.kind() != SensorKind.INTERVALS);
    return safety.ask(answers) && (!sensor.live() || !wave || safety.askAboutElectrodes(answers));
  }

  private static void say(PrintWriter err, String words) {
    err.println(words);
    err.flush();
  }

  private Settings settings() {
    Settings settings = new Settings(store.folder());
    if (acknowledgeSafety) {
      settings.acknowledgeSafety();
      settings.acknowledgeElectrodes();
    }
    return settings;
  }

  private static int tell(LiveSession session, boolean whole, PrintWriter err) {
    if (!session.closeRecording().isEmpty()) {
      return 1; // printed when it happened
    }
    if (session.recordingId().isPresent()) {
      String early = whole ? "" : " It ended early and is marked as incomplete.";
      say(err, "Kept as recording " + session.recordingId().getAsLong() + "." + early);
    }
    return whole ? 0 : 1;
  }
}
