package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.monitor.Monitor;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.monitor.Snapshot;
import org.stillpoint.session.SessionOptions;
import org.stillpoint.store.Recording;
import org.stillpoint.store.Replay;
import org.stillpoint.store.SourceKind;
import org.stillpoint.store.Store;
import org.stillpoint.ui.RatingAnswers;
import org.stillpoint.ui.SessionNews;
import org.stillpoint.ui.SessionWish;

/** The terminal, the demo and the window conduct the same session of the same virtual person. */
class LiveSessionTest {
  private static final String PERSON = "virtual:responder,7";

  @TempDir private Path folder;

  @Test
  void allThreeWaysGiveTheSameEventsForTheSameSeed() throws Exception {
    Path terminal = folder.resolve("terminal");
    Path demo = folder.resolve("demo");
    Path window = folder.resolve("window");
    assertThat(session(terminal, PERSON).code()).isZero();
    assertThat(CommandRun.of("demo", "--out", demo.toString(), "--no-window").code()).isZero();
    inTheWindow(window, PERSON);

    List<String> events = events(terminal);
    assertThat(events).hasSizeGreaterThan(900);
    assertThat(events(demo)).isEqualTo(events);
    assertThat(events(window)).isEqualTo(events);
  }

  @Test
  void aVirtualPersonHearsTheSessionInTheTerminal() throws IOException {
    // One whose heart follows the breath clearly at every pace.
    CommandRun assessment =
        CommandRun.of(
            "session",
            "--sensor",
            "virtual:responder,3",
            "--programme",
            "resonance-assessment",
            "--speed",
            "max",
            "--headless",
            "--store",
            folder.toString());

    assertThat(assessment.code()).isZero();
    assertThat(load(folder))
        .filteredOn(RecordingEvent.ResonanceRated.class::isInstance)
        .as("rates that the person was seen to follow")
        .hasSize(5);
  }

  private static CommandRun session(Path store, String sensor) {
    return CommandRun.of(
        "session",
        "--sensor",
        sensor,
        "--minutes",
        "10",
        "--headless",
        "--speed",
        "max",
        "--store",
        store.toString());
  }

  private static void inTheWindow(Path folder, String sensor) throws Exception {
    Store store = Store.open(folder);
    LiveWindowBackend backend =
        new LiveWindowBackend(folder, store, Host.CLOCKS, Double.POSITIVE_INFINITY);
    CompletableFuture<Monitor> connected = new CompletableFuture<>();
    BlockingQueue<String> troubles = new LinkedBlockingQueue<>();
    backend.connect(sensor, connected::complete, troubles::add);
    try (Monitor monitor = connected.get(120, TimeUnit.SECONDS)) {
      while (monitor.protocol().isEmpty()) {
        monitor.await(10);
      }
      backend.beginSession(
          monitor,
          sensor,
          new SessionWish("back-pain", 10, Set.of(), SessionOptions.USUAL),
          RatingAnswers.NONE,
          new Troubles(troubles));
      assertThat(monitor.await(120_000)).isTrue();
      assertThat(monitor.latest().map(Snapshot::phase)).contains(Snapshot.Phase.ENDED);
    }
    CompletableFuture<Path> report = new CompletableFuture<>();
    backend.sessionEnded(report::complete, troubles::add);
    assertThat(report.get(120, TimeUnit.SECONDS)).exists();
    backend.close();
    assertThat(troubles).isEmpty();
  }

  private record Troubles(BlockingQueue<String> seen) implements SessionNews {
    @Override
    public void preparing(String words) {}

    @Override
    public void unheard(String why) {}

    @Override
    public void failed(String why) {
      seen.add(why);
    }
  }

  private static List<RecordingEvent> load(Path folder) throws IOException {
    Store store = Store.open(folder);
    Recording recording = store.find("latest").orElseThrow();
    assertThat(recording.source()).isEqualTo(SourceKind.VIRTUAL);
    assertThat(Replay.run(store, recording).identical()).isTrue();
    return store.load(recording).events();
  }

  /** A protocol does not define equality, so it is compared by its name. */
  private static List<String> events(Path folder) throws IOException {
    return load(folder).stream()
        .map(
            event ->
                event instanceof RecordingEvent.Recognised found
                    ? found.timeNanos() + found.protocol().name()
                    : event.toString())
        .toList();
  }
}
