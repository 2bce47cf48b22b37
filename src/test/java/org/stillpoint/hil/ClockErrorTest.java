package org.stillpoint.hil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.device.Devices;
import org.stillpoint.device.FrameDecoder;
import org.stillpoint.device.SignalHandler;
import org.stillpoint.device.Timebase;
import org.stillpoint.testkit.Board;
import org.stillpoint.testkit.BoardTruth.Entry;

/**
 * A board's clock against true time, with known arrival times that no busy machine delays. {@link
 * LiveFirmwareTest} does the same with a real port.
 */
@Tag("slow")
class ClockErrorTest {
  private static final double LATEST_SECONDS = 0.016;

  private static final double GOLDEN_RATIO = 0.618034;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(doubles = {150, 0, -80})
  void aMinuteOfLateArrivalsTellsTheClocksError(double ppm) throws IOException {
    String[] clock = {"--ppm", String.valueOf(ppm)};
    FrameDecoder decoder = Devices.named("stillpoint", "").orElseThrow().decoder().get();
    Timebase timebase = new Timebase(SignalHandler.NOBODY);

    double turn = 0;
    for (Entry line : Board.run(folder, "ppg", 60, clock).of("sent")) {
      turn = (turn + GOLDEN_RATIO) % 1; // runs through all delays, out of step with the blocks
      timebase.arrived(Math.round((line.seconds() + turn * LATEST_SECONDS) * 1e9));
      byte[] bytes = (line.text() + "\n").getBytes(StandardCharsets.US_ASCII);
      decoder.accept(bytes, bytes.length, timebase);
    }

    assertThat(timebase.driftPpm().orElseThrow()).isCloseTo(ppm, within(10.0));
  }
}
