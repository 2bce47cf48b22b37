package org.stillpoint.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
import org.stillpoint.live.Clocks;
import org.stillpoint.live.DeviceTimedSource;
import org.stillpoint.live.LiveSession;
import org.stillpoint.live.Narration;
import org.stillpoint.live.SensorSpec;
import org.stillpoint.live.Sources;
import org.stillpoint.live.Voices;
import org.stillpoint.monitor.ChainSettings;
import org.stillpoint.monitor.Monitor;
import org.stillpoint.monitor.SessionPlan;
import org.stillpoint.programme.Inclusion;
import org.stillpoint.programme.Occasion;
import org.stillpoint.programme.Programme;
import org.stillpoint.programme.ProgrammeException;
import org.stillpoint.programme.ProgrammeLibrary;
import org.stillpoint.programme.Script;
import org.stillpoint.serial.ByteSource;
import org.stillpoint.serial.PortInfo;
import org.stillpoint.serial.Ports;
import org.stillpoint.session.SessionOptions;
import org.stillpoint.store.NewRecording;
import org.stillpoint.store.PastSessions;
import org.stillpoint.store.RecordedSession;
import org.stillpoint.store.Recording;
import org.stillpoint.store.RecordingEdits;
import org.stillpoint.store.Store;
import org.stillpoint.ui.ProgrammeChoice;
import org.stillpoint.ui.RatingAnswers;
import org.stillpoint.ui.ReviewWindow;
import org.stillpoint.ui.Screen;
import org.stillpoint.ui.SessionNews;
import org.stillpoint.ui.SessionWish;
import org.stillpoint.ui.WindowBackend;
import org.stillpoint.ui.WindowMemory;
import org.tinylog.Logger;

/**
 * Provides the window with ports, sensors, recordings and reports. Everything that blocks is done
 * on the backend thread.
 */
