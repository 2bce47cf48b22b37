package org.stillpoint.ui;

import javax.swing.JPanel;
import org.stillpoint.monitor.Snapshot;

/** Numbers and charts together; each is drawn as often as it is worth. */
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

  /** The next snapshot is of another kind: shows all of it at once. */
  void refresh() {
    shown = 0;
  }

  /** The last picture of a session: its curves stay, its numbers are not of now any more. */
  void freeze(Snapshot s) {
    signals.tachogram(s);
    index.chart(s);
    numbers(NumbersPresenter.of(s));
    parts(PartsPresenter.of(s));
  }

  /** Nothing new comes: numbers are not of now. */
  void stalled(String why) {
    numbers(NumbersPresenter.nothing(why));
    parts(PartsPresenter.nothing(why));
  }

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
