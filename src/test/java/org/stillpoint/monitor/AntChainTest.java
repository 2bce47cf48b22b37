package org.stillpoint.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.device.Devices;
import org.stillpoint.device.NetworkKey;
import org.stillpoint.device.Protocol;
import org.stillpoint.device.ToDevice;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.testkit.VirtualLine;

/** The chain and a virtual ANT stick talk to each other, without threads or clocks. */
class AntChainTest {
  private static final NetworkKey INVENTED = NetworkKey.parse("0102030405060708");
  private static final NetworkKey ZEROS = NetworkKey.parse("0000000000000000");

  private final List<RecordingEvent> events = new ArrayList<>();

  private Chain chain(List<Protocol> protocols, ToDevice line) {
    return new Chain(
        ChainSettings.watching(protocols, Double.POSITIVE_INFINITY),
        events::add,
        SampleListener.NONE,
        line);
  }

  private <T extends RecordingEvent> List<T> events(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private double recognisedSeconds() {
    return events(RecordingEvent.Recognised.class).get(0).timeNanos() / 1e9;
  }

  private List<RrInterval> intervals() {
    List<RrInterval> all = new ArrayList<>();
    for (RecordingEvent.BeatSeen beat : events(RecordingEvent.BeatSeen.class)) {
      RrInterval interval = beat.interval();
      if (interval != null) {
        all.add(interval);
      }
    }
    return all;
  }

  private static double[] trueMillis(VirtualLine line) {
    double[] millis = new double[line.beats().size() - 1];
    for (int i = 0; i < millis.length; i++) {
      millis[i] = (line.beats().get(i + 1).seconds() - line.beats().get(i).seconds()) * 1000;
    }
    return millis;
  }

  /** The position of the first received interval among the true ones. */
  private static int offset(double[] truth, List<RrInterval> heard) {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int at = 0; at + heard.size() <= truth.length; at++) {
      double worst = 0;
      for (int i = 0; i < heard.size(); i++) {
        worst = Math.max(worst, Math.abs(truth[at + i] - heard.get(i).millis()));
      }
      if (worst < least) {
        least = worst;
        best = at;
      }
    }
    return best;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void theIntervalsOfAStrapAreThoseOfTheHeart(long seed) {
    VirtualLine line = new VirtualLine("ant", seed);
    Chain chain = chain(Devices.live(INVENTED), line);
    line.run(chain, 300);

    assertThat(recognisedSeconds()).isLessThan(3);
    assertThat(events(RecordingEvent.BeatSeen.class).get(0).timeNanos() / 1e9).isLessThan(6);
    assertThat(chain.problem("the stick")).isEmpty();
    List<RrInterval> heard = intervals();
    double[] truth = trueMillis(line);
    int from = offset(truth, heard);
    assertThat(from).isBetween(0, 9);
    assertThat(from + heard.size()).isGreaterThan(truth.length - 3);
    for (int i = 0; i < heard.size(); i++) {
      assertThat(heard.get(i).millis()).as("beat %d", i).isCloseTo(truth[from + i], within(1.0));
    }
    assertThat(events(RecordingEvent.FaultSeen.class)).isEmpty();
    assertThat(events(RecordingEvent.GapSeen.class)).isEmpty();
  }

  @Test
  void beatsArePlacedWhereTheyWere() {
    VirtualLine line = new VirtualLine("ant", 5);
    line.run(chain(Devices.live(INVENTED), line), 120);

    List<RrInterval> heard = intervals();
    int from = offset(trueMillis(line), heard);
    for (int i = 0; i < heard.size(); i++) {
      double late = heard.get(i).endNanos() / 1e9 - line.beats().get(from + i + 1).seconds();
      assertThat(late).as("beat %d", i).isBetween(0.0, 0.4); // the first page's own delay
    }
  }

  @Test
  void aFreshDecoderJoinsAnOpenChannelWithoutAWord() {
    VirtualLine line = new VirtualLine("ant", 3);
    line.run(chain(Devices.live(INVENTED), line), 20);
    int words = line.said().size();
    events.clear();
    Protocol ant = Devices.named("ant", "", INVENTED).orElseThrow();
    line.runAnew(chain(List.of(ant), line), 40);

    assertThat(line.said()).hasSize(words);
    assertThat(intervals()).hasSizeGreaterThan(15);
  }

  @Test
  void aStickThatIsAlreadyListeningIsRecognisedByItsPages() {
    VirtualLine line = new VirtualLine("ant", 3);
    line.run(chain(Devices.live(INVENTED), line), 20);
    int words = line.said().size();
    events.clear();
    line.runAnew(chain(Devices.live(), line), 40);

    assertThat(recognisedSeconds()).isLessThan(1);
    assertThat(line.said()).hasSize(words);
    assertThat(intervals()).hasSizeGreaterThan(15);
  }

  @Test
  void withoutAKeyTheStickIsRecognisedAndTheKeyAskedFor() {
    VirtualLine line = new VirtualLine("ant", 1);
    Chain chain = chain(Devices.live(), line);
    line.run(chain, 30);

    assertThat(recognisedSeconds()).isLessThan(3);
    assertThat(chain.problem("the stick").orElseThrow())
        .contains("has no network key")
        .contains("--ant-key-file");
    assertThat(events(RecordingEvent.BeatSeen.class)).isEmpty();
    assertThat(line.said())
        .filteredOn(said -> said[0] == (byte) 0xA4)
        .hasSizeBetween(1, 5)
        .noneMatch(said -> said[2] == 0x46);
  }

  @Test
  void aWrongKeyHearsNoStrapAndThatIsSaidAfterFifteenSeconds() {
    VirtualLine line = new VirtualLine("ant", 1);
    Chain chain = chain(Devices.live(ZEROS), line);
    line.run(chain, 15);
    assertThat(chain.problem("the stick")).isEmpty();
    line.run(chain, 20);

    assertThat(chain.problem("the stick").orElseThrow())
        .contains("no heart-rate strap")
        .contains("network key");
    assertThat(events(RecordingEvent.BeatSeen.class)).isEmpty();
  }

  @Test
  void theRecordedBytesGiveTheSameEventsWithoutAStickOrAKey() {
    VirtualLine line = new VirtualLine("ant", 8);
    Chain live = chain(Devices.live(INVENTED), line);
    line.run(live, 200);
    live.command(Command.STOP);
    List<RecordingEvent> first = List.copyOf(events);
    events.clear();
    Chain replay = chain(Devices.live(), ToDevice.NOBODY);
    for (RecordingEvent event : first) {
      if (event instanceof RecordingEvent.Input input) {
        replay.input(input.record());
      }
    }

    assertThat(comparable(events)).isEqualTo(comparable(first)).hasSizeGreaterThan(200);
    assertThat(recognisedSeconds()).isLessThan(3);
  }

  private static List<RecordingEvent> comparable(List<RecordingEvent> all) {
    return all.stream()
        .filter(e -> !(e instanceof RecordingEvent.Input))
        .filter(e -> !(e instanceof RecordingEvent.Recognised))
        .toList();
  }
}
