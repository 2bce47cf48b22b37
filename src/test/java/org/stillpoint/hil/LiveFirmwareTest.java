package org.stillpoint.hil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.beat.BeatScore;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.monitor.RecordingEvent.BeatSeen;
import org.stillpoint.monitor.RecordingEvent.GapSeen;
import org.stillpoint.signal.Fault;
import org.stillpoint.signal.PulseSample;
import org.stillpoint.testkit.Board;
import org.stillpoint.testkit.BoardTruth.Entry;
import org.stillpoint.testkit.EcgWaves;
import org.stillpoint.testkit.Needs;
import org.stillpoint.testkit.PulseWaves;

/**
 * The compiled firmware at its true pace through a real terminal, the real port library and the
 * monitor. The boards run in parallel, as watching them is mostly waiting.
 */
@Tag("realtime")
@Tag("slow")
class LiveFirmwareTest {
  private static final double SECONDS = 62;

  /**
   * Bytes can arrive seconds late on a busy machine; ClockErrorTest requires 10 ppm without one.
   */
  private static final double DRIFT_PPM = 30;

  private static final PulseWaves PULSE =
      new PulseWaves(500).seconds(90).noise(0.01).wander(0.1).seed(5);

  private static final EcgWaves HEART =
      new EcgWaves(500).seconds(90).noise(0.01).wander(0.1).seed(6);

  @TempDir private static Path folder;

  private static @Nullable ExecutorService boards;
  private static @Nullable Map<String, Future<LiveRun>> runs;

