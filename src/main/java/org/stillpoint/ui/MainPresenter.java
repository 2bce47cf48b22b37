package org.stillpoint.ui;

import org.jspecify.annotations.Nullable;
import org.stillpoint.monitor.Snapshot;
import org.stillpoint.signal.SensorKind;

/** Texts about the connection, and whether a session can begin. Pure functions. */
final class MainPresenter {
  static final StatusView IDLE = new StatusView("Choose a sensor, then connect.", Tone.QUIET);

  /** Why no session can begin while the connection is broken. What broke it is shown elsewhere. */
  static final StatusView AWAY =
      new StatusView("You can begin when the sensor is connected again.", Tone.QUIET);

  private MainPresenter() {}

  /** Whether the person wears electrodes that are wired to this computer. */
  static boolean electrodes(String spec, @Nullable Snapshot s) {
    return s != null && spec.startsWith("serial:") && s.sensorState().kind() == SensorKind.ECG;
  }

  /** The status of the connection before there is a snapshot. */
  static StatusView status(Link.LinkState state, String spec, String problem) {
    return switch (state) {
      case CONNECTING ->
          new StatusView("Connecting to " + SensorPresenter.name(spec) + "…", Tone.QUIET);
      case CONNECTED ->
          new StatusView("Looking for a pulse on " + SensorPresenter.name(spec) + "…", Tone.QUIET);
      case IDLE -> problem.isEmpty() ? IDLE : new StatusView(problem, Tone.WARNING);
    };
  }

  /** The status of the connection while a monitor is running. */
  static StatusView status(Snapshot s, String spec) {
    if (!s.message().isEmpty()) {
      return new StatusView(s.message(), Tone.WARNING);
    }
    if (s.sensor().isEmpty()) {
      return status(Link.LinkState.CONNECTED, spec, "");
    }
    return new StatusView(s.sensor(), Tone.GOOD);
  }

  /** The status when no snapshot has arrived for a while, so that no number is current. */
  static StatusView stalled(String spec) {
    return new StatusView(
        "No data arrives from " + SensorPresenter.name(spec) + " any more: connect it again.",
        Tone.WARNING);
  }

  /** Whether a session can begin. */
  static boolean startable(Snapshot s) {
    return s.phase() == Snapshot.Phase.WATCHING && s.connected();
  }

  /** Why it cannot, in one sentence. */
  static String whyNotStartable(Link.LinkState state, StatusView status) {
    if (status.tone() == Tone.WARNING) {
      return status.words();
    }
    return switch (state) {
      case IDLE -> "Connect a sensor first. The virtual person needs no hardware.";
      case CONNECTING -> "One moment: the sensor is being connected.";
      case CONNECTED -> "One moment: the sensor is being recognised.";
    };
  }
}
