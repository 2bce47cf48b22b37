package org.stillpoint.monitor;

import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.stillpoint.device.Protocol;
import org.stillpoint.hrv.ResonanceCandidates;
import org.stillpoint.relax.RelaxationIndex;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.serial.CaptureRecord;
import org.stillpoint.session.Breath;
import org.stillpoint.session.PromptCue;
import org.stillpoint.session.StageStart;
import org.stillpoint.signal.Beat;
import org.stillpoint.signal.Fault;
import org.stillpoint.signal.Gap;

/**
 * Something a recording holds, in the order in which it came to be. {@link #timeNanos()} counts
 * from the beginning of the recording.
 */
public sealed interface RecordingEvent {

  /** When it happened. */
  long timeNanos();

  /** What came in, from the sensor or the person: all else follows from these. */
  record Input(CaptureRecord record) implements RecordingEvent {
    @Override
    public long timeNanos() {
      return record.hostNanos();
    }
  }

  /** The protocol is known; a session begins with this. */
  record Recognised(long timeNanos, Protocol protocol) implements RecordingEvent {}

  /**
   * A beat, with the interval it ends if there is one. Sensors that send intervals have no beat of
   * their own: then {@code beat} is null.
   *
   * @param quality Q of the last minute
   */
  record BeatSeen(
      long timeNanos, @Nullable Beat beat, @Nullable RrInterval interval, double quality)
      implements RecordingEvent {}

  /** The index of a five-second step, absent or not. */
  record IndexStep(RelaxationIndex index) implements RecordingEvent {
    @Override
    public long timeNanos() {
      return index.timeNanos();
    }
  }

  /** How the sensor does, every five seconds. */
  record SensorSeen(long timeNanos, SensorState state) implements RecordingEvent {}

  /** The baseline was taken. */
  record BaselineTaken(long timeNanos, org.stillpoint.relax.Baseline baseline)
      implements RecordingEvent {}

  /** A stage of the script begins. */
  record StageBegan(long timeNanos, StageStart stage) implements RecordingEvent {}

  /** A prompt or silence begins. */
  record Prompted(long timeNanos, PromptCue prompt) implements RecordingEvent {}

  /** The conductor looked at the index. */
  record Decided(long timeNanos, org.stillpoint.session.Decision decision)
      implements RecordingEvent {}

  /**
   * The breath pacer begins to lead, leads elsewhere or falls silent.
   *
   * @param perMinute breaths a minute now; absent when it is silent
   * @param why one plain clause
   */
  record PacerChanged(long timeNanos, OptionalDouble perMinute, String why)
      implements RecordingEvent {

    /** The change in words. */
    public String words() {
      String leads =
          perMinute.isPresent()
              ? String.format(Locale.ROOT, "leads at %.1f a minute", perMinute.getAsDouble())
              : "is silent";
      return "the breath pacer " + leads + ": " + why;
    }
  }

  /** A paced breath begins. */
  record BreathPaced(long timeNanos, Breath breath) implements RecordingEvent {}

  /**
   * A rate of a resonance assessment, told at its end for each, the best first.
   *
   * @param place 1 for the best
   */
  record ResonanceRated(long timeNanos, int place, ResonanceCandidates.Candidate candidate)
      implements RecordingEvent {}

  /** Time without samples. */
  record GapSeen(Gap gap) implements RecordingEvent {
    @Override
    public long timeNanos() {
      return gap.toNanos();
    }
  }

  /** The line to the sensor broke, or is there again. */
  record LineChanged(long timeNanos, boolean there) implements RecordingEvent {}

  /** Things that were wrong with the bytes, counted over about a second. */
  record FaultSeen(long timeNanos, Fault fault, long count) implements RecordingEvent {}

  /** The session stands still, or goes on. */
  record PauseChanged(long timeNanos, boolean paused) implements RecordingEvent {}

  /** The end; nothing follows. */
  record Ended(long timeNanos, Summary summary) implements RecordingEvent {}

  /**
   * What became of a recording.
   *
   * @param outcome how it ended
   * @param why a sentence for an outcome that was not planned, else empty
   * @param seconds its length, without pauses for a session
   * @param plannedSeconds planned length, absent without a session
   * @param finalIndex the last index, absent when there was none in the last half minute
   * @param meanIndex mean of the index from the baseline to the end
   * @param beats beats or intervals seen
   * @param setAside share of the intervals that was set aside, 0 to 1
   * @param gapSeconds time without samples
   * @param lostSamples samples or lines known to be lost
   * @param rateHz samples a second, absent for intervals
   * @param driftPpm how fast the device's clock ran, where it has one
   */
  record Summary(
      Outcome outcome,
      String why,
      double seconds,
      OptionalDouble plannedSeconds,
      OptionalDouble finalIndex,
      OptionalDouble meanIndex,
      long beats,
      double setAside,
      double gapSeconds,
      long lostSamples,
      OptionalDouble rateHz,
      OptionalDouble driftPpm) {}

  /** How a recording ended. */
  enum Outcome {
    /** As planned. */
    COMPLETED,
    /** The person asked for the return before its time; it was given whole. */
    ENDED_GENTLY,
    /** The person stopped it. */
    STOPPED,
    /** The sensor went away. */
    SENSOR_GONE,
    /** A recorded source was at its end before the session was. */
    SOURCE_ENDED,
    /** Something in the program or on the machine broke. */
    FAILED;

    /** Whether it ended as it should. */
    public boolean whole() {
      return this == COMPLETED || this == ENDED_GENTLY;
    }
  }
}
