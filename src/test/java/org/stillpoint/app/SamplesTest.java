package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.beat.BeatScore;
import org.stillpoint.device.Devices;
import org.stillpoint.device.ToDevice;
import org.stillpoint.monitor.Chain;
import org.stillpoint.monitor.ChainSettings;
import org.stillpoint.monitor.Command;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.monitor.SampleListener;
import org.stillpoint.participant.VirtualPerson;
import org.stillpoint.serial.ByteSource;
import org.stillpoint.serial.CaptureSource;

/** The recordings in samples/ are as their README describes them. */
class SamplesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "7, stillpoint, 1.5",
    "3, pulsesensor-plotter, 3",
    "5, pulsesensor-processing, 3",
  })
  void theSimulatorMakesThemAgainByteForByte(String seed, String protocol, String minutes)
      throws IOException {
    Path out = folder.resolve("capture");
    Path truth = folder.resolve("truth");
    StringWriter err = new StringWriter();

    int code =
        Main.commandLine()
            .setErr(new PrintWriter(err))
            .execute(
                "simulate",
                "--seed",
                seed,
                "--protocol",
                protocol,
                "--minutes",
                minutes,
                "--out",
                out.toString(),
                "--truth",
                truth.toString());

    assertThat(code).as(err.toString()).isZero();
    Path sample = Path.of("samples", "responder-" + seed + "-" + protocol + ".capture");
    assertThat(Files.mismatch(out, sample)).isEqualTo(-1);
    Path sampleTruth = Path.of("samples", "responder-" + seed + "-" + protocol + ".truth.txt");
    assertThat(Files.readAllLines(truth)).isEqualTo(Files.readAllLines(sampleTruth));
  }

  @ParameterizedTest
  @CsvSource({
    "responder-7-stillpoint",
    "responder-3-pulsesensor-plotter",
    "responder-5-pulsesensor-processing",
  })
  void theBeatsFoundAreTheTrueOnes(String name) throws IOException {
    List<Double> found = new ArrayList<>();
    Chain chain =
        new Chain(
            ChainSettings.watching(Devices.live(), Double.POSITIVE_INFINITY),
            event -> {
              if (event instanceof RecordingEvent.BeatSeen seen) {
                found.add(seen.timeNanos() / 1e9);
              }
            },
            SampleListener.NONE,
            ToDevice.NOBODY);
    byte[] buffer = new byte[4096];
    try (ByteSource source =
        new CaptureSource(name, Files.newInputStream(Path.of("samples", name + ".capture")))) {
      for (int count = source.read(buffer); count >= 0; count = source.read(buffer)) {
        chain.advance(source.hostNanos());
        chain.bytes(buffer, count);
      }
    }
    chain.command(Command.SOURCE_ENDED);

    double last = found.get(found.size() - 1);
    double[] truth =
        Files.readAllLines(Path.of("samples", name + ".truth.txt")).stream()
            .filter(l -> !l.startsWith("#"))
            .mapToDouble(l -> Double.parseDouble(l.split("\t", -1)[0]))
            .map(t -> t + VirtualPerson.RISE_DELAY_SECONDS)
            .filter(t -> t < last + 0.2)
            .toArray();
    BeatScore score =
        BeatScore.of(truth, found.stream().mapToDouble(Double::doubleValue).toArray());
    assertThat(score.f1()).isGreaterThan(99.4);
  }
}
