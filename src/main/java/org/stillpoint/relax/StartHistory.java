package org.stillpoint.relax;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.stillpoint.signal.SensorKind;

/**
 * The starts of the person's latest sessions in the same posture, by kind of sensor, oldest first.
 * Immutable.
 *
 * @param starts at most {@link #MOST} of each kind
 */
public record StartHistory(Map<SensorKind, List<PastStart>> starts) {
  /** Sessions that are remembered. */
  public static final int MOST = 14;

  /** With fewer the start of today stands alone. */
  public static final int FEWEST = 5;

  /** No sessions yet. */
  public static final StartHistory NONE = new StartHistory(Map.of());

  /** Keeps its own copy, of the newest only. */
  public StartHistory {
    Map<SensorKind, List<PastStart>> newest = new EnumMap<>(SensorKind.class);
    starts.forEach(
        (kind, all) ->
            newest.put(kind, List.copyOf(all.subList(Math.max(0, all.size() - MOST), all.size()))));
    starts = Map.copyOf(newest);
  }

  /** Those of one kind of sensor, oldest first. */
  public List<PastStart> of(SensorKind kind) {
    return starts.getOrDefault(kind, List.of());
  }
}
