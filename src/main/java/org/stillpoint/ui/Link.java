package org.stillpoint.ui;

import org.jspecify.annotations.Nullable;
import org.stillpoint.monitor.Monitor;

/**
 * The connection to one sensor. Belongs to the event thread and never blocks it: a monitor is
 * closed on a thread of its own.
 */
final class Link {
  /** The state of the connection. */
  enum LinkState {
    /** Nothing is connected. */
    IDLE,
    /** A port is being opened. */
    CONNECTING,
    /** A monitor is running. */
    CONNECTED
  }

  private final WindowBackend desk;
  private final Runnable changed;
  private LinkState state = LinkState.IDLE;
  private @Nullable Monitor monitor;
  private String spec = "";
  private String problem = "";
  private int attempt;

  /**
   * A connection to nothing yet.
   *
   * @param changed called after the state has changed
   */
  Link(WindowBackend desk, Runnable changed) {
    this.desk = desk;
    this.changed = changed;
  }

  /** Disconnects, then connects to another sensor. */
  void connect(String wanted) {
    release();
    spec = wanted;
    problem = "";
    state = LinkState.CONNECTING;
    int mine = attempt;
    changed.run();
    desk.connect(wanted, connected -> arrived(mine, connected), why -> failed(mine, why));
  }

  private void arrived(int which, Monitor connected) {
    if (which != attempt) {
      closeAside(connected);
      return;
    }
    monitor = connected;
    state = LinkState.CONNECTED;
    changed.run();
  }

  private void failed(int which, String why) {
    if (which == attempt) {
      drop(why);
    }
  }

  /**
   * Disconnects, or gives up connecting.
   *
   * @param why one sentence for the person; empty if there is no problem
   */
  void drop(String why) {
    release();
    problem = why;
    changed.run();
  }

  private void release() {
    attempt++;
    state = LinkState.IDLE;
    Monitor old = monitor;
    monitor = null;
    if (old != null) {
      closeAside(old);
    }
  }

  /** Not a daemon, so that a recording is closed properly even if the window was the last one. */
  private static void closeAside(Monitor old) {
    new Thread(old::close, "monitor-closer").start();
  }

  LinkState state() {
    return state;
  }

  /** The monitor; null unless connected. */
  @Nullable Monitor monitor() {
    return monitor;
  }

  /** The sensor that was last asked for; empty at first. */
  String spec() {
    return spec;
  }

  /** Why the connection ended, in one sentence; empty if there is no problem. */
  String problem() {
    return problem;
  }
}
