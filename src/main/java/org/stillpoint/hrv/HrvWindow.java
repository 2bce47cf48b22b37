package org.stillpoint.hrv;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.math3.stat.StatUtils;
import org.stillpoint.rr.LiveCorrector;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.rr.Tachogram;
import org.stillpoint.rr.WindowQuality;

/**
 * Heart rate, RMSSD, lnRMSSD and SDNN over the last 60 s, as defined in Task Force 1996 (Eur Heart
 * J 17:354-381). 60 s is the shortest window from which RMSSD is meaningful. Belongs to one thread.
 */
public final class HrvWindow {
  /** Length of the window, in seconds. */
  public static final double SECONDS = 60;

  /** Time from one live window to the next, in seconds. */
  public static final double STEP_SECONDS = 5;

  private static final long LENGTH_NANOS = (long) (SECONDS * 1e9);

  /**
   * Longest normal delay between a beat and its judgement, which takes four beats; a longer one
   * means a gap or much noise.
   */
  private static final long JUDGING_NANOS = 8_000_000_000L;

  private static final long KEPT_NANOS = 330_000_000_000L;

  /**
   * Least number of pairs of normal intervals in a window: half of what a slow heart (40 per
   * minute) gives in a minute.
   */
  private static final int FEWEST_PAIRS = 20;

  private final ArrayDeque<RrInterval> intervals = new ArrayDeque<>();
  private final RhythmWindow rhythms = new RhythmWindow();
  private long beganNanos = Long.MAX_VALUE;

  /** Takes the next interval, after artefact correction. */
  public void add(RrInterval interval) {
    beganNanos = Math.min(beganNanos, interval.startNanos());
    intervals.add(interval);
    while (intervals.getFirst().endNanos() < interval.endNanos() - KEPT_NANOS) {
      intervals.remove();
    }
  }

  /** The intervals of the last five and a half minutes, oldest first. */
  public List<RrInterval> intervals() {
    return List.copyOf(intervals);
  }

  /**
   * Measures the window that ends with the newest corrected interval, or later if beats are
   * overdue. The few beats that correction takes do not count as a gap.
   *
   * @param nowNanos time since the recording began
   * @param newestNanos time of the newest beat, corrected or not
   * @param breathing the tracker that has received the same intervals
   * @return the measures; all absent during the first 60 s and below the quality limit
   */
  public HrvMetrics at(long nowNanos, long newestNanos, BreathTracker breathing) {
    HrvMetrics metrics = at(nowNanos, newestNanos);
    if (metrics.heartRate().isEmpty()) {
      return metrics;
    }
    BreathEstimate breath = breathing.at(metrics.endNanos());
    return metrics.with(rhythms.at(intervals(), metrics.endNanos(), breath));
  }

  /**
   * The measures without the rhythms, which take longer to compute.
   *
   * @param nowNanos time since the recording began
   * @param newestNanos time of the newest beat, corrected or not
   */
  public HrvMetrics at(long nowNanos, long newestNanos) {
    Tachogram tachogram = minute(nowNanos, newestNanos);
    return measure(tachogram, tachogram.startNanos() >= beganNanos);
  }

  /** The quality of the same window alone, which is needed at every beat. */
  public WindowQuality quality(long nowNanos, long newestNanos) {
    return minute(nowNanos, newestNanos).quality();
  }

  private Tachogram minute(long nowNanos, long newestNanos) {
    long judged = intervals.isEmpty() ? 0 : intervals.getLast().endNanos();
    long overdue = nowNanos - LiveCorrector.STALE_NANOS;
    long due = newestNanos >= overdue ? newestNanos - JUDGING_NANOS : overdue;
    long end = Math.max(judged, due);
    long start = end - LENGTH_NANOS;
    return new Tachogram(start, end, newest(start));
  }

  /** The intervals that end after a given time, oldest first. */
  private List<RrInterval> newest(long startNanos) {
    List<RrInterval> inside = new ArrayList<>();
    Iterator<RrInterval> each = intervals.descendingIterator();
    while (each.hasNext()) {
      RrInterval next = each.next();
      if (next.endNanos() <= startNanos) {
        break;
      }
      inside.add(next);
    }
    Collections.reverse(inside);
    return inside;
  }

  private static HrvMetrics measure(Tachogram tachogram, boolean whole) {
    WindowQuality quality = tachogram.quality();
    double[] nn = tachogram.nnMillis();
    double[] differences = tachogram.successiveDifferencesMillis();
    if (!whole || !quality.shown() || differences.length < FEWEST_PAIRS) {
      OptionalDouble absent = OptionalDouble.empty();
      return new HrvMetrics(tachogram.endNanos(), SECONDS, quality, absent, absent, absent, absent);
    }
    double rmssd = Math.sqrt(StatUtils.sumSq(differences) / differences.length);
    return new HrvMetrics(
        tachogram.endNanos(),
        SECONDS,
        quality,
        OptionalDouble.of(60_000 / StatUtils.mean(nn)),
        OptionalDouble.of(rmssd),
        rmssd > 0 ? OptionalDouble.of(Math.log(rmssd)) : OptionalDouble.empty(),
        OptionalDouble.of(Math.sqrt(StatUtils.variance(nn))));
  }
}
