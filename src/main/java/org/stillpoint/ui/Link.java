package org.stillpoint.ui;

import org.jspecify.annotations.Nullable;
import org.stillpoint.monitor.Monitor;

/**
 * The connection to one sensor. Belongs to the event thread and never waits: a monitor is closed on
 * a thread of its own.
 */
final class Link {
  /** How far the connection is. */
  enum LinkState {
    /** Nothing is connected. */
    IDLE,
    /** A port is being opened. */
    CONNECTING,
    /** A monitor runs. */
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
   * Not connected.
   *
   * @param changed called when the state has changed
   */
  Link(WindowBackend desk, Runnable changed) {
    this.desk = desk;
    this.changed = changed;
  }

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

  /** Disconnects, or gives up connecting. */
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

  /** Not a daemon: a recording is ended in order even when the window was the last thing open. */
  private static void closeAside(Monitor old) {
    new Thread(old::close, "monitor-closer").start();
  }

  LinkState state() {
    return state;
  }

  @Nullable Monitor monitor() {
    return monitor;
  }

  String spec() {
    return spec;
  }

  String problem() {
    return problem;
  }
}
