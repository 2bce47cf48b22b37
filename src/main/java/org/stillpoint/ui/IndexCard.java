package org.stillpoint.ui;

import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.stillpoint.monitor.Snapshot;

/** The index: its value, what that means, its chart, and the latest decision of the pacing. */
final class IndexCard {
  private static final String NUMBER = "font: +35 $light.font; foreground: ";

  private final JPanel panel =
      Theme.card("insets 16 20 14 20, fill, gap 0", "[86!]12[grow,fill]", "[]6[grow,fill]6[34!]");
  private final JLabel number = Theme.label(Figure.DASH, NUMBER + "$Stillpoint.faint");
  private final WrappedText words = new WrappedText(13.5f, WrappedText.TextPosition.TOP_LEFT);
  private final IndexChart chart = new IndexChart();
  private final WrappedText decision = new WrappedText(12, WrappedText.TextPosition.TOP_LEFT);

  private final JButton made = new JButton("How?");
  private final PartsDialog parts;

  /**
   * A card without an index.
   *
   * @param explain called when the person wants to see how the index is computed
   */
  IndexCard(Runnable explain) {
    parts = new PartsDialog(panel);
    made.setName("howMade");
    made.setToolTipText("How is the index computed? (key I)");
    made.getAccessibleContext().setAccessibleName("How is the index computed?");
    made.putClientProperty("JButton.buttonType", "borderless");
    Theme.style(made, "font: -1; foreground: $Stillpoint.accent; margin: 1,6,1,0");
    made.addActionListener(e -> explain.run());
    Keys.press(made, "I");
    number.setName("index");
    words.setName("indexWords");
    decision.setName("decision");
    Theme.style(words, Theme.MUTED);
    Theme.style(decision, Theme.MUTED);
    panel.add(number, "h 56!, aligny top");
    JPanel side = Theme.clear("insets 0, fill, gap 0", "[grow,fill]4[]", "[20!]2[38!,fill]");
    JLabel title = Theme.label("Change from your start", "font: $semibold.font");
    title.setToolTipText("0 to 100, from heart rate and variability; 50 is your start today");
    side.add(title, "wmin 0");
    side.add(made, "h 20!, wrap");
    side.add(words, "span 2, wmin 0, grow");
    panel.add(side, "aligny top, gaptop 4, wrap");
    panel.add(chart.canvas(), "span 2, grow, wrap");
    panel.add(decision, "span 2, wmin 0, grow");
  }

  void show(NumbersView view) {
    Figure index = view.index();
    number.setText(index.text());
    number.setToolTipText(index.present() ? null : index.note());
    Theme.style(number, NUMBER + (index.present() ? "$Label.foreground" : "$Stillpoint.faint"));
    words.show(index.note());
    decision.show(view.decision());
  }

  /** Opens or closes the dialog that shows how the index is computed. */
  void explain(PartsView view) {
    parts.toggle(view);
  }

  /** Updates that dialog, if it is open. */
  void parts(PartsView view) {
    parts.show(view);
  }

  void chart(Snapshot s) {
    chart.show(s);
  }

  void clearChart() {
    chart.clear();
  }

  ChartCanvas canvas() {
    return chart.canvas();
  }

  JPanel panel() {
    return panel;
  }
}
