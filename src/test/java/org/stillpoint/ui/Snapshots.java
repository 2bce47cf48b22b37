package org.stillpoint.ui;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.stillpoint.hrv.HrvMetrics;
import org.stillpoint.monitor.SensorState;
import org.stillpoint.monitor.Snapshot;
import org.stillpoint.monitor.WaveWindow;
import org.stillpoint.programme.PromptKind;
import org.stillpoint.relax.Baseline;
import org.stillpoint.relax.Regime;
import org.stillpoint.relax.RelaxationIndex;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.rr.RrLabel;
import org.stillpoint.rr.WindowQuality;
import org.stillpoint.session.Breath;
import org.stillpoint.session.Decision;
import org.stillpoint.session.Gains;
import org.stillpoint.session.PacingState;
import org.stillpoint.session.PromptCue;
import org.stillpoint.session.StageStart;
import org.stillpoint.signal.Placement;
import org.stillpoint.signal.SensorKind;

/**
 * Creates snapshots for presenter tests: a good session at minute eight, unless a test changes it.
 */
final class Snapshots {
  Snapshot.Phase phase = Snapshot.Phase.SESSION;
  String sensor = "Stillpoint firmware on /dev/ttyUSB0, 500 Hz";
  boolean connected = true;
  String message = "";
  OptionalDouble heartRate = OptionalDouble.of(61.6);
  OptionalDouble index = OptionalDouble.of(64.2);
  OptionalDouble rmssd = OptionalDouble.of(42.4);
  WindowQuality quality = new WindowQuality(0.98, 0.01, 0.5);
  boolean measured = true;
  boolean baseline = true;
  String stageId = "rotation";
  PromptKind kind = PromptKind.INSTRUCTION;
  double elapsed = 480;
  OptionalDouble planned = OptionalDouble.of(1200);
  long lost;
  long gaps;
  double gapSeconds;
  OptionalDouble drift = OptionalDouble.empty();
  Placement placement = Placement.GOOD;
  List<RrInterval> intervals = List.of(new RrInterval(1, 970, RrLabel.NORMAL, true));

  boolean asking;
  boolean pacing;
  boolean pacerFree;
  @Nullable Breath breath;
  @Nullable Baseline startMeasured;
  @Nullable RelaxationIndex step;
  boolean applied = true;
  Decision.Remark remark = Decision.Remark.NONE;
  String reason = "script as written: index 64, steady";
  List<RelaxationIndex> history = List.of();

  Snapshot make() {
    return new Snapshot(
        5,
        phase,
        sensor,
        connected,
        message,
        490_000_000_000L,
        WaveWindow.EMPTY,
        intervals,
        heartRate,
        measured ? OptionalDouble.of(quality.q()) : OptionalDouble.empty(),
        step(),
        history,
        startMeasured != null
            ? startMeasured
            : baseline
                ? new Baseline(70, 2, 3.4, 0.2, 13, false, false, OptionalDouble.of(14), 70, 3.4, 0)
                : null,
        new StageStart(60, stageId, "Around the body", 180),
        new PromptCue(
            478, stageId, kind, kind == PromptKind.SILENCE ? "" : "The left hand.", 3, "", 1),
        "The left hand.",
        new Decision(470, PacingState.NOMINAL, false, applied, Gains.AS_WRITTEN, remark, reason),
        reason,
        elapsed,
        planned,
        asking,
        pacing,
        pacerFree,
        breath,
        new SensorState(
            SensorKind.PPG, placement, OptionalDouble.of(499.97), drift, lost, gaps, gapSeconds));
  }

  private @Nullable RelaxationIndex step() {
    if (step != null || !measured) {
      return step;
    }
    OptionalDouble none = OptionalDouble.empty();
    HrvMetrics metrics = new HrvMetrics(1, 60, quality, heartRate, rmssd, none, none);
    return new RelaxationIndex(1, index, none, none, none, none, metrics, Regime.UNKNOWN);
  }
}
