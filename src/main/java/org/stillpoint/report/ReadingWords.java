package org.stillpoint.report;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.relax.Baseline;
import org.stillpoint.relax.BaselineHistory;
import org.stillpoint.relax.PastBaseline;
import org.stillpoint.relax.UsualRange;
import org.stillpoint.signal.SensorKind;
import org.stillpoint.store.RecordedSession;

/** A morning reading in words, beside the person's own other mornings. Pure functions. */
public final class ReadingWords {
  private ReadingWords() {}

  /**
   * What a recorded reading found, in sentences: heart rate, then variability.
   *
   * @param earlier the earlier readings in the same posture
   */
  public static List<String> of(RecordedSession reading, BaselineHistory earlier) {
    List<RecordingEvent.BaselineTaken> taken = reading.events(RecordingEvent.BaselineTaken.class);
    List<RecordingEvent.SensorSeen> seen = reading.events(RecordingEvent.SensorSeen.class);
    if (taken.isEmpty() || seen.isEmpty()) {
      return List.of(
          "Nothing could be measured this morning: see that the sensor sits well, and try again.");
    }
    SensorKind kind = seen.get(seen.size() - 1).state().kind();
    return of(taken.get(0).baseline(), earlier.of(kind));
  }

  /**
   * Two sentences: heart rate, then variability.
   *
   * @param now what was measured
   * @param earlier the earlier readings with the same kind of sensor in the same posture
   */
  static List<String> of(Baseline now, List<PastBaseline> earlier) {
    List<Double> rates = earlier.stream().map(PastBaseline::heartRate).toList();
    List<Double> variabilities = earlier.stream().map(PastBaseline::lnRmssd).toList();
    String known =
        earlier.size() < BaselineHistory.FEWEST
            ? " Your usual range is known after "
                + BaselineHistory.FEWEST
                + " mornings; this is number "
                + (earlier.size() + 1)
                + "."
            : "";
    return List.of(
        sentence("Heart rate", "per minute", now.freshHeartRate(), rates, rate -> rate),
        sentence("Variability (RMSSD)", "ms", now.freshLnRmssd(), variabilities, Math::exp)
            + known);
  }

  private static String sentence(
      String what, String unit, double value, List<Double> earlier, DoubleUnaryOperator shown) {
    Optional<UsualRange> range = UsualRange.of(earlier);
    String measured = what + " " + Words.whole(shown.applyAsDouble(value)) + " " + unit;
    return range
        .map(
            usual ->
                String.format(
                    "%s: %s (%s to %s).",
                    measured,
                    usual.words(value),
                    Words.whole(shown.applyAsDouble(usual.low())),
                    Words.whole(shown.applyAsDouble(usual.high()))))
        .orElse(measured + ".");
  }
}
