package org.stillpoint.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stillpoint.device.Devices;
import org.stillpoint.device.Protocol;
import org.stillpoint.guide.Volumes;
import org.stillpoint.monitor.ChainSettings;
import org.stillpoint.monitor.Monitor;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.monitor.SessionPlan;
import org.stillpoint.programme.Inclusion;
import org.stillpoint.programme.Programme;
import org.stillpoint.programme.ProgrammeException;
import org.stillpoint.programme.ProgrammeLibrary;
import org.stillpoint.programme.Script;
import org.stillpoint.serial.ByteSource;
import org.stillpoint.serial.PacedSource;
import org.stillpoint.serial.PortInfo;
import org.stillpoint.serial.Ports;
import org.stillpoint.session.SessionOptions;
import org.stillpoint.store.NewRecording;
import org.stillpoint.store.PastSessions;
import org.stillpoint.store.RecordedSession;
import org.stillpoint.store.Recording;
import org.stillpoint.store.RecordingWriter;
import org.stillpoint.store.Store;
import org.stillpoint.ui.Desk;
import org.stillpoint.ui.ProgrammeChoice;
import org.stillpoint.ui.Ratings;
import org.stillpoint.ui.ReviewWindow;
import org.stillpoint.ui.Screen;
import org.stillpoint.ui.SessionNews;
import org.stillpoint.ui.SessionWish;
import org.tinylog.Logger;
import picocli.CommandLine.TypeConversionException;

