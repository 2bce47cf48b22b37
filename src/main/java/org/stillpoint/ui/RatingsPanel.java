package org.stillpoint.ui;

import javax.swing.JPanel;

/** Asks for pain and tension now. The person can leave both blank. */
final class RatingsPanel {
  private final JPanel panel = Theme.clear("insets 0, fillx, gapy 6", "[]16[grow,fill]", "[][]");
  private final RatingScale pain;
  private final RatingScale tension;

  /**
   * A panel without ratings.
   *
   * @param name prefix of the names of its parts
   * @param changed called after the person has chosen
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

  /** Outlines the answers from before. */
  void mark(RatingAnswers before) {
    pain.mark(before.pain());
    tension.mark(before.tension());
  }

  void clear() {
    pain.clear();
    tension.clear();
  }

  JPanel panel() {
    return panel;
  }
}
