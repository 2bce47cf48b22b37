package org.stillpoint.hrv;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.rr.RrLabel;
import org.stillpoint.rr.Tachogram;

/** Tachograms of intervals with a given length as a function of time. */
final class RhythmSeries {
  private RhythmSeries() {}

  /** Normal intervals without a gap, from 0 to slightly beyond the end of the time span. */
  static List<RrInterval> intervals(double seconds, DoubleUnaryOperator millis) {
    List<RrInterval> all = new ArrayList<>();
    for (double t = 0; t < seconds + 2; ) {
      double length = millis.applyAsDouble(t);
      t += length / 1000;
      all.add(new RrInterval(Math.round(t * 1e9), length, RrLabel.NORMAL, !all.isEmpty()));
    }
    return all;
  }

  static Tachogram stretch(double seconds, List<RrInterval> intervals) {
    return new Tachogram(0, Math.round(seconds * 1e9), intervals);
  }

  static Tachogram stretch(double seconds, DoubleUnaryOperator millis) {
    return stretch(seconds, intervals(seconds, millis));
  }

  static DoubleUnaryOperator sine(double meanMillis, double swingMillis, double perMinute) {
    return t -> meanMillis + swingMillis * Math.sin(2 * Math.PI * perMinute / 60 * t);
  }
}
