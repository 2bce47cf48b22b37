package org.stillpoint.ui;

import org.stillpoint.monitor.Snapshot;

/** Words for the connection, and whether a session may begin. */
final class MainPresenter {
  static final StatusView IDLE =
      new StatusView("Choose where your sensor is, and connect.", Tone.QUIET);

  /** Why no session may begin while the line is broken; what broke it is said elsewhere. */
  static final StatusView AWAY =
      new StatusView("You can begin when the sensor is back.", Tone.QUIET);

  private MainPresenter() {}

  /** The connection without a sensor's own words. */
  static StatusView status(Link.LinkState state, String spec, String problem) {
    return switch (state) {
      case CONNECTING ->
          new StatusView("Connecting to " + SensorPresenter.name(spec) + "…", Tone.QUIET);
      case CONNECTED ->
          new StatusView("Looking for a pulse on " + SensorPresenter.name(spec) + "…", Tone.QUIET);
      case IDLE -> problem.isEmpty() ? IDLE : new StatusView(problem, Tone.WARNING);
    };
  }

  /** The connection while a monitor runs. */
  static StatusView status(Snapshot s, String spec) {
    if (!s.message().isEmpty()) {
      return new StatusView(s.message(), Tone.WARNING);
    }
    if (s.sensor().isEmpty()) {
      return status(Link.LinkState.CONNECTED, spec, "");
    }
    return new StatusView(s.sensor(), Tone.GOOD);
  }

  /** The same when nothing new has come for a while: then no number is of now. */
  static StatusView stalled(String spec) {
    return new StatusView(
        "Nothing new comes from " + SensorPresenter.name(spec) + " any more.", Tone.WARNING);
  }

  /** Whether a session may begin. */
  static boolean startable(Snapshot s) {
    return s.phase() == Snapshot.Phase.WATCHING && s.connected();
  }

  /** Why it may not, in one sentence. */
  static String whyNotStartable(Link.LinkState state, StatusView status) {
    if (status.tone() == Tone.WARNING) {
      return status.words();
    }
    return switch (state) {
      case IDLE -> "Connect a sensor first; the virtual person needs none.";
      case CONNECTING -> "One moment, the sensor is being connected.";
      case CONNECTED -> "One moment, the sensor is being recognised.";
    };
  }
}
