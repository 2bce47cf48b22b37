package org.stillpoint.monitor;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.stillpoint.relax.Baseline;
import org.stillpoint.relax.RelaxationIndex;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.session.Breath;
import org.stillpoint.session.Decision;
import org.stillpoint.session.PromptCue;
import org.stillpoint.session.StageStart;

/**
 * All that one screen needs, of one moment. Immutable; may be read by any thread.
 *
 * @param sequence rises with every snapshot
 * @param phase what is going on
 * @param sensor what is connected, in words; empty before it is recognised
 * @param connected whether the line to the sensor is whole; while it is broken nothing is of now
 * @param message what is wrong, in one sentence; empty when nothing is
 * @param nowNanos time since the recording (or the watching) began
 * @param wave the last seconds of the wave
 * @param intervals the intervals of the last five minutes, oldest first
 * @param heartRate of the last few beats, absent when there is none
 * @param quality Q of the last minute, 0 to 1, absent in the first minute
 * @param latest the newest index step, null before the first
 * @param history all index steps so far, oldest first
 * @param baseline null until it is taken
 * @param stage the stage that is on, null outside a session
 * @param prompt the prompt or silence that is on, null outside a session
 * @param spoken the last thing said, empty before it
 * @param decision the newest decision, null before the first
 * @param note what was decided or changed last and why, a clause; empty before
 * @param elapsedSeconds session time, pauses left out
 * @param endSeconds session time at which it ends; absent outside one
 * @param asking whether the person was asked how to go on: no index is shown until they answer
 * @param pacing whether the breath pacer leads
 * @param pacerFree whether the person can switch the breath pacer on now
 * @param breath the paced breath that is on; null when no pacer leads
 * @param sensorState how the sensor sits and what got lost
 */
public record Snapshot(
    long sequence,
    Phase phase,
    String sensor,
    boolean connected,
    String message,
    long nowNanos,
    WaveWindow wave,
    List<RrInterval> intervals,
    OptionalDouble heartRate,
    OptionalDouble quality,
    @Nullable RelaxationIndex latest,
    List<RelaxationIndex> history,
    @Nullable Baseline baseline,
    @Nullable StageStart stage,
    @Nullable PromptCue prompt,
    String spoken,
    @Nullable Decision decision,
    String note,
    double elapsedSeconds,
    OptionalDouble endSeconds,
    boolean asking,
    boolean pacing,
    boolean pacerFree,
    @Nullable Breath breath,
    SensorState sensorState) {

  /** What is going on. */
  public enum Phase {
    /** Bytes are awaited or not understood yet. */
    LOOKING,
    /** A sensor is there and watched, no session runs. */
    WATCHING,
    /** A session runs. */
    SESSION,
    /** A session stands still. */
    PAUSED,
    /** It is over. */
    ENDED
  }
}
