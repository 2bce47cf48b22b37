package org.stillpoint.hrv;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.rr.RrInterval;

/**
 * How the spectrum of the intervals changes over a session: the power density of 64 s around every
 * fifth second (short-time Fourier transform of the 4 Hz tachogram, see {@link Welch}). 64 s
 * resolve 0.03 Hz and hold four breaths of the slowest pacing. A window with a gap has no spectrum.
 * Immutable.
 */
public final class TimeVaryingSpectrum {
  /** Length of the window of one spectrum, in seconds. */
  public static final double WINDOW_SECONDS = 64;

  /** Time from one spectrum to the next, in seconds. */
  public static final double STEP_SECONDS = HrvWindow.STEP_SECONDS;

  /** Highest frequency that is kept. */
  public static final double HIGHEST_HZ = 0.5;

  /** A longer time without a usable interval is a gap. */
  private static final long HOLE_NANOS = 3_000_000_000L;

  private static final int LENGTH = (int) (WINDOW_SECONDS * EvenTachogram.RATE_HZ);

  /** Distance between two frequencies of a spectrum. */
  public static final double STEP_HZ = Welch.STEP_HZ;

  private static final int KEPT = (int) (HIGHEST_HZ / STEP_HZ) + 1;

  private final double firstSeconds;
  private final List<double[]> columns;

  private TimeVaryingSpectrum(double firstSeconds, List<double[]> columns) {
    this.firstSeconds = firstSeconds;
    this.columns = columns;
  }

  /**
   * The spectra of a time span.
   *
   * @param judged corrected intervals, oldest first
   * @param fromSeconds middle of the first spectrum, since the recording began
   * @param toSeconds latest possible middle of the last spectrum
   */
  public static TimeVaryingSpectrum of(
      List<RrInterval> judged, double fromSeconds, double toSeconds) {
    List<RrInterval> usable = judged.stream().filter(RrInterval::usable).toList();
    List<double[]> columns = new ArrayList<>();
    int from = 0;
    for (int k = 0; fromSeconds + k * STEP_SECONDS <= toSeconds; k++) {
      long start = Math.round((fromSeconds + k * STEP_SECONDS - WINDOW_SECONDS / 2) * 1e9);
      long end = start + Math.round(WINDOW_SECONDS * 1e9);
      while (from < usable.size() && usable.get(from).endNanos() < start - HOLE_NANOS) {
        from++;
      }
      int to = from;
      while (to < usable.size() && usable.get(to).endNanos() <= end + HOLE_NANOS) {
        to++;
      }
      columns.add(column(usable.subList(from, to), start, end));
    }
    return new TimeVaryingSpectrum(fromSeconds, columns);
  }

  private static double[] column(List<RrInterval> intervals, long start, long end) {
    int n = intervals.size();
    if (n < 2
        || intervals.get(0).endNanos() > start + HOLE_NANOS / 2
        || intervals.get(n - 1).endNanos() < end - HOLE_NANOS / 2) {
      return new double[0];
    }
    double[] times = new double[n];
    double[] millis = new double[n];
    for (int i = 0; i < n; i++) {
      times[i] = (intervals.get(i).endNanos() - start) / 1e9;
      millis[i] = intervals.get(i).millis();
      if (i > 0 && intervals.get(i).endNanos() - intervals.get(i - 1).endNanos() > HOLE_NANOS) {
        return new double[0];
      }
    }
    return density(even(times, millis));
  }

  /**
   * Values every quarter of a second from time 0; beyond the ends the nearest value is repeated.
   */
  private static double[] even(double[] times, double[] millis) {
    CubicSpline spline = new CubicSpline(times, millis, CubicSpline.End.NOT_A_KNOT);
    double[] values = new double[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      double at = i / EvenTachogram.RATE_HZ;
      values[i] = spline.at(Math.max(times[0], Math.min(times[times.length - 1], at)));
    }
    return values;
  }

  private static double[] density(double[] even) {
    PowerSpectrum spectrum = Welch.of(even);
    double[] density = new double[KEPT];
    for (int i = 0; i < KEPT; i++) {
      density[i] = spectrum.density(i);
    }
    return density;
  }

  /** Number of spectra. */
  public int size() {
    return columns.size();
  }

  /** Middle of the window of a spectrum, in seconds since the recording began. */
  public double seconds(int column) {
    return firstSeconds + column * STEP_SECONDS;
  }

  /** Whether there is a spectrum: the window had no gap. */
  public boolean present(int column) {
    return columns.get(column).length > 0;
  }

  /**
   * Power density, ms2/Hz.
   *
   * @param column number of the spectrum, from 0
   * @param bin multiple of {@link #STEP_HZ}, up to {@link #HIGHEST_HZ}
   * @return NaN if there is no spectrum
   */
  public double density(int column, int bin) {
    return present(column) ? columns.get(column)[bin] : Double.NaN;
  }
}
