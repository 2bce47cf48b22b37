package org.stillpoint.ui;

import javax.swing.JPanel;
import org.stillpoint.monitor.Snapshot;

/**
 * All numbers and charts. Each is redrawn only as often as it changes noticeably. Belongs to the
 * event thread.
 */
final class Dashboard {
  private static final int NUMBERS_EVERY = 5;
  private static final int INTERVALS_EVERY = 12;
  private static final int INDEX_EVERY = 25;

  private final IndexCard index = new IndexCard(this::explain);
  private final FiguresCard figures = new FiguresCard();
  private final SignalsPanel signals = new SignalsPanel();
  private PartsView parts = PartsPresenter.nothing("no sensor yet");
  private long shown;

  Dashboard() {
    clear("no sensor yet");
  }

  /** Shows the next snapshot. */
  void show(Snapshot s) {
    signals.wave(s);
    if (shown % NUMBERS_EVERY == 0) {
      numbers(NumbersPresenter.of(s));
      parts(PartsPresenter.of(s));
    }
    if (shown % INTERVALS_EVERY == 0) {
      signals.tachogram(s);
    }
    if (shown % INDEX_EVERY == 0) {
      index.chart(s);
    }
    shown++;
  }

  /** Makes the next snapshot redraw everything, since it is of another kind. */
  void refresh() {
    shown = 0;
  }

  /**
   * Shows the last snapshot of a session: its curves stay, but its numbers are no longer current.
   */
  void freeze(Snapshot s) {
    signals.tachogram(s);
    index.chart(s);
    numbers(NumbersPresenter.of(s));
    parts(PartsPresenter.of(s));
  }

  /** Removes the numbers, since no new data arrives and they are no longer current. */
  void stalled(String why) {
    numbers(NumbersPresenter.nothing(why));
    parts(PartsPresenter.nothing(why));
  }

  /** Removes all numbers and curves, and says why. */
  void clear(String why) {
    signals.clear();
    index.clearChart();
    numbers(NumbersPresenter.nothing(why));
    parts(PartsPresenter.nothing(why));
    refresh();
  }

  private void explain() {
    index.explain(parts);
  }

  private void parts(PartsView view) {
    parts = view;
    index.parts(view);
  }

  private void numbers(NumbersView view) {
    index.show(view);
    figures.show(view);
    signals.sensor(view);
  }

  void restyle() {
    signals.restyle();
    index.canvas().restyle();
  }

  void warmUp() {
    signals.warmUp();
    index.canvas().warmUp();
  }

  JPanel indexPanel() {
    return index.panel();
  }

  JPanel figuresPanel() {
    return figures.panel();
  }

  JPanel wavePanel() {
    return signals.wavePanel();
  }

  JPanel tachogramPanel() {
    return signals.tachogramPanel();
  }
}
