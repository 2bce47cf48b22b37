package org.stillpoint.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.device.Devices;
import org.stillpoint.device.Protocol;
import org.stillpoint.device.ToDevice;
import org.stillpoint.testkit.VirtualLine;

/** Straps through a dongle or a board: the whole chain and a virtual device that answers. */
class StrapChainTest {
  private final List<RecordingEvent> events = new ArrayList<>();

  private Chain watching(ToDevice line, List<Protocol> protocols) {
    return new Chain(
        ChainSettings.watching(protocols, Double.POSITIVE_INFINITY),
        events::add,
        SampleListener.NONE,
        line);
  }

  private Chain watching(ToDevice line) {
    return watching(line, Devices.live());
  }

  private <T extends RecordingEvent> List<T> events(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** Lengths in milliseconds with the times of their last beats in seconds. */
  private List<double[]> intervals() {
    return events(RecordingEvent.BeatSeen.class).stream()
        .filter(b -> b.interval() != null)
        .map(
            b ->
                new double[] {
                  b.timeNanos() / 1e9, (b.interval().endNanos() - b.interval().startNanos()) / 1e6
                })
        .toList();
  }

  /**
   * Each interval found must be a true one, in order, with none left out between the first and
   * last.
   */
  private static int runOfTrueIntervals(List<double[]> found, double[] beats) {
    int at = 1;
    int matched = 0;
    for (double[] interval : found) {
      int from = at;
      while (at < beats.length
          && Math.abs((beats[at] - beats[at - 1]) * 1000 - interval[1]) > 1.001) {
        at++;
      }
      if (at == beats.length) {
        throw new AssertionError("no true interval is " + interval[1] + " ms after beat " + from);
      }
      at++;
      matched++;
    }
    return matched;
  }

  /** The position of the first interval found among the true ones: the sum of the next ten fits. */
  private static int offset(List<double[]> found, double[] beats) {
    double sum = found.stream().limit(10).mapToDouble(i -> i[1]).sum();
    for (int at = 1; at + 9 < beats.length; at++) {
      double millis = (beats[at + 9] - beats[at - 1]) * 1000;
      if (Math.abs(millis - sum) < 1.5
          && Math.abs((beats[at] - beats[at - 1]) * 1000 - found.get(0)[1]) < 1.001) {
        return at;
      }
    }
    throw new AssertionError("no ten true intervals are as long");
  }

  @ParameterizedTest
  @CsvSource({"bled112, 1", "bled112, 2", "bled112, 3", "hrmi, 1", "hrmi, 2", "hrmi, 3"})
  void everyTrueIntervalIsFoundToTheMillisecond(String protocol, long seed) {
    VirtualLine line = new VirtualLine(protocol, seed);
    Chain chain = watching(line);
    line.run(chain, 120);

    RecordingEvent.Recognised recognised = events(RecordingEvent.Recognised.class).get(0);
    assertThat(recognised.protocol().name()).isEqualTo(protocol);
    assertThat(recognised.timeNanos() / 1e9).isLessThan(3);
    double first = events(RecordingEvent.BeatSeen.class).get(0).timeNanos() / 1e9;
    assertThat(first).isLessThan(7);
    double[] beats = line.beatSeconds();
    List<double[]> found = intervals();
    long expected = Arrays.stream(beats).filter(b -> b > first + 2 && b < 118).count();
    assertThat((long) found.size()).isBetween(expected, expected + 5);
    int offset = offset(found, beats);
    for (int i = 0; i < found.size(); i++) {
      double truth = (beats[i + offset] - beats[i + offset - 1]) * 1000;
      assertThat(found.get(i)[1]).as("interval %d", i).isCloseTo(truth, within(1.001));
    }
    assertThat(events(RecordingEvent.GapSeen.class)).isEmpty();
    // Bluetooth messages are up to a second old; nothing may be early or run away.
    double lastBeat = Arrays.stream(beats).filter(b -> b < 119).max().orElseThrow();
    double lastFound = found.get(found.size() - 1)[0];
    assertThat(lastFound - lastBeat).isBetween(-1.5, 2.0);
  }

  @Test
  void aBrokenConnectionIsMadeAgainAndNoIntervalCrossesIt() {
    VirtualLine line = new VirtualLine("bled112-troubled", 4);
    Chain chain = watching(line);
    line.run(chain, 150);

    List<double[]> found = intervals();
    assertThat(runOfTrueIntervals(found, line.beatSeconds())).isGreaterThan(100);
    assertThat(found).anyMatch(i -> i[0] > 95);
    assertThat(chain.problem("x")).isEmpty();
  }

  @Test
  void aChainThatJoinsAFlowingStreamDoesNotTearItDown() {
    VirtualLine line = new VirtualLine("bled112", 5);
    line.run(watching(line), 30);
    events.clear();
    List<Protocol> only = Devices.live().stream().filter(p -> p.name().equals("bled112")).toList();
    Chain second = watching(line, only);
    line.run(second, 60);

    List<double[]> found = intervals();
    assertThat(found.get(0)[0]).isCloseTo(31.5, within(2.0));
    assertThat(runOfTrueIntervals(found, line.beatSeconds())).isGreaterThan(20);
    assertThat(events(RecordingEvent.GapSeen.class)).isEmpty();
  }

  @Test
  void aSearchThatJoinsAFlowingStreamRecognisesIt() {
    VirtualLine line = new VirtualLine("bled112", 6);
    line.run(watching(line), 30);
    events.clear();
    line.run(watching(line), 40);

    assertThat(events(RecordingEvent.Recognised.class).get(0).protocol().name())
        .isEqualTo("bled112");
    assertThat(intervals().get(0)[0]).isLessThan(35);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bled112", "hrmi", "bled112-troubled"})
  void whatWasRecordedReplaysWithoutADevice(String protocol) {
    VirtualLine line = new VirtualLine(protocol, 7);
    Chain chain = watching(line);
    line.run(chain, 100);
    List<RecordingEvent> live = List.copyOf(events);
    events.clear();
    Chain replay = watching(ToDevice.NOBODY);
    live.stream()
        .filter(RecordingEvent.Input.class::isInstance)
        .map(RecordingEvent.Input.class::cast)
        .forEach(i -> replay.input(i.record()));

    assertThat(signal(events)).isEqualTo(signal(live)).hasSizeGreaterThan(50);
  }

  private static List<RecordingEvent> signal(List<RecordingEvent> all) {
    return all.stream()
        .filter(e -> e instanceof RecordingEvent.BeatSeen || e instanceof RecordingEvent.GapSeen)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "bled112-rates, sends heart rates but not",
    "bled112-alone, No heart rate strap is found",
    "hrmi-rates, needs its maker's interval firmware"
  })
  void whyNoBeatsComeIsSaid(String protocol, String words) {
    VirtualLine line = new VirtualLine(protocol, 8);
    Chain chain = watching(line);
    line.run(chain, 40);

    assertThat(chain.problem("x").orElseThrow()).contains(words);
    assertThat(events(RecordingEvent.BeatSeen.class)).isEmpty();
  }

  @Test
  void aDongleThatSomebodyLeftScanningIsTakenOver() {
    VirtualLine line = new VirtualLine("bled112", 10);
    line.run(watching(line), 1.9);
    events.clear();
    line.run(watching(line), 20);

    assertThat(events(RecordingEvent.Recognised.class).get(0).timeNanos() / 1e9).isLessThan(3);
    assertThat(intervals()).hasSizeGreaterThan(8);
  }

  @Test
  void theNearerOfTwoStrapsIsTaken() {
    VirtualLine line = new VirtualLine("bled112-neighbour", 9);
    Chain chain = watching(line);
    line.run(chain, 20);

    assertThat(runOfTrueIntervals(intervals(), line.beatSeconds())).isGreaterThan(8);
  }
}
