package org.stillpoint.ui;

import javax.swing.JLabel;
import javax.swing.JPanel;
import org.stillpoint.monitor.Snapshot;

/** The pulse wave and the tachogram: what the sensor actually sends. */
final class SignalsPanel {
  private final WaveChart wave = new WaveChart();
  private final TachogramChart tachogram = new TachogramChart();
  private final JLabel lost = Theme.label("", "font: -2; " + Theme.WARM);
  private final JLabel details = Theme.label("", "font: -2; foreground: $Stillpoint.faint");
  private final JLabel artefacts = Theme.label("last 5 minutes", "font: -2; " + Theme.MUTED);
  private final JPanel wavePanel;
  private final JPanel tachogramPanel;

  SignalsPanel() {
    lost.setName("lost");
    details.setName("details");
    JLabel seconds = Theme.label("last 8 seconds", "font: -2; " + Theme.MUTED);
    wavePanel =
        Theme.card(
            "insets 12 20 10 20, fill, gap 0", "[]14[grow,fill]14[]14[]", "[18!]4[grow,fill]");
    wavePanel.add(Theme.label("Pulse", Theme.SMALL), "");
    wavePanel.add(details, "wmin 0");
    wavePanel.add(lost, "");
    wavePanel.add(seconds, "wrap");
    wavePanel.add(wave.canvas(), "span 4, grow");
    tachogramPanel =
        Theme.card("insets 12 20 10 20, fill, gap 0", "[pref!]14:push[]", "[18!]4[grow,fill]");
    JLabel title = Theme.label("Time between beats, seconds", Theme.SMALL);
    title.setToolTipText(
        "Points on the line are corrected: a beat was missed, extra or early. Points off the line are"
            + " not used.");
    tachogramPanel.add(title, "wmin 0");
    artefacts.setName("artefacts");
    tachogramPanel.add(artefacts, "wmin 0, wrap");
    tachogramPanel.add(tachogram.canvas(), "span 2, grow");
    clear();
  }

  void wave(Snapshot s) {
    if (s.connected()) {
      wave.show(s.wave(), s.nowNanos());
    } else {
      wave.away();
    }
  }

  void tachogram(Snapshot s) {
    tachogram.show(s.intervals(), s.nowNanos());
    artefacts.setText(NumbersPresenter.artefacts(s.intervals()));
  }

  /** Shows what is known of the sensor and its connection. */
  void sensor(NumbersView view) {
    lost.setText(view.lost());
    details.setText(view.details());
    String explained = view.explained().isEmpty() ? null : view.explained();
    details.setToolTipText(explained);
    lost.setToolTipText(explained);
    wave.canvas().setToolTipText(explained);
  }

  void clear() {
    wave.clear();
    tachogram.clear();
    lost.setText("");
    details.setText("");
  }

  void restyle() {
    wave.canvas().restyle();
    tachogram.canvas().restyle();
  }

  void warmUp() {
    wave.canvas().warmUp();
    tachogram.canvas().warmUp();
  }

  JPanel wavePanel() {
    return wavePanel;
  }

  JPanel tachogramPanel() {
    return tachogramPanel;
  }
}
