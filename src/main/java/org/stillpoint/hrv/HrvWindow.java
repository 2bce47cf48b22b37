package org.stillpoint.hrv;

import java.util.ArrayDeque;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.math3.stat.StatUtils;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.rr.Tachogram;
import org.stillpoint.rr.WindowQuality;

/**
 * Heart rate, RMSSD, lnRMSSD and SDNN over the last 60 s, definitions of Task Force 1996 (Eur Heart
 * J 17:354-381). 60 s is the shortest window that RMSSD can bear. Belongs to one thread.
 */
public final class HrvWindow {
  /** Length of the window. */
  public static final double SECONDS = 60;

  private static final long LENGTH_NANOS = (long) (SECONDS * 1e9);

  /**
   * A window must hold this many pairs of normal intervals: half of what a slow heart (40 per
   * minute) gives in a minute.
   */
  private static final int FEWEST_PAIRS = 20;

  /**
   * The newest beat is up to one long interval and the detector's look-ahead old: until then its
   * lateness is no hole.
   */
  private static final long NEWEST_BEAT_AGE_NANOS = 2_300_000_000L;

  private final ArrayDeque<RrInterval> intervals = new ArrayDeque<>();

  /** Takes the next interval. */
  public void add(RrInterval interval) {
    intervals.add(interval);
    while (intervals.getFirst().endNanos() < interval.endNanos() - 2 * LENGTH_NANOS) {
      intervals.remove();
    }
  }

  /**
   * Measures the window that ends now, or with the newest beat when that is only just past.
   *
   * @param nowNanos time since the recording began
   * @return the measures; all absent during the first 60 s and below the quality limit
   */
  public HrvMetrics at(long nowNanos) {
    long newest = intervals.isEmpty() ? 0 : intervals.getLast().endNanos();
    long end = Math.max(newest, nowNanos - NEWEST_BEAT_AGE_NANOS);
    long start = end - LENGTH_NANOS;
    List<RrInterval> inside = intervals.stream().filter(i -> i.endNanos() > start).toList();
    Tachogram tachogram = new Tachogram(start, end, inside);
    return measure(tachogram, SECONDS);
  }

  private static HrvMetrics measure(Tachogram tachogram, double seconds) {
    WindowQuality quality = tachogram.quality();
    double[] nn = tachogram.nnMillis();
    double[] differences = tachogram.successiveDifferencesMillis();
    if (!quality.shown() || differences.length < FEWEST_PAIRS) {
      OptionalDouble absent = OptionalDouble.empty();
      return new HrvMetrics(tachogram.endNanos(), seconds, quality, absent, absent, absent, absent);
    }
    double rmssd = Math.sqrt(StatUtils.sumSq(differences) / differences.length);
    return new HrvMetrics(
        tachogram.endNanos(),
        seconds,
        quality,
        OptionalDouble.of(60_000 / StatUtils.mean(nn)),
        OptionalDouble.of(rmssd),
        rmssd > 0 ? OptionalDouble.of(Math.log(rmssd)) : OptionalDouble.empty(),
        OptionalDouble.of(Math.sqrt(StatUtils.variance(nn))));
  }
}
