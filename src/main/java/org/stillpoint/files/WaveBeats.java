package org.stillpoint.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stillpoint.beat.BeatDetector;
import org.stillpoint.device.DeviceIdentity;
import org.stillpoint.device.SignalHandler;
import org.stillpoint.rr.IntervalBuilder;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.rr.Tachogram;
import org.stillpoint.signal.Beat;
import org.stillpoint.signal.Fault;
import org.stillpoint.signal.Gap;
import org.stillpoint.signal.PulseSample;
import org.stillpoint.signal.SensorKind;

/** Finds the beats of a wave that is read once. Belongs to one thread. */
public final class WaveBeats implements SignalHandler {
  /** The lowest sampling rate that the detector is designed for. */
  private static final double LEAST_ECG_HZ = 50;

  /** Below this rate the narrow QRS complexes of some hearts fall between two samples. */
  private static final double GOOD_ECG_HZ = 75;

  private static final double LEAST_PPG_HZ = 25;
  private static final double MOST_HZ = 1000;

  private final String name;
  private final SensorKind kind;
  private final BeatDetector detector;
  private final List<Beat> beats = new ArrayList<>();
  private final List<RrInterval> intervals = new ArrayList<>();
  private final IntervalBuilder builder = new IntervalBuilder(this::judged);
  private final WaveListener listener;
  private final List<String> notes = new ArrayList<>();
  private double rateHz;
  private long samples;
  private long lastNanos;
  private long badLines;

  /**
   * Starts without beats.
   *
   * @param name of the file, for the notes
   * @param rateHz sampling rate; NaN if the file will give it
   * @param listener sees everything that is read or found
   */
  WaveBeats(String name, SensorKind kind, double rateHz, WaveListener listener) {
    this.listener = listener;
    listener.kind(kind);
    this.name = name;
    this.kind = kind;
    this.rateHz = rateHz;
    this.detector = new BeatDetector(kind);
  }

  @Override
  public void sample(PulseSample sample) {
    samples++;
    lastNanos = sample.timeNanos();
    listener.sample(sample);
    detector.accept(sample, this::beat);
  }

  private void beat(Beat beat) {
    beats.add(beat);
    listener.beat(beat);
    builder.beat(beat);
  }

  private void judged(RrInterval interval) {
    intervals.add(interval);
    listener.interval(interval);
  }

  @Override
  public void interval(long timeNanos, double millis) {}

  @Override
  public void gap(Gap gap) {
    detector.restart(this::beat);
    builder.gap();
    listener.gap();
  }

  @Override
  public void contact(boolean touching) {}

  @Override
  public void identified(DeviceIdentity identity) {
    rateHz = identity.rateHz().orElse(Double.NaN);
  }

  @Override
  public void fault(Fault fault, long count) {
    badLines += fault == Fault.LOST_SAMPLES ? 0 : count;
  }

  /** Adds a whole sentence about the file. */
  void note(String note) {
    notes.add(note);
  }

  /** Ends the wave: adds the beats that were held back, and the notes. */
  WaveBeats finish() {
    detector.restart(this::beat);
    builder.gap();
    if (badLines > 0) {
      note(
          badLines
              + " lines of "
              + name
              + " hold no sample: their places in time were left empty.");
    }
    double least = kind == SensorKind.ECG ? LEAST_ECG_HZ : LEAST_PPG_HZ;
    if (rateHz < least || rateHz > MOST_HZ) {
      note(
          String.format(
              Locale.ROOT,
              "%s has %.4g samples a second, but the detector needs %.0f to %.0f: do not trust the"
                  + " beats that it finds.",
              name,
              rateHz,
              least,
              MOST_HZ));
    }
    if (kind == SensorKind.ECG && rateHz >= LEAST_ECG_HZ && rateHz < GOOD_ECG_HZ) {
      note(
          String.format(
              Locale.ROOT,
              "%s has %.4g samples a second: some beats may be missed; record at %.0f or more.",
              name,
              rateHz,
              GOOD_ECG_HZ));
    }
    if (samples > 0 && beats.isEmpty()) {
      note(name + ": no beat was found in " + Math.round(seconds()) + " s of signal.");
    }
    if (samples == 0) {
      note(
          name
              + " holds no samples of this signal, so there are no beats to find: check the file.");
    }
    return this;
  }

  /** What the wave was taken to be. */
  public SensorKind kind() {
    return kind;
  }

  /** The beats in time order. */
  public List<Beat> beats() {
    return beats;
  }

  /** Times of the beats in seconds from the first sample. */
  public double[] beatSeconds() {
    return beats.stream().mapToDouble(beat -> beat.timeNanos() / 1e9).toArray();
  }

  /** Sampling rate in Hz; NaN if the file does not give it. */
  public double rateHz() {
    return rateHz;
  }

  /** Length in seconds, from the first sample to the end of the last; 0 without samples. */
  public double seconds() {
    return samples == 0 ? 0 : lastNanos / 1e9 + 1 / rateHz;
  }

  /** Mean heart rate of the NN intervals, in beats per minute; NaN without NN intervals. */
  public double meanHeartRate() {
    return 60_000
        / intervals.stream()
            .filter(RrInterval::usable)
            .mapToDouble(RrInterval::millis)
            .average()
            .orElse(Double.NaN);
  }

  /** Signal quality Q of the whole file, 0 to 1. */
  public double quality() {
    return lastNanos == 0 ? 0 : new Tachogram(0, lastNanos, intervals).quality().q();
  }

  /** Whole sentences for the person about what is not as it should be; usually empty. */
  public List<String> notes() {
    return List.copyOf(notes);
  }
}
