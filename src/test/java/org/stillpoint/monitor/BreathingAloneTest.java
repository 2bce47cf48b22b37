package org.stillpoint.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.stillpoint.device.Devices;
import org.stillpoint.device.ToDevice;
import org.stillpoint.participant.Breathing;
import org.stillpoint.participant.Breathing.Pace;
import org.stillpoint.participant.Family;
import org.stillpoint.participant.VirtualPerson;
import org.stillpoint.testkit.Scripts;

/**
 * Virtual people who only breathe differently, each compared with a twin who breathes on as before:
 * what breathing alone does to the result of a session. Writes the table of docs/evidence.md to
 * target/breathing-alone.md; the property stillpoint.seeds sets how many people.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BreathingAloneTest {
  private static final int SEEDS = Integer.getInteger("stillpoint.seeds", 6);
  private static final long FIRST_SEED = 501;
  private static final double OWN = 13;
  private static final double SECONDS = 1210;
  private static final double POINTS = 5;

  private final Map<String, Double> twins = new HashMap<>();
  private final Map<String, String> rows = new TreeMap<>();

  /** How the breathing changes in the session, while everything else stays as it is. */
  enum Change {
    SLOWER,
    FASTER,
    AT_ONCE_TO_SIX,
    STEPS_DOWN,
    STEPS_UP,
    ASSESSMENT;

    List<Pace> plan() {
      List<Pace> plan = new ArrayList<>(List.of(new Pace(0, OWN)));
      for (int i = 1; i <= 42; i++) {
        double share = i / 42.0;
        switch (this) {
          case SLOWER -> plan.add(new Pace(360 + 10 * i, OWN * (1 - 0.5 * share)));
          case FASTER -> plan.add(new Pace(360 + 10 * i, OWN * (1 + 0.5 * share)));
          case AT_ONCE_TO_SIX -> plan.add(new Pace(480, 6));
          case STEPS_DOWN -> plan.add(new Pace(300 + 90 * i, OWN * Math.pow(0.92, Math.min(8, i))));
          case STEPS_UP -> plan.add(new Pace(300 + 90 * i, OWN * Math.pow(1.08, Math.min(6, i))));
          case ASSESSMENT -> plan.add(new Pace(180 + 120 * i, Math.max(4.5, 7 - 0.5 * i)));
        }
      }
      return plan;
    }
  }

  /** The judged index of a session; NaN without one. */
  private static double judged(long seed, List<Pace> plan, double heartShare) {
    List<Double> beats = new ArrayList<>();
    Breathing breathing = Breathing.along(plan.toArray(Pace[]::new)).followed(heartShare, 1);
    VirtualPerson person =
        new VirtualPerson(Family.NULL, seed, breathing, beat -> beats.add(beat.seconds()));
    for (double t = 1; t < SECONDS; t++) {
      person.sample(t);
    }
    OptionalDouble[] judged = {OptionalDouble.empty()};
    Chain chain =
        new Chain(
            ChainSettings.session(
                List.of(Devices.named("rr", "ppg").orElseThrow()), Scripts.backPain(20)),
            event -> {
              if (event instanceof RecordingEvent.Ended ended) {
                judged[0] = ended.summary().finalIndex();
              }
            },
            SampleListener.NONE,
            ToDevice.NOBODY);
    for (int i = 1; i < beats.size(); i++) {
      String line =
          String.format(
              Locale.ROOT, "%d\r\n", Math.round(1000 * (beats.get(i) - beats.get(i - 1))));
      byte[] bytes = line.getBytes(StandardCharsets.US_ASCII);
      chain.advance(Math.round(beats.get(i) * 1e9));
      chain.bytes(bytes, bytes.length);
    }
    return judged[0].orElse(Double.NaN);
  }

  private double[] differences(Change change, double heartShare) {
    double[] differences = new double[SEEDS];
    for (int i = 0; i < SEEDS; i++) {
      long seed = FIRST_SEED + i;
      double twin =
          twins.computeIfAbsent(
              seed + " " + heartShare, key -> judged(seed, List.of(new Pace(0, OWN)), heartShare));
      differences[i] = judged(seed, change.plan(), heartShare) - twin;
    }
    return differences;
  }

  private double within(Change change, double heartShare) {
    double[] points = differences(change, heartShare);
    double within = Arrays.stream(points).filter(d -> Math.abs(d) <= POINTS).count();
    double mean = Arrays.stream(points).average().orElseThrow();
    double most = Arrays.stream(points).map(Math::abs).max().orElseThrow();
    rows.put(
        String.format(Locale.ROOT, "%.2f %s", 1 - heartShare, change),
        String.format(
            Locale.ROOT,
            "| %s | %.2f | %.1f | %+.1f | %.1f |",
            change.name().toLowerCase(Locale.ROOT).replace('_', ' '),
            heartShare,
            100 * within / SEEDS,
            mean,
            most));
    return within / SEEDS;
  }

  @Test
  void aHeartThatFollowsTheBreathEarnsNothingByIt() {
    assertThat(pooled(List.of(Change.values()), 1)).isGreaterThanOrEqualTo(0.95);
  }

  /**
   * Except at six a minute and at the paces of an assessment, where the breath beats with the Mayer
   * wave and variability itself rises and falls: the table has both, and docs/evidence.md names
   * them as the edge.
   */
  @Test
  void norDoesAHeartThatHardlyFollowsIt() {
    List<Change> edge = List.of(Change.AT_ONCE_TO_SIX, Change.ASSESSMENT);
    edge.forEach(change -> within(change, 0.3));
    List<Change> changes = new ArrayList<>(List.of(Change.values()));
    changes.removeAll(edge);
    assertThat(pooled(changes, 0.3)).isGreaterThanOrEqualTo(0.95);
  }

  private double pooled(List<Change> changes, double heartShare) {
    return changes.stream()
        .mapToDouble(change -> within(change, heartShare))
        .average()
        .orElseThrow();
  }

  @AfterAll
  void write() throws IOException {
    Path file = Path.of("target/breathing-alone.md");
    String head =
        "| breathing | heart follows | within 5 points % | mean | most |\n|---|---|---|---|---|\n";
    Files.createDirectories(Path.of("target"));
    Files.writeString(file, head + String.join("\n", rows.values()) + "\n");
  }
}
