package org.stillpoint.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.device.Devices;
import org.stillpoint.device.StillpointEncoder;
import org.stillpoint.device.ToDevice;
import org.stillpoint.participant.Chunk;
import org.stillpoint.signal.Gap;
import org.stillpoint.signal.Placement;
import org.stillpoint.testkit.VirtualBytes;

/** How the chain handles lost samples and a sensor that reports that it does not touch the skin. */
class LossAndContactTest {
  private final List<RecordingEvent> events = new ArrayList<>();

  private Chain watching() {
    return new Chain(
        ChainSettings.watching(Devices.live(), Double.POSITIVE_INFINITY),
        events::add,
        SampleListener.NONE,
        ToDevice.NOBODY);
  }

  private static void feed(Chain chain, VirtualBytes sensor) {
    for (Chunk chunk : sensor.chunks()) {
      chain.advance(chunk.hostNanos());
      chain.bytes(chunk.bytes(), chunk.bytes().length);
    }
  }

  private <T extends RecordingEvent> List<T> events(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Test
  void whatComesWithoutContactIsNoSignal() {
    Chain chain = watching();
    byte[] off = StillpointEncoder.status(0, 1);
    byte[] on = StillpointEncoder.status(0, 0);
    for (Chunk chunk : VirtualBytes.of("stillpoint", 6, 120).chunks()) {
      long second = chunk.hostNanos() / 1_000_000_000;
      boolean loose = second >= 60 && second < 90;
      String text = new String(chunk.bytes(), StandardCharsets.US_ASCII);
      String told =
          text.replaceAll("T0000003[^\n]*\n|T000000[0-9A-F]{4}\n", "")
              + new String(loose ? off : on, StandardCharsets.US_ASCII);
      byte[] bytes = told.getBytes(StandardCharsets.US_ASCII);
      chain.advance(chunk.hostNanos());
      chain.bytes(
          text.endsWith("\n") ? bytes : chunk.bytes(),
          text.endsWith("\n") ? bytes.length : chunk.bytes().length);
    }
    chain.command(Command.STOP);

    assertThat(events(RecordingEvent.BeatSeen.class))
        .isNotEmpty()
        .noneMatch(b -> b.timeNanos() > 60.5e9 && b.timeNanos() < 89.5e9);
    assertThat(events(RecordingEvent.GapSeen.class)).hasSize(1);
    Gap gap = events(RecordingEvent.GapSeen.class).get(0).gap();
    assertThat(gap.cause()).isEqualTo(Gap.Cause.NO_CONTACT);
    assertThat(gap.seconds()).isCloseTo(30, within(1.0));
  }

  @Test
  void whatTheDeviceSaysOfItsContactIsTold() {
    Chain chain = watching();
    feed(chain, VirtualBytes.of("stillpoint", 6, 30));
    byte[] off = StillpointEncoder.status(0, 1);
    chain.bytes(off, off.length);
    chain.advance(31_000_000_000L);
    List<RecordingEvent.SensorSeen> told = events(RecordingEvent.SensorSeen.class);
    assertThat(told.get(told.size() - 1).state().placement()).isEqualTo(Placement.NO_CONTACT);
    assertThat(told.get(told.size() - 1).state().advice()).startsWith("No pulse is seen");
  }

  @Test
  void aLossOfTwoSecondsIsAGapThatNoIntervalCrosses() {
    Chain chain = watching();
    VirtualBytes sensor = VirtualBytes.of("stillpoint", 6, 60);
    for (Chunk chunk : sensor.chunks()) {
      double seconds = chunk.hostNanos() / 1e9;
      chain.advance(chunk.hostNanos());
      if (seconds < 30 || seconds > 32) {
        chain.bytes(chunk.bytes(), chunk.bytes().length);
      }
    }
    chain.command(Command.STOP);

    List<RecordingEvent.GapSeen> gaps = events(RecordingEvent.GapSeen.class);
    assertThat(gaps).hasSize(1);
    Gap gap = gaps.get(0).gap();
    assertThat(gap.seconds()).isCloseTo(2, within(0.1));
    assertThat(events(RecordingEvent.BeatSeen.class))
        .isNotEmpty()
        .noneMatch(
            b ->
                b.interval() != null
                    && b.interval().startNanos() < gap.toNanos()
                    && b.interval().endNanos() > gap.fromNanos());
    RecordingEvent.Summary summary = events(RecordingEvent.Ended.class).get(0).summary();
    assertThat(summary.lostSamples()).isBetween(950L, 1050L);
  }
}
