package org.stillpoint.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stillpoint.monitor.SensorState;
import org.stillpoint.monitor.Snapshot;
import org.stillpoint.signal.Placement;

/** Texts about the placement of the sensor and its connection. Pure functions. */
final class CoachPresenter {
  private static final StatusView NOTHING = new StatusView("", Tone.QUIET);

  private CoachPresenter() {}

  /** Before a session: what the person should do about the sensor, or that they can begin. */
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
        : new StatusView("Looking for your pulse…", Tone.QUIET);
  }

  private static String good(SensorState sensor) {
    return switch (sensor.kind()) {
      case PPG -> "Good pulse. You can begin.";
      case ECG -> "Good signal. You can begin.";
      case INTERVALS -> "Your heartbeats are arriving. You can begin.";
    };
  }

  /**
   * During a session: a hint for a person who looks; a warning only if the connection is broken.
   */
  static StatusView during(Snapshot s) {
    if (!s.message().isEmpty()) {
      String goesOn = s.connected() ? "" : " The session continues.";
      return new StatusView(s.message() + goesOn, Tone.WARNING);
    }
    return new StatusView(s.sensorState().advice(), Tone.QUIET);
  }

  /** Gaps, sampling rate and clock drift of the sensor, as short as possible. */
  static String details(SensorState sensor) {
    List<String> parts = new ArrayList<>();
    if (sensor.gaps() > 0) {
      parts.add(gaps(sensor));
    }
    sensor.rateHz().ifPresent(rate -> parts.add(String.format(Locale.ROOT, "%.1f Hz", rate)));
    sensor.driftPpm().ifPresent(ppm -> parts.add("clock " + signed(ppm) + " ppm"));
    return String.join(" · ", parts);
  }

  /** The same in full sentences, with the lost samples. */
  static String explained(SensorState sensor) {
    StringBuilder words = new StringBuilder();
    sensor
        .rateHz()
        .ifPresent(
            rate -> words.append(String.format(Locale.ROOT, "%.2f samples per second. ", rate)));
    sensor
        .driftPpm()
        .ifPresent(
            ppm ->
                words
                    .append("The sensor's clock drifts by ")
                    .append(signed(ppm))
                    .append(" ppm against the computer's. "));
    words.append(String.format(Locale.ROOT, "Samples lost: %,d. ", sensor.lostSamples()));
    words.append(sensor.gaps() == 0 ? "No gaps." : gaps(sensor) + " in total.");
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
