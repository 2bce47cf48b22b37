package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.beat.BeatScore;
import org.stillpoint.device.Devices;
import org.stillpoint.device.Protocol;
import org.stillpoint.live.SensorSpec;
import org.stillpoint.live.Sources;
import org.stillpoint.monitor.ChainSettings;
import org.stillpoint.monitor.Monitor;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.serial.ByteSource;
import org.stillpoint.serial.SerialPortSource;
import org.stillpoint.signal.PulseSample;
import org.stillpoint.testkit.PtyPair;
import org.stillpoint.testkit.ReferenceData;

/** A person's recorded pulse wave, sent as PulseSensor plotter lines. */
class RealInputTest {
  private static final double RATE_HZ = 100;
  private static final double EXCERPT_SECONDS = 45;

  @TempDir private Path folder;

  private static List<String> plotterLines(double seconds) {
    List<PulseSample> wave = ReferenceData.wave("nk_rest", "ppg");
    double least = wave.stream().mapToDouble(PulseSample::value).min().orElseThrow();
    double most = wave.stream().mapToDouble(PulseSample::value).max().orElseThrow();
    return wave.stream()
        .limit(Math.round(seconds * RATE_HZ))
        .map(s -> "0,750," + Math.round((s.value() - least) / (most - least) * 1000) + "\r\n")
        .toList();
  }

  private static double[] reference(double seconds) {
    return ReferenceData.beats("nk_rest.ppg").seconds().stream()
        .mapToDouble(Double::doubleValue)
        .filter(t -> t + 0.43 < seconds - 0.5) // the pulse follows the heart by 0.43 s
        .toArray();
  }

  private static List<Double> run(ByteSource source) throws InterruptedException {
    List<Double> beats = Collections.synchronizedList(new ArrayList<>());
    Monitor monitor =
        new Monitor(
            source,
            ChainSettings.watching(Devices.live(), Double.POSITIVE_INFINITY),
            event -> {
              if (event instanceof RecordingEvent.BeatSeen seen) {
                beats.add(seen.timeNanos() / 1e9);
              }
            },
            true);
    monitor.start();
    assertThat(monitor.await(180_000)).isTrue();
    return List.copyOf(beats);
  }

  private static void assertBeats(List<Double> beats, double[] reference) {
    double[] found = beats.stream().mapToDouble(Double::doubleValue).toArray();
    BeatScore score = BeatScore.of(reference, found);
    assertThat(score.f1()).isGreaterThanOrEqualTo(99);
    assertThat(rate(found)).isCloseTo(rate(reference), within(0.5));
  }

  /** From the median interval, which the one beat that may be missing hardly changes. */
  private static double rate(double[] beats) {
    double[] lengths = new double[beats.length - 1];
    Arrays.setAll(lengths, i -> beats[i + 1] - beats[i]);
    return 60 / StatUtils.percentile(lengths, 50);
  }

  private static ByteSource open(Path file, List<Protocol> protocols) throws IOException {
    SensorSpec spec = SensorSpec.parse("replay:" + file);
    return new Sources(Host.CLOCKS).open(spec, protocols, RATE_HZ, 0, Double.POSITIVE_INFINITY);
  }

  @Test
  void asARecordedFileAtFullSpeed() throws IOException, InterruptedException {
    Path file =
        Files.writeString(folder.resolve("plotter.txt"), String.join("", plotterLines(300)));
    ByteSource source = open(file, Devices.files("ppg"));

    assertBeats(run(source), reference(300));
  }

  @Test
  void asAWaveformFileAtFullSpeed() throws IOException, InterruptedException {
    Path file = ReferenceData.require("waveforms/nk_rest.csv");
    List<Double> beats = new ArrayList<>();
    Monitor monitor =
        new Monitor(
            open(file, Devices.files("ppg")),
            ChainSettings.watching(Devices.files("ppg"), Double.POSITIVE_INFINITY),
            event -> {
              if (event instanceof RecordingEvent.BeatSeen seen) {
                beats.add(seen.timeNanos() / 1e9);
              }
            },
            true);
    monitor.start();
    assertThat(monitor.await(180_000)).isTrue();

    assertBeats(beats, reference(300));
  }

  @Test
  void asAnElectrocardiogramFileAtFullSpeed() throws IOException, InterruptedException {
    Path file = ReferenceData.require("waveforms/nk_rest.csv");
    List<Double> beats = new ArrayList<>();
    Monitor monitor =
        new Monitor(
            open(file, Devices.files("ecg")),
            ChainSettings.watching(Devices.files("ecg"), Double.POSITIVE_INFINITY),
            event -> {
              if (event instanceof RecordingEvent.BeatSeen seen) {
                beats.add(seen.timeNanos() / 1e9);
              }
            },
            true);
    monitor.start();
    assertThat(monitor.await(180_000)).isTrue();

    double[] reference =
        ReferenceData.beats("nk_rest").seconds().stream().mapToDouble(t -> t).toArray();
    assertBeats(beats, reference);
    assertThat(BeatScore.of(reference, beats.stream().mapToDouble(t -> t).toArray()).delaySeconds())
        .isCloseTo(0, within(0.01));
  }

  /** 45 seconds of it in real time, through a real pseudo terminal and the real library. */
  @Test
  @Tag("realtime")
  @Tag("slow")
  void throughAPortAtItsTruePace() throws IOException, InterruptedException {
    List<String> lines = plotterLines(EXCERPT_SECONDS);
    CountDownLatch opened = new CountDownLatch(1);
    try (PtyPair pty = new PtyPair(folder)) {
      Thread sensor = new Thread(() -> send(lines, pty, opened), "sensor");
      sensor.start();
      ByteSource source =
          SerialPortSource.open(
              pty.link().toString(), SerialPortSource.USUAL_BAUD, System::nanoTime);
      opened.countDown();

      List<Double> beats = run(source);

      sensor.join(60_000);
      assertThat(sensor.isAlive()).isFalse();
      // The detector's look-ahead of 0.3 s holds back the last beats before the sensor is
      // unplugged.
      assertBeats(beats, reference(EXCERPT_SECONDS - 0.3));
    }
  }

  private static void send(List<String> lines, PtyPair pty, CountDownLatch opened) {
    CountDownLatch never = new CountDownLatch(1);
    try {
      assertThat(opened.await(60, TimeUnit.SECONDS)).isTrue();
      OutputStream out = pty.out();
      long start = System.nanoTime();
      for (int i = 0; i < lines.size(); i++) {
        long due = start + Math.round(i * 1e9 / RATE_HZ);
        if (never.await(due - System.nanoTime(), TimeUnit.NANOSECONDS)) {
          return;
        }
        out.write(lines.get(i).getBytes(StandardCharsets.US_ASCII));
        out.flush();
      }
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
    pty.pull();
  }
}