  private static synchronized LiveRun run(String name)
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    Needs.avr();
    Map<String, Future<LiveRun>> started = runs;
    if (started == null) {
      started = startAll();
      runs = started;
    }
    Future<LiveRun> run = started.get(name);
    if (run == null) {
      throw new IllegalArgumentException(name);
    }
    return run.get(240, TimeUnit.SECONDS);
  }

  private static Map<String, Future<LiveRun>> startAll() throws IOException {
    Map<String, String[]> options = new HashMap<>();
    options.put("clean", new String[] {"--reset-on-open", "--boot", "0.4"});
    options.put(
        "faulty",
        new String[] {"--drop", "5e-4", "--corrupt", "5e-4", "--seed", "7", "--at", "30:mute=0.3"});
    options.put("fast", new String[] {"--ppm", "150", "--latency", "16"});
    options.put("slow", new String[] {"--ppm", "-80"});
    String wave =
        Board.file(
            folder,
            "wave",
            PULSE.samples().stream().mapToDouble(PulseSample::value).map(v -> 1200 + 2000 * v));
    ExecutorService pool = Executors.newCachedThreadPool();
    boards = pool;
    Map<String, Future<LiveRun>> started = new HashMap<>();
    for (Map.Entry<String, String[]> scenario : options.entrySet()) {
      List<String> all = new ArrayList<>(List.of("--wave", wave));
      all.addAll(Arrays.asList(scenario.getValue()));
      Path own = Files.createDirectory(folder.resolve(scenario.getKey()));
      started.put(
          scenario.getKey(),
          pool.submit(() -> LiveRun.of(own, SECONDS, "ppg", all.toArray(String[]::new))));
    }
    String heart =
        Board.file(
            folder,
            "heart",
            HEART.samples().stream().mapToDouble(PulseSample::value).map(v -> 1500 + 2000 * v));
    Path own = Files.createDirectory(folder.resolve("ecg"));
    started.put(
        "ecg",
        pool.submit(() -> LiveRun.of(own, SECONDS, "ecg", "--wave", heart, "--reset-on-open")));
    return started;
  }

  @AfterAll
  static void endBoards() {
    ExecutorService pool = boards;
    if (pool != null) {
      pool.shutdownNow();
    }
  }

  @Test
  void beatsAreWhereTheWaveRises() throws Exception {
    assertBeats(run("clean"), PULSE.beats());
  }

  @Test
  void beatsOfAnEcgAreItsPeaks() throws Exception {
    assertBeats(run("ecg"), HEART.beats());
  }

  private static void assertBeats(LiveRun run, double[] fed) {
    double[] found =
        run.all(BeatSeen.class).stream().mapToDouble(b -> b.timeNanos() / 1e9).toArray();

    BeatScore score = bestAligned(fed, found);

    assertThat(score.reference()).isGreaterThan(60);
    assertThat(score.missed()).isZero();
    assertThat(score.extra()).isZero();
    assertThat(score.worstMillis()).isLessThan(5);
    assertThat(run.summary().outcome()).isEqualTo(RecordingEvent.Outcome.COMPLETED);
  }

  /**
   * On a busy machine the beginning of the recording is not known to a beat, but the pattern of the
   * breath is.
   */
  private static BeatScore bestAligned(double[] fed, double[] found) {
    double span = found[found.length - 1] - found[0];
    return IntStream.range(0, 20)
        .mapToObj(
            first -> {
              double[] part =
                  Arrays.stream(fed)
                      .filter(t -> t > fed[first] - 0.2 && t < fed[first] + span + 0.2)
                      .map(t -> t - fed[first] + found[0])
                      .toArray();
              return BeatScore.of(part, found);
            })
        .min(Comparator.comparingDouble(BeatScore::worstMillis))
        .orElseThrow();
  }

  @Test
  void nothingIsLostOnACleanLine() throws Exception {
    LiveRun run = run("clean");

    assertThat(run.summary().lostSamples()).isZero();
    assertThat(run.all(GapSeen.class)).isEmpty();
    assertThat(run.all(RecordingEvent.FaultSeen.class)).isEmpty();
    assertThat(run.summary().rateHz().orElseThrow()).isCloseTo(500, within(0.01));
  }

  @Test
  void everyLostSampleIsCountedAndNoWrongOneIsTaken() throws Exception {
    LiveRun run = run("faulty");
    Received received = Received.of(run.bytes());
    List<Entry> sent = run.truth().lines('P');
    List<Integer> arrived = arrived(run, sent);
    int first = arrived.get(0);
    int last = arrived.get(arrived.size() - 1);

    long zero = micros(sent.get(first));
    Map<Long, Integer> fed = new HashMap<>();
    for (Entry line : sent) {
      for (int i = 0; i < 10; i++) {
        int value = Integer.parseInt(line.text(), 13 + 3 * i, 16 + 3 * i, 16);
        fed.put(micros(line) - zero + 2000L * i, value);
      }
    }
    assertThat(received.samples).hasSize(10 * arrived.size());
    for (Received.Sample sample : received.samples) {
      assertThat(fed).containsEntry(Math.round(sample.micros()), (int) sample.value());
    }
    long missing = 10L * (last - first + 1 - arrived.size());
    assertThat(missing).isGreaterThan(300);
    assertThat(received.lost).isEqualTo(missing);
    assertThat(run.summary().lostSamples()).isEqualTo(missing);
    assertThat(run.faults(Fault.LOST_SAMPLES)).isEqualTo(missing);
    assertThat(run.faults(Fault.CRC_ERROR)).isPositive();
    assertThat(run.faults(Fault.MALFORMED_LINE)).isZero();
  }

  /** Places in {@code sent} of the lines that arrived whole, in order. */
  private static List<Integer> arrived(LiveRun run, List<Entry> sent) {
    String all = new String(run.bytes(), StandardCharsets.ISO_8859_1);
    Set<String> lines = new HashSet<>(Arrays.asList(all.split("\n", -1)));
    List<Integer> arrived = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      if (lines.contains(sent.get(i).text())) {
        arrived.add(i);
      }
    }
    return arrived;
  }

  private static long micros(Entry block) {
    return Long.parseLong(block.text(), 5, 13, 16);
  }

  @Test
  void noIntervalCrossesTheHole() throws Exception {
    LiveRun run = run("faulty");
    List<GapSeen> gaps = run.all(GapSeen.class);

    assertThat(gaps).anyMatch(g -> Math.abs(g.gap().seconds() - 0.3) < 0.05);
    assertThat(run.all(BeatSeen.class)).hasSizeGreaterThan(60);
    for (BeatSeen beat : run.all(BeatSeen.class)) {
      if (beat.interval() != null) {
        double begin = beat.timeNanos() - beat.interval().millis() * 1e6;
        assertThat(gaps)
            .noneMatch(g -> g.gap().fromNanos() > begin && g.gap().toNanos() < beat.timeNanos());
      }
    }
  }

  @Test
  void aFastClockIsFoundOutUnderBatchedArrivals() throws Exception {
    assertThat(run("fast").summary().driftPpm().orElseThrow()).isCloseTo(150, within(DRIFT_PPM));
  }

  @Test
  void aSlowClockIsFoundOut() throws Exception {
    assertThat(run("slow").summary().driftPpm().orElseThrow()).isCloseTo(-80, within(DRIFT_PPM));
  }
}
