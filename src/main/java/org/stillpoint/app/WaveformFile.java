package org.stillpoint.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.stillpoint.beat.BeatDetector;
import org.stillpoint.device.DeviceIdentity;
import org.stillpoint.device.Devices;
import org.stillpoint.device.FrameDecoder;
import org.stillpoint.device.SignalHandler;
import org.stillpoint.device.Timebase;
import org.stillpoint.rr.IntervalBuilder;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.rr.Tachogram;
import org.stillpoint.signal.Beat;
import org.stillpoint.signal.Fault;
import org.stillpoint.signal.Gap;
import org.stillpoint.signal.PulseSample;
import org.stillpoint.signal.SensorKind;

/** Reads a waveform file through decoder and detector, without holding the wave. */
final class WaveformFile implements SignalHandler {
  private final List<Beat> beats = new ArrayList<>();
  private final List<RrInterval> intervals = new ArrayList<>();
  private final IntervalBuilder builder = new IntervalBuilder(intervals::add);
  private BeatDetector detector = BeatDetector.of(SensorKind.PPG);
  private OptionalDouble rateHz = OptionalDouble.empty();
  private long samples;
  private long lastNanos;
  private long badLines;

  private WaveformFile() {}

  /**
   * Detects the beats of a file.
   *
   * @param column which column
   * @throws IOException with one sentence when it holds no such waveform
   */
  static WaveformFile detect(Path path, String column) throws IOException {
    WaveformFile file = new WaveformFile();
    try (InputStream in = Sources.read(path)) {
      FrameDecoder decoder = Devices.named("waveform-csv", column).orElseThrow().decoder().get();
      Timebase timebase = new Timebase(file);
      byte[] buffer = new byte[1 << 16];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        decoder.accept(buffer, count, timebase);
      }
      decoder.finish(timebase);
    }
    if (file.samples == 0) {
      throw new IOException(
          path
              + " holds no waveform with a column "
              + column
              + ": it needs a line '# sampling_rate_hz: N', a line of column names, then numbers.");
    }
    file.detector.finish(file::beat);
    file.builder.gap();
    return file;
  }

  @Override
  public void sample(PulseSample sample) {
    samples++;
    lastNanos = sample.timeNanos();
    detector.accept(sample, this::beat);
  }

  private void beat(Beat beat) {
    beats.add(beat);
    builder.beat(beat);
  }

  @Override
  public void interval(long timeNanos, double millis) {}

  @Override
  public void gap(Gap gap) {
    detector.restart(this::beat);
    builder.gap();
  }

  @Override
  public void contact(boolean touching) {}

  @Override
  public void identified(DeviceIdentity identity) {
    rateHz = identity.rateHz();
    detector = BeatDetector.of(identity.kind()); // it comes before the first sample
  }

  @Override
  public void fault(Fault fault, long count) {
    badLines += fault == Fault.LOST_SAMPLES ? 0 : count;
  }

  List<Beat> beats() {
    return beats;
  }

  double rateHz() {
    return rateHz.orElse(Double.NaN);
  }

  /** Lines that were no samples. */
  long badLines() {
    return badLines;
  }

  /** Q of the whole file, 0 to 1. */
  double quality() {
    return lastNanos == 0 ? 0 : new Tachogram(0, lastNanos, intervals).quality().q();
  }
}
