package org.stillpoint.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stillpoint.exchange.Intervals;
import org.stillpoint.hrv.BreathEstimate;
import org.stillpoint.hrv.BreathTracker;
import org.stillpoint.hrv.HrvWindow;
import org.stillpoint.rr.LiveCorrector;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.rr.RrLabel;
import org.stillpoint.signal.Beat;
import org.stillpoint.signal.PulseSample;
import org.stillpoint.signal.SensorKind;

/** Estimates the breathing rate along a file, every 5 s from the end of its first minute. */
public final class BreathingFile implements WaveListener {
  private static final long STEP_NANOS = (long) (HrvWindow.STEP_SECONDS * 1e9);

  private final List<BreathEstimate> points = new ArrayList<>();
  private BreathTracker tracker = new BreathTracker(SensorKind.INTERVALS);
  private long dueNanos = Math.round(BreathTracker.SECONDS * 1e9);
  private long lastNanos;

  private BreathingFile() {}

  /**
   * The estimates for a file.
   *
   * @param kind of its waveform; null for a file of intervals, or for the first ECG or pulse wave
   * @param channel name or number of the signal; empty for the first of the kind
   * @param said receives sentences about how the file was read
   * @return at least one estimate, in time order
   * @throws IOException with one sentence when the file holds neither, or is shorter than a minute
   */
  public static List<BreathEstimate> points(
      Path path, @Nullable SensorKind kind, String channel, List<String> said) throws IOException {
    BreathingFile file =
        kind == null && channel.isEmpty() && !WaveRecord.isWaveform(path)
            ? ofIntervals(path, said)
            : ofWave(path, kind, channel, said);
    file.estimate(file.lastNanos + 1);
    if (file.points.isEmpty()) {
      throw new IOException(
          path
              + " holds "
              + file.lastNanos / 1_000_000_000L
              + " s: a breathing rate needs a recording of at least 60 s.");
    }
    return file.points;
  }

  private static BreathingFile ofIntervals(Path path, List<String> said) throws IOException {
    Intervals intervals = IntervalFiles.read(path);
    said.addAll(IntervalFiles.said(path, intervals));
    BreathingFile file = new BreathingFile();
    LiveCorrector corrector = new LiveCorrector(file::interval);
    double millis = 0;
    for (double rr : intervals.rrMillis()) {
      RrInterval raw =
          new RrInterval(Math.round((millis + rr) * 1e6), rr, RrLabel.NORMAL, millis > 0);
      millis += rr;
      file.estimate(raw.endNanos());
      corrector.accept(raw);
    }
    corrector.flush();
    return file;
  }

  private static BreathingFile ofWave(
      Path path, @Nullable SensorKind kind, String channel, List<String> said) throws IOException {
    BreathingFile file = new BreathingFile();
    said.addAll(WaveformFile.detect(path, kind, channel, file).notes());
    return file;
  }

  /** Adds the estimates that are due before a time, from what has arrived by then. */
  private void estimate(long nanos) {
    while (dueNanos < nanos) {
      points.add(tracker.at(dueNanos));
      dueNanos += STEP_NANOS;
    }
    lastNanos = Math.max(lastNanos, nanos);
  }

  @Override
  public void kind(SensorKind kind) {
    tracker = new BreathTracker(kind);
  }

  @Override
  public void sample(PulseSample sample) {
    estimate(sample.timeNanos());
    tracker.sample(sample);
  }

  @Override
  public void beat(Beat beat) {
    tracker.beat(beat);
  }

  @Override
  public void interval(RrInterval judged) {
    tracker.interval(judged);
  }

  @Override
  public void gap() {
    tracker.gap();
  }
}
