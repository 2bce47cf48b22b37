package org.stillpoint.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stillpoint.monitor.SensorState;
import org.stillpoint.monitor.Snapshot;
import org.stillpoint.signal.Placement;

/** Words for how the sensor sits and what its line does. */
final class CoachPresenter {
  private static final StatusView NOTHING = new StatusView("", Tone.QUIET);

  private CoachPresenter() {}

  /** Before a session: what the person should do about the sensor, or that all is well. */
  static StatusView before(Snapshot s) {
    if (!s.message().isEmpty()) {
      return new StatusView(s.message(), Tone.WARNING);
    }
    if (s.phase() != Snapshot.Phase.WATCHING) {
      return NOTHING;
    }
    SensorState sensor = s.sensorState();
    if (!sensor.advice().isEmpty()) {
      return new StatusView(sensor.advice(), Tone.WARNING);
    }
    return sensor.placement() == Placement.GOOD
        ? new StatusView(good(sensor), Tone.GOOD)
        : new StatusView("Feeling for your pulse…", Tone.QUIET);
  }

  private static String good(SensorState sensor) {
    return switch (sensor.kind()) {
      case PPG -> "Good pulse. You can begin.";
      case ECG -> "Good signal. You can begin.";
      case INTERVALS -> "Your heartbeats arrive. You can begin.";
    };
  }

  /** During a session: a hint for whoever happens to look, quiet unless the line is broken. */
  static StatusView during(Snapshot s) {
    if (!s.message().isEmpty()) {
      String goesOn = s.connected() ? "" : " The session goes on.";
      return new StatusView(s.message() + goesOn, Tone.WARNING);
    }
    return new StatusView(s.sensorState().advice(), Tone.QUIET);
  }

  /** Rate, clock and gaps of the sensor, as short as can be. */
  static String details(SensorState sensor) {
    List<String> parts = new ArrayList<>();
    if (sensor.gaps() > 0) {
      parts.add(gaps(sensor));
    }
    sensor.rateHz().ifPresent(rate -> parts.add(String.format(Locale.ROOT, "%.1f Hz", rate)));
    sensor.driftPpm().ifPresent(ppm -> parts.add("clock " + signed(ppm) + " ppm"));
    return String.join(" · ", parts);
  }

  /** The same in sentences. */
  static String explained(SensorState sensor) {
    StringBuilder words = new StringBuilder();
    sensor
        .rateHz()
        .ifPresent(
            rate -> words.append(String.format(Locale.ROOT, "%.2f samples a second. ", rate)));
    sensor
        .driftPpm()
        .ifPresent(
            ppm ->
                words
                    .append("The sensor's clock runs ")
                    .append(signed(ppm))
                    .append(" ppm against")
                    .append(" the computer's. "));
    words.append(String.format(Locale.ROOT, "Lost: %,d. ", sensor.lostSamples()));
    words.append(sensor.gaps() == 0 ? "No gaps." : gaps(sensor) + " together.");
    return words.toString();
  }

  private static String gaps(SensorState sensor) {
    String count = sensor.gaps() == 1 ? "1 gap" : sensor.gaps() + " gaps";
    return String.format(Locale.ROOT, "%s, %.1f s", count, sensor.gapSeconds());
  }

  private static String signed(double ppm) {
    long whole = Math.round(ppm);
    return whole < 0 ? "−" + -whole : "+" + whole;
  }
}
