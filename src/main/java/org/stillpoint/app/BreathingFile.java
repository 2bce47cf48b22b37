package org.stillpoint.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stillpoint.beat.BeatDetector;
import org.stillpoint.device.DeviceIdentity;
import org.stillpoint.device.Devices;
import org.stillpoint.device.FrameDecoder;
import org.stillpoint.device.SignalHandler;
import org.stillpoint.device.Timebase;
import org.stillpoint.hrv.BreathEstimate;
import org.stillpoint.hrv.BreathTracker;
import org.stillpoint.rr.IntervalBuilder;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.signal.Beat;
import org.stillpoint.signal.Fault;
import org.stillpoint.signal.Gap;
import org.stillpoint.signal.PulseSample;
import org.stillpoint.signal.SensorKind;

/** The breathing rate along a file, every 5 s from the end of its first minute. */
final class BreathingFile implements SignalHandler {
  private static final long STEP_NANOS = 5_000_000_000L;
  private static final String WAVEFORM_MARK = "sampling_rate_hz";
  private static final int HEADER_LINES = 50;

  private final IntervalBuilder builder = new IntervalBuilder();
  private final List<BreathEstimate> points = new ArrayList<>();
  private BeatDetector detector = BeatDetector.of(SensorKind.PPG);
  private BreathTracker tracker = new BreathTracker(SensorKind.INTERVALS);
  private long dueNanos = Math.round(BreathTracker.SECONDS * 1e9);
  private long lastNanos;
  private long samples;

  private BreathingFile() {}

  /**
   * The points of a file.
   *
   * @param column which column of a waveform; null for a file of intervals
   * @return at least one, in order of time
   * @throws IOException with one sentence when it is neither, or shorter than a minute
   */
  static List<BreathEstimate> points(Path path, @Nullable String column) throws IOException {
    BreathingFile file = new BreathingFile();
    if (column == null) {
      file.intervals(path);
    } else {
      file.wave(path, column);
    }
    if (file.points.isEmpty()) {
      throw new IOException(
          path
              + " holds "
              + file.lastNanos / 1_000_000_000L
              + " s: a breathing rate needs a recording of at least 60 s.");
    }
    return file.points;
  }

  private void intervals(Path path) throws IOException {
    if (isWaveform(path)) {
      throw new IOException(path + " is a waveform: say --signal ppg or --signal ecg.");
    }
    double seconds = 0;
    for (double millis : RrFile.read(path)) {
      seconds += millis / 1000;
      long end = Math.round(seconds * 1e9);
      estimate(end);
      RrInterval interval = builder.measured(end, millis);
      if (interval != null) {
        tracker.interval(interval);
      }
    }
    estimate(lastNanos + 1);
  }

  private static boolean isWaveform(Path path) throws IOException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(Sources.read(path), StandardCharsets.ISO_8859_1))) {
      String line = in.readLine();
      for (int i = 0; i < HEADER_LINES && line != null && line.startsWith("#"); i++) {
        if (line.contains(WAVEFORM_MARK)) {
          return true;
        }
        line = in.readLine();
      }
      return false;
    }
  }

  private void wave(Path path, String column) throws IOException {
    try (InputStream in = Sources.read(path)) {
      FrameDecoder decoder = Devices.named("waveform-csv", column).orElseThrow().decoder().get();
      Timebase timebase = new Timebase(this);
      byte[] buffer = new byte[1 << 16];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        decoder.accept(buffer, count, timebase);
      }
      decoder.finish(timebase);
    }
    if (samples == 0) {
      throw new IOException(
          path
              + " holds no waveform with a column "
              + column
              + ": it needs a line '# sampling_rate_hz: N', a line of column names, then numbers.");
    }
    detector.finish(this::beat);
    estimate(lastNanos + 1);
  }

  /** Makes the points that are due before a moment, of what had arrived until then. */
  private void estimate(long nanos) {
    while (dueNanos < nanos) {
      points.add(tracker.at(dueNanos));
      dueNanos += STEP_NANOS;
    }
    lastNanos = Math.max(lastNanos, nanos);
  }

  @Override
  public void sample(PulseSample sample) {
    samples++;
    estimate(sample.timeNanos());
    tracker.sample(sample);
    detector.accept(sample, this::beat);
  }

  private void beat(Beat beat) {
    tracker.beat(beat);
    RrInterval interval = builder.beat(beat);
    if (interval != null) {
      tracker.interval(interval);
    }
  }

  @Override
  public void interval(long timeNanos, double millis) {}

  @Override
  public void gap(Gap gap) {
    detector.restart(this::beat);
    builder.gap();
    tracker.gap();
  }

  @Override
  public void contact(boolean touching) {}

  @Override
  public void identified(DeviceIdentity identity) {
    detector = BeatDetector.of(identity.kind()); // it comes before the first sample
    tracker = new BreathTracker(identity.kind());
  }

  @Override
  public void fault(Fault fault, long count) {}
}
