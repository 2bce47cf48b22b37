package org.stillpoint.ui;

import javax.swing.JPanel;

/** Asks for pain and tension now; both may be left open. */
final class RatingsPanel {
  private final JPanel panel = Theme.clear("insets 0, fillx, gapy 6", "[]16[grow,fill]", "[][]");
  private final RatingScale pain;
  private final RatingScale tension;

  /**
   * Nothing said.
   *
   * @param name begins the names of its parts
   * @param changed called when the person chose
   */
  RatingsPanel(String name, Runnable changed) {
    pain = new RatingScale(name + "Pain", "Pain now", changed);
    tension = new RatingScale(name + "Tension", "Tension now", changed);
    panel.add(Theme.label("Pain now", ""));
    panel.add(pain.panel(), "wrap");
    panel.add(Theme.label("Tension now", ""));
    panel.add(tension.panel());
  }

  RatingAnswers ratings() {
    return new RatingAnswers(pain.value(), tension.value());
  }

  void clear() {
    pain.clear();
    tension.clear();
  }

  JPanel panel() {
    return panel;
  }
}
