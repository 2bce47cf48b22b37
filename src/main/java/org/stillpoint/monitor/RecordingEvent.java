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
 * Something that happened in a recording. Events are in the order in which they happened. {@link
 * #timeNanos()} counts from the beginning of the recording.
 */
public sealed interface RecordingEvent {

  /** When it happened. */
  long timeNanos();

  /** An input from the sensor or the person: all other events follow from the inputs. */
  record Input(CaptureRecord record) implements RecordingEvent {
    @Override
    public long timeNanos() {
      return record.hostNanos();
    }
  }

  /** The protocol is known; the first event of a session that is not an input. */
  record Recognised(long timeNanos, Protocol protocol) implements RecordingEvent {}

  /**
   * A beat, with the interval that it ends.
   *
   * @param beat null for sensors that send intervals and no beats
   * @param interval null if no interval ends with this beat
   * @param quality Q of the last minute, 0 to 1
   */
  record BeatSeen(
      long timeNanos, @Nullable Beat beat, @Nullable RrInterval interval, double quality)
      implements RecordingEvent {}

  /** The index of a five-second step; its value can be absent. */
  record IndexStep(RelaxationIndex index) implements RecordingEvent {
    @Override
    public long timeNanos() {
      return index.timeNanos();
    }
  }

  /** The state of the sensor, every five seconds. */
  record SensorSeen(long timeNanos, SensorState state) implements RecordingEvent {}

  /** The baseline was measured. */
  record BaselineTaken(long timeNanos, org.stillpoint.relax.Baseline baseline)
      implements RecordingEvent {}

  /** A stage of the script begins. */
  record StageBegan(long timeNanos, StageStart stage) implements RecordingEvent {}

  /** A prompt or silence begins. */
  record Prompted(long timeNanos, PromptCue prompt) implements RecordingEvent {}

  /** The conductor decided something. */
  record Decided(long timeNanos, org.stillpoint.session.Decision decision)
      implements RecordingEvent {}

  /**
   * The breath pacer begins to lead, changes its rate or falls silent.
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
   * A rate of a resonance assessment. At the end of the assessment there is one event for each
   * rate, the best first.
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

  /** The connection to the sensor broke, or is back. */
  record LineChanged(long timeNanos, boolean there) implements RecordingEvent {}

  /** Faults of one kind in the bytes, counted over about a second. */
  record FaultSeen(long timeNanos, Fault fault, long count) implements RecordingEvent {}

  /** The person has moved: heart rate and variability are compared anew from 64 s on. */
  record Moved(long timeNanos, MovedBy how) implements RecordingEvent {}

  /** How it is known that the person has moved. */
  enum MovedBy {
    /** They said so. */
    SAID,
    /** The wave showed a movement next to a step of the heart rate. */
    SEEN
  }

  /** The session is paused, or continues. */
  record PauseChanged(long timeNanos, boolean paused) implements RecordingEvent {}

  /** The end; nothing follows. */
  record Ended(long timeNanos, Summary summary) implements RecordingEvent {}

  /**
   * The result of a recording.
   *
   * @param outcome how it ended
   * @param why the reason for an outcome that was not planned, in words; else empty
   * @param seconds its length; for a session, without pauses
   * @param plannedSeconds planned length, absent without a session
   * @param finalIndex mean of the index over the last minute before the return, or before the end
   *     without one; absent if there was none in it
   * @param meanIndex mean of the index from the baseline to there
   * @param beats number of beats or intervals
   * @param setAside share of the intervals that are artefacts, corrected or not, 0 to 1
   * @param gapSeconds time without samples
   * @param lostSamples number of samples or lines that are known to be lost
   * @param rateHz samples a second, absent for intervals
   * @param driftPpm drift of the device's clock against the computer's, in parts per million;
   *     absent for a device without a clock
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
    /** The person asked for an early return, which was played to its end. */
    ENDED_GENTLY,
    /** The person stopped it. */
    STOPPED,
    /** The sensor was lost. */
    SENSOR_GONE,
    /** A recorded source ended before the session did. */
    SOURCE_ENDED,
    /** Something failed in the program or on the computer. */
    FAILED;

    /** Whether the recording is complete. */
    public boolean whole() {
      return this == COMPLETED || this == ENDED_GENTLY;
    }
  }
}
