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
 * Everything that a screen shows, at one moment. Immutable; may be read by any thread.
 *
 * @param sequence increases with every snapshot
 * @param phase the state of the session
 * @param sensor the connected sensor, in words; empty before it is recognised
 * @param connected whether the connection to the sensor is up; while it is not, no live value is
 *     shown
 * @param message what is wrong, in one sentence; empty when nothing is
 * @param nowNanos time since the recording or the watching began
 * @param wave the last seconds of the wave
 * @param intervals the intervals of the last five minutes, oldest first
 * @param heartRate of the last few beats, per minute; absent when it is not known
 * @param quality Q of the last minute, 0 to 1, absent in the first minute
 * @param latest the newest index step, null before the first
 * @param history all index steps so far, oldest first
 * @param baseline null until it is measured
 * @param stage the current stage, null outside a session
 * @param prompt the current prompt or silence, null outside a session
 * @param spoken the last spoken text, empty before the first
 * @param decision the newest decision, null before the first
 * @param note the latest decision or change of the pacer with its reason, a clause; empty before
 *     the first
 * @param elapsedSeconds session time so far, without pauses
 * @param endSeconds session time at which the session ends; absent outside a session
 * @param asking whether a question waits for an answer: no index is shown until then
 * @param pacing whether the breath pacer leads
 * @param pacerFree whether the person can switch the breath pacer on now
 * @param breath the current paced breath; null when no pacer leads
 * @param sensorState how the sensor sits and what was lost
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

  /** The state of the session. */
  public enum Phase {
    /** No bytes have arrived, or they are not recognised yet. */
    LOOKING,
    /** A sensor is watched, but no session runs. */
    WATCHING,
    /** A session runs. */
    SESSION,
    /** A session is paused. */
    PAUSED,
    /** The session or the watching is over. */
    ENDED
  }
}