/** Gives the window ports, sensors, recordings and reports; all that blocks is done aside. */
final class WindowDesk implements Desk {
  private final Path folder;
  private final Store store;
  private final Settings settings;
  private final ExecutorService aside =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "desk"));
  private final CompletableFuture<ProgrammeLibrary> library;
  private volatile @Nullable RecordingWriter writer;
  private @Nullable ReviewWindow review; // of the event thread
  private volatile @Nullable Narration narration;
  private @Nullable ByteSource watched; // of the thread aside
  private volatile OptionalLong recordingId = OptionalLong.empty();

  WindowDesk(Path folder, Store store) {
    this.folder = folder;
    this.store = store;
    this.settings = new Settings(folder);
    String language = settings.language();
    // Read while the window is being built; there are many pages of scripts.
    this.library =
        CompletableFuture.supplyAsync(
            () -> ProgrammeLibrary.read(language, ProgrammeOptions.folder(folder)), aside);
  }

  @Override
  public List<PortInfo> ports() {
    return Ports.list();
  }

  @Override
  public List<ProgrammeChoice> programmes() {
    return library.join().entries().stream().map(each -> choice(each.programme())).toList();
  }

  private static ProgrammeChoice choice(Programme programme) {
    List<ProgrammeChoice.OptionalStage> stages =
        programme.stages().stream()
            .filter(stage -> stage.inclusion() != Inclusion.ALWAYS)
            .map(
                stage ->
                    new ProgrammeChoice.OptionalStage(
                        stage.id(),
                        stage.title(),
                        stage.inclusion() == Inclusion.UNLESS_LEFT_OUT,
                        stage.planSeconds().keySet()))
            .toList();
    return new ProgrammeChoice(programme.id(), programme.title(), programme.minutes(), stages);
  }

  @Override
  public List<String> programmeTroubles() {
    return library.join().troubles();
  }

  @Override
  public boolean safetyAcknowledged() {
    return settings.safetyAcknowledged();
  }

  @Override
  public void acknowledgeSafety() {
    settings.acknowledgeSafety();
  }

  @Override
  public void connect(String spec, Consumer<Monitor> connected, Consumer<String> failed) {
    aside.execute(
        () -> {
          try {
            Monitor monitor = watch(SensorSpec.parse(spec));
            Screen.later(() -> connected.accept(monitor));
          } catch (IOException | TypeConversionException e) {
            Screen.later(() -> failed.accept(String.valueOf(e.getMessage())));
          }
        });
  }

  private Monitor watch(SensorSpec spec) throws IOException {
    List<Protocol> protocols = Devices.live(AntKey.of(null, settings));
    ByteSource source =
        Sources.open(
            spec, protocols, DeviceTimedSource.USUAL_PULSE_SENSOR_HZ, Double.POSITIVE_INFINITY);
    ByteSource paced =
        spec.kind() == SensorSpec.Kind.SERIAL ? source : new PacedSource(source, 1, Host::nanoTime);
    ChainSettings settings = ChainSettings.watching(protocols, Double.POSITIVE_INFINITY);
    watched = paced;
    Monitor monitor = new Monitor(paced, settings, event -> {}, false);
    monitor.start();
    return monitor;
  }

  @Override
  public void beginSession(
      Monitor monitor, String spec, SessionWish wish, Ratings before, SessionNews news) {
    aside.execute(
        () -> {
          try {
            begin(monitor, SensorSpec.parse(spec), wish, before, news);
          } catch (IOException | ProgrammeException e) {
            lastWords();
            Screen.later(() -> news.failed(String.valueOf(e.getMessage())));
          }
        });
  }

  private void begin(
      Monitor monitor, SensorSpec spec, SessionWish wish, Ratings before, SessionNews news)
      throws IOException, ProgrammeException {
    closeWriter();
    lastWords();
    Programme programme = library.join().programme(wish.programmeId());
    Script written = programme.forMinutes(wish.minutes(), wish.stages());
    Protocol protocol =
        monitor.protocol().orElseThrow(() -> new IOException("The sensor is not recognised yet."));
    Narration sound = narration(spec, written, news);
    narration = sound;
    sound.remarks().forEach(remark -> Screen.later(() -> news.unheard(remark)));
    if (!monitor.running()) {
      throw new IOException("The sensor was disconnected before the session began.");
    }
    SessionPlan plan = plan(spec, sound.script(), wish.options());
    NewRecording start =
        Host.recordingNow(
            spec.words(), List.of(protocol), "ppg", plan, rated(before, Ratings.NONE));
    RecordingWriter fresh =
        new RecordingWriter(
            store,
            start,
            Host::nanoTime,
            false,
            trouble -> Screen.later(() -> news.failed(trouble)));
    writer = fresh;
    recordingId = OptionalLong.empty();
    ByteSource source = watched;
    Consumer<RecordingEvent> ears =
        source == null ? event -> {} : Sources.ears(source, sound.script());
    Narrator narrator = new Narrator(sound.guide(), written.ending());
    monitor.beginSession(plan, fresh.andThen(ears).andThen(narrator));
  }

  /** Without a target of the pacer it is the person's resonance rate, if that was measured. */
  private SessionPlan plan(SensorSpec spec, Script script, SessionOptions wanted)
      throws IOException {
    PastSessions past = new PastSessions(store, spec.words());
    SessionOptions options =
        wanted.targetPerMinute().isPresent()
            ? wanted
            : wanted.withTarget(past.resonancePerMinute());
    return new SessionPlan(script, options, past.starts(options.posture()));
  }

  /** A voice that the settings name and that is not there is no reason not to begin. */
  private Narration narration(SensorSpec spec, Script written, SessionNews news)
      throws IOException {
    boolean present = spec.kind() != SensorSpec.Kind.REPLAY;
    Consumer<String> told = words -> Screen.later(() -> news.unheard(words));
    Consumer<String> progress = words -> Screen.later(() -> news.preparing(words));
    Voices voices = new Voices(settings, folder);
    Narration.Wish wish =
        new Narration.Wish(settings.voice(), settings.volumes(), present, Optional.empty());
    try {
      return Narration.open(wish, voices, written, progress, told);
    } catch (IOException e) {
      Logger.warn(e, "no voice");
      told.accept(Main.sentence(e));
      return Narration.open(wish.silent(), voices, written, progress, told);
    }
  }

  /** Lets a narration come to its end, if there is one. */
  private void lastWords() {
    Narration open = narration;
    narration = null;
    if (open != null) {
      open.finish();
    }
  }

  private static org.stillpoint.store.Ratings rated(Ratings before, Ratings after) {
    return new org.stillpoint.store.Ratings(
        before.pain(), after.pain(), before.tension(), after.tension());
  }

  @Override
  public void sessionEnded(Consumer<Path> report, Consumer<String> failed) {
    Narration open = narration;
    if (open != null) {
      new Thread(open::finish, "last-words").start(); // the report need not wait for them
    }
    aside.execute(
        () -> {
          String trouble = closeWriter();
          if (!trouble.isEmpty()) {
            Screen.later(() -> failed.accept(trouble));
          }
          try {
            if (recordingId.isPresent()) {
              Path page = writeReport();
              Screen.later(() -> report.accept(page));
            }
          } catch (IOException e) {
            String why = "The report could not be written: " + e.getMessage();
            Screen.later(() -> failed.accept(why));
          }
        });
  }

  /** Ends the writer, if there is one; gives what went wrong with it. */
  private String closeWriter() {
    RecordingWriter open = writer;
    if (open == null) {
      return "";
    }
    writer = null;
    open.close();
    recordingId = open.id();
    return open.trouble();
  }

  private Path writeReport() throws IOException {
    return Reports.write(store, recording(), folder.resolve("reports"));
  }

  private Recording recording() throws IOException {
    return StoreOption.find(store, String.valueOf(recordingId.orElse(-1)));
  }

  @Override
  public void rate(Ratings after) {
    aside.execute(
        () -> {
          if (recordingId.isEmpty() || equalToNothing(after)) {
            return;
          }
          try {
            store.rateAfter(recordingId.getAsLong(), rated(Ratings.NONE, after));
            writeReport(); // so that the page shows them too
          } catch (IOException e) {
            Logger.warn(e, "ratings not kept");
          }
        });
  }

  private static boolean equalToNothing(Ratings after) {
    OptionalInt nothing = OptionalInt.empty();
    return after.pain().equals(nothing) && after.tension().equals(nothing);
  }

  @Override
  public void openReport(Path html) {
    aside.execute(
        () -> {
          try {
            RecordedSession session = store.load(recording());
            Screen.later(() -> show(session, html));
          } catch (IOException e) {
            Logger.warn(e, "review not opened");
          }
        });
  }

  private void show(RecordedSession session, Path html) {
    ReviewWindow before = review;
    if (before != null) {
      before.close();
    }
    ReviewWindow window = new ReviewWindow(session, html, settings.dark());
    review = window;
    window.show();
  }

  @Override
  public boolean dark() {
    return settings.dark();
  }

  @Override
  public void dark(boolean on) {
    settings.dark(on);
  }

  @Override
  public SessionOptions conduct() {
    return settings.conduct();
  }

  @Override
  public void conduct(SessionOptions options) {
    settings.conduct(options);
  }

  @Override
  public Volumes volumes() {
    return settings.volumes();
  }

  @Override
  public void volumes(Volumes wanted) {
    settings.volumes(wanted);
    Narration open = narration;
    if (open != null) {
      open.volumes(wanted);
    }
  }

  /** Ends what runs aside; a recording that is open is closed in order. */
  void close() {
    aside.execute(this::closeWriter);
    aside.execute(this::lastWords);
    aside.shutdown();
    try {
      if (!aside.awaitTermination(15, TimeUnit.SECONDS)) {
        Logger.warn("the desk did not finish in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