final class LiveWindowBackend implements WindowBackend {
  private final Path folder;
  private final Store store;
  private final Settings settings;
  private final Clocks clocks;
  private final double speed;
  private final ExecutorService aside =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "backend"));
  private final CompletableFuture<ProgrammeLibrary> library;
  private @Nullable ReviewWindow review; // belongs to the event thread
  private volatile @Nullable LiveSession session;
  private @Nullable ByteSource watched; // belongs to the backend thread

  /**
   * A backend for one person.
   *
   * @param folder their data folder
   * @param speed of virtual people and recordings, as a multiple of real time
   */
  LiveWindowBackend(Path folder, Store store, Clocks clocks, double speed) {
    this.folder = folder;
    this.store = store;
    this.clocks = clocks;
    this.speed = speed;
    this.settings = new Settings(folder);
    String language = settings.language();
    // Reading the many pages of scripts takes time, so it happens while the window is built.
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
  public WindowMemory memory() {
    return settings.windowMemory();
  }

  @Override
  public void remember(WindowMemory memory) {
    settings.windowMemory(memory);
  }

  @Override
  public boolean electrodesAcknowledged() {
    return settings.electrodesAcknowledged();
  }

  @Override
  public void acknowledgeElectrodes() {
    settings.acknowledgeElectrodes();
  }

  @Override
  public void connect(String spec, Consumer<Monitor> connected, Consumer<String> failed) {
    aside.execute(
        () -> {
          try {
            Monitor monitor = watch(SensorSpec.parse(spec));
            Screen.later(() -> connected.accept(monitor));
          } catch (IOException | IllegalArgumentException e) {
            Screen.later(() -> failed.accept(String.valueOf(e.getMessage())));
          }
        });
  }

  private Monitor watch(SensorSpec spec) throws IOException {
    List<Protocol> protocols = Devices.live(AntKey.of(null, settings));
    ByteSource source =
        new Sources(clocks)
            .open(
                spec,
                protocols,
                DeviceTimedSource.USUAL_PULSE_SENSOR_HZ,
                Double.POSITIVE_INFINITY,
                speed);
    ChainSettings settings = ChainSettings.watching(protocols, Double.POSITIVE_INFINITY);
    watched = source;
    Monitor monitor = new Monitor(source, settings, event -> {}, false);
    monitor.start();
    return monitor;
  }

  @Override
  public void beginSession(
      Monitor monitor, String spec, SessionWish wish, RatingAnswers before, SessionNews news) {
    aside.execute(
        () -> {
          try {
            begin(monitor, SensorSpec.parse(spec), wish, before, news);
          } catch (IOException | ProgrammeException e) {
            Screen.later(() -> news.failed(String.valueOf(e.getMessage())));
          }
        });
  }

  private void begin(
      Monitor monitor, SensorSpec spec, SessionWish wish, RatingAnswers before, SessionNews news)
      throws IOException, ProgrammeException {
    endSession();
    Programme programme = library.join().programme(wish.programmeId());
    PastSessions past = new PastSessions(store, spec.kind(), spec.words());
    SessionOptions options = ConductOptions.fitted(past, wish.options(), programme);
    Occasion occasion = new Occasion(options.posture(), past.nextNumber(programme.id()), null);
    Script written = programme.forMinutes(wish.minutes(), wish.stages(), occasion);
    Protocol protocol =
        monitor
            .protocol()
            .orElseThrow(
                () ->
                    new IOException(
                        "The sensor is not recognised yet: wait a moment, then start again."));
    ByteSource source = watched;
    Narration narration = narration(spec, written, news);
    narration.remarks().forEach(remark -> Screen.later(() -> news.unheard(remark)));
    if (!monitor.running() || source == null) {
      narration.finish();
      throw new IOException(
          "The sensor was disconnected before the session began: connect it and start again.");
    }
    // A virtual person starts anew and is recognised again, as in the terminal.
    List<Protocol> protocols =
        spec.type() == SensorSpec.SourceType.VIRTUAL ? Devices.live() : List.of(protocol);
    SessionPlan plan =
        new SessionPlan(
            narration.script(), options, past.baselines(options.posture(), programme.kind()));
    NewRecording recording =
        Host.recordingNow(
            spec,
            protocols,
            "ppg",
            plan,
            RatingAnswers.ratings(before, RatingAnswers.NONE),
            Optional.empty());
    LiveSession fresh =
        new LiveSession(
            source,
            recording,
            store,
            narration,
            clocks.nanoTime(),
            trouble -> Screen.later(() -> news.failed(trouble)));
    session = fresh;
    fresh.beginOn(monitor, protocols);
  }

  /** A session begins even if the voice that the settings name does not exist. */
  private Narration narration(SensorSpec spec, Script written, SessionNews news)
      throws IOException {
    boolean present = spec.type() != SensorSpec.SourceType.REPLAY && speed == 1;
    Consumer<String> told = words -> Screen.later(() -> news.unheard(words));
    Consumer<String> progress = words -> Screen.later(() -> news.preparing(words));
    Voices voices = new Voices(settings.speech(folder));
    Narration.Wish wish =
        new Narration.Wish(settings.voice(), settings.volumes(), present, Optional.empty());
    try {
      return Narration.open(wish, voices, written, clocks.nanoTime(), progress, told);
    } catch (IOException e) {
      Logger.warn(e, "no voice");
      told.accept(Main.sentence(e));
      return Narration.open(wish.silent(), voices, written, clocks.nanoTime(), progress, told);
    }
  }

  /** Closes the last session, if there was one. */
  private void endSession() {
    LiveSession open = session;
    session = null;
    if (open != null) {
      open.close();
    }
  }

  @Override
  public void sessionEnded(Consumer<Path> report, Consumer<String> failed) {
    LiveSession open = session;
    if (open == null) {
      return;
    }
    new Thread(open::finishNarration, "last-words").start(); // the report does not wait for it
    aside.execute(
        () -> {
          String trouble = open.closeRecording();
          if (!trouble.isEmpty()) {
            Screen.later(() -> failed.accept(trouble));
          }
          try {
            if (open.recordingId().isPresent()) {
              Path page = writeReport();
              Screen.later(() -> report.accept(page));
            }
          } catch (IOException e) {
            String why = "The report could not be written: " + Main.sentence(e);
            Screen.later(() -> failed.accept(why));
          }
        });
  }

  private OptionalLong recordingId() {
    LiveSession open = session;
    return open == null ? OptionalLong.empty() : open.recordingId();
  }

  private Path writeReport() throws IOException {
    return Reports.write(store, recording(), Reports.folder(folder));
  }

  private Recording recording() throws IOException {
    return StoreOption.find(store, String.valueOf(recordingId().orElse(-1)));
  }

  @Override
  public void rate(RatingAnswers after) {
    aside.execute(
        () -> {
          if (recordingId().isEmpty() || isEmpty(after)) {
            return;
          }
          try {
            new RecordingEdits(store)
                .rateAfter(
                    recordingId().getAsLong(), RatingAnswers.ratings(RatingAnswers.NONE, after));
            writeReport(); // so that the report shows the ratings too
          } catch (IOException e) {
            Logger.warn(e, "ratings not kept");
          }
        });
  }

  private static boolean isEmpty(RatingAnswers after) {
    return after.pain().isEmpty() && after.tension().isEmpty();
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
    LiveSession open = session;
    if (open != null) {
      open.volumes(wanted);
    }
  }

  /** Ends the backend thread, after it has closed a recording that is still open. */
  void close() {
    aside.execute(this::endSession);
    aside.shutdown();
    try {
      if (!aside.awaitTermination(15, TimeUnit.SECONDS)) {
        Logger.warn("the backend did not finish in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
