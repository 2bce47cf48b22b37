package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.device.Devices;
import org.stillpoint.device.NetworkKey;
import org.stillpoint.monitor.ChainSettings;
import org.stillpoint.monitor.Command;
import org.stillpoint.monitor.Monitor;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.participant.VirtualSensor;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.serial.ReconnectingSource;
import org.stillpoint.testkit.Needs;
import org.stillpoint.testkit.TestPort;
import picocli.CommandLine;

/**
 * Every sensor that {@code simulate} offers, in real time on a pseudo terminal, is recognised and
 * measured through the real port library. They run in parallel, since most of the time is waiting.
 */
@Tag("realtime")
@Tag("slow")
class EverySensorTest {
  private static final double MOST_SECONDS = 60;

  /** Normal intervals that end the watching, which takes 20 s unless the machine is busy. */
  private static final int ENOUGH = 16;

  /** Time between two checks for the link of the port. */
  private static final long LOOK_MILLIS = 20;

  private static final int PLOTTED_MILLIS = 8;
  private static final int SHORTEST_RUN = 5;

  @TempDir private static Path folder;

  private record Outcome(List<RecordingEvent> events, List<Double> truth, String failure) {}

  private static final ExecutorService POOL = Executors.newCachedThreadPool();
  private static final Map<String, Future<Outcome>> RUNS = new ConcurrentHashMap<>();

  static List<String> protocols() {
    return VirtualSensor.PROTOCOLS;
  }

  private static Outcome outcome(String protocol) throws Exception {
    Needs.socat();
    // Devices with a dialogue run after the others, since a dialogue has time limits.
    protocols().stream()
        .filter(each -> asked(each) == asked(protocol))
        .forEach(each -> assertThat(start(each)).isNotNull());
    return start(protocol).get(240, TimeUnit.SECONDS);
  }

  private static boolean asked(String protocol) {
    return Devices.named(protocol, "ppg").orElseThrow().speech().asked();
  }

  private static Future<Outcome> start(String protocol) {
    return RUNS.computeIfAbsent(protocol, name -> POOL.submit(() -> watch(name)));
  }

  @AfterAll
  static void end() {
    POOL.shutdownNow();
  }

  private static Outcome watch(String protocol) throws IOException, InterruptedException {
    Path link = folder.resolve(protocol);
    Path truth = folder.resolve(protocol + ".truth");
    StringWriter err = new StringWriter();
    Future<Integer> simulation =
        POOL.submit(() -> simulate(protocol, link, truth, new PrintWriter(err)));
    CountDownLatch never = new CountDownLatch(1);
    while (!Files.exists(link) && !simulation.isDone()) {
      assertThat(never.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)).isFalse();
    }
    List<RecordingEvent> events = new ArrayList<>();
    AtomicReference<@Nullable Monitor> own = new AtomicReference<>();
    AtomicInteger intervals = new AtomicInteger();
    Monitor monitor =
        new Monitor(
            new ReconnectingSource(new TestPort(link), 115_200, true, 5),
            ChainSettings.watching(
                Devices.live(NetworkKey.parse("0102030405060708")), MOST_SECONDS),
            event -> {
              events.add(event);
              Monitor watching = own.get();
              if (isNormal(event) && intervals.incrementAndGet() == ENOUGH && watching != null) {
                watching.command(Command.STOP);
              }
            },
            true);
    own.set(monitor);
    monitor.start();
    assertThat(monitor.await(180_000)).isTrue();
    return new Outcome(events, intervals(truth), monitor.failure() + err);
  }

  private static boolean isNormal(RecordingEvent event) {
    RrInterval rr = event instanceof RecordingEvent.BeatSeen seen ? seen.interval() : null;
    return rr != null && rr.normal();
  }

  private static int simulate(String protocol, Path link, Path truth, PrintWriter err) {
    CommandLine line = Main.commandLine();
    line.setErr(err);
    return line.execute(
        "simulate",
        "--protocol",
        protocol,
        "--seed",
        "3",
        "--minutes",
        "4",
        "--pty",
        "" + link,
        "--truth",
        "" + truth);
  }

  private static List<Double> intervals(Path truth) throws IOException {
    double[] beats =
        Files.readAllLines(truth).stream()
            .filter(l -> !l.startsWith("#"))
            .mapToDouble(l -> Double.parseDouble(l.substring(0, l.indexOf('\t'))))
            .toArray();
    return IntStream.range(1, beats.length)
        .mapToObj(i -> 1000 * (beats[i] - beats[i - 1]))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("protocols")
  void isRecognisedAndItsIntervalsAreTheHearts(String protocol) throws Exception {
    Outcome outcome = outcome(protocol);
    List<String> recognised =
        outcome.events.stream()
            .filter(RecordingEvent.Recognised.class::isInstance)
            .map(e -> ((RecordingEvent.Recognised) e).protocol().name())
            .toList();
    List<double[]> runs = runs(outcome.events);

    assertThat(recognised).as(outcome.failure).containsExactly(protocol);
    assertThat(runs.stream().mapToInt(run -> run.length).sum()).isGreaterThan(10);
    int from = 0;
    for (double[] run : runs) {
      int first = bestPlace(run, outcome.truth, from);
      assertThat(medianError(run, outcome.truth, first))
          .as("%s, run of %s from beat %s", protocol, run.length, first)
          .isLessThan(tolerance(protocol));
      from = first + run.length;
    }
  }

  /**
   * The runs of intervals that follow each other without a gap. On a stalled host a sender skips a
   * beat, which ends a run and is not an error. Runs too short to be located are left out.
   */
  private static List<double[]> runs(List<RecordingEvent> events) {
    List<double[]> runs = new ArrayList<>();
    List<Double> run = new ArrayList<>();
    for (RecordingEvent event : events) {
      if (event instanceof RecordingEvent.BeatSeen seen) {
        RrInterval rr = seen.interval();
        if (rr == null || !rr.normal() || !rr.continues()) {
          close(run, runs);
        }
        if (rr != null && rr.normal()) {
          run.add(rr.millis());
        }
      }
    }
    close(run, runs);
    return runs;
  }

  private static void close(List<Double> run, List<double[]> runs) {
    if (run.size() >= SHORTEST_RUN) {
      runs.add(run.stream().mapToDouble(Double::doubleValue).toArray());
    }
    run.clear();
  }

  /** A wave of 49 lines per second is coarse; a device's own intervals are exact to their unit. */
  private static double tolerance(String protocol) {
    boolean wave =
        Devices.named(protocol, "ppg").orElseThrow().kind()
            != org.stillpoint.signal.SensorKind.INTERVALS;
    return wave ? PLOTTED_MILLIS : 1.1;
  }

  /** It is not known at which beat the monitor began; the pattern of the breath shows it. */
  private static int bestPlace(double[] run, List<Double> truth, int from) {
    return IntStream.rangeClosed(from, truth.size() - run.length)
        .boxed()
        .min(Comparator.comparingDouble(first -> medianError(run, truth, first)))
        .orElseThrow();
  }

  private static double medianError(double[] run, List<Double> truth, int first) {
    double[] errors =
        IntStream.range(0, run.length)
            .mapToDouble(i -> Math.abs(run[i] - truth.get(first + i)))
            .sorted()
            .toArray();
    return errors[errors.length / 2];
  }
}
