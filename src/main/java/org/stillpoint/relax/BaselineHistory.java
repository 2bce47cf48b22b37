package org.stillpoint.relax;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.stillpoint.signal.SensorKind;

/**
 * The baselines of the person's latest sessions in the same posture, by kind of sensor, oldest
 * first. Immutable.
 *
 * @param starts at most {@link #MOST} of each kind
 */
public record BaselineHistory(Map<SensorKind, List<PastBaseline>> starts) {
  /** Number of sessions that are remembered. */
  public static final int MOST = 14;

  /** With fewer sessions, today's baseline is used as measured. */
  public static final int FEWEST = 5;

  /** No sessions yet. */
  public static final BaselineHistory NONE = new BaselineHistory(Map.of());

  /** Keeps its own copy of the newest baselines. */
  public BaselineHistory {
    Map<SensorKind, List<PastBaseline>> newest = new EnumMap<>(SensorKind.class);
    starts.forEach(
        (kind, all) ->
            newest.put(kind, List.copyOf(all.subList(Math.max(0, all.size() - MOST), all.size()))));
    starts = Map.copyOf(newest);
  }

  /** The baselines of one kind of sensor, oldest first; empty if there are none. */
  public List<PastBaseline> of(SensorKind kind) {
    return starts.getOrDefault(kind, List.of());
  }
}
