package org.stillpoint.ui;

import javax.swing.JLabel;
import javax.swing.JPanel;

/** Heart rate, variability, breathing and quality side by side. */
final class FiguresCard {
  private final JPanel panel =
      Theme.card("insets 14 20 12 20, fill, gap 8 0", "[grow,fill,sizegroup]", "[]2[30!]0[18!]");
  private final Tile heartRate = new Tile("Heart rate", "heartRate");
  private final Tile rmssd = new Tile("Variability", "rmssd");
  private final Tile breathing = new Tile("Breathing", "breathing");
  private final Tile quality = new Tile("Signal", "quality");

  /** One number with its title and note. */
  private static final class Tile {
    private final JLabel title;
    private final JLabel number = Theme.label(Figure.DASH, "");
    private final JLabel note = Theme.label(" ", "");

    Tile(String title, String name) {
      this.title = Theme.label(title, Theme.SMALL);
      number.setName(name);
      note.setName(name + "Note");
    }

    void show(Figure figure, Tone tone, boolean quiet) {
      number.setText(figure.text());
      note.setText(quiet ? " " : figure.note());
      note.setToolTipText(figure.note());
      number.setToolTipText(figure.present() ? null : figure.note());
      String colour =
          tone == Tone.WARNING
              ? "$Stillpoint.warm"
              : figure.present() ? "$Label.foreground" : "$Stillpoint.faint";
      Theme.style(number, "font: +9 $light.font; foreground: " + colour);
      Theme.style(
          note,
          "font: -2; foreground: "
              + (tone == Tone.WARNING ? "$Stillpoint.warm" : "$Stillpoint.muted"));
    }
  }

  FiguresCard() {
    rmssd.title.setToolTipText("RMSSD: how much one interval between beats differs from the next");
    quality.title.setToolTipText("How much of the last minute's signal can be used");
    breathing.title.setToolTipText(
        "Estimated from the heartbeats; shown only when it is clear, as when you breathe evenly");
    Tile[] tiles = {heartRate, rmssd, breathing, quality};
    for (Tile tile : tiles) {
      panel.add(tile.title, "wmin 0" + (tile == quality ? ", wrap" : ""));
    }
    for (Tile tile : tiles) {
      panel.add(tile.number, "wmin 0" + (tile == quality ? ", wrap" : ""));
    }
    for (Tile tile : tiles) {
      panel.add(tile.note, "wmin 0");
    }
  }

  void show(NumbersView view) {
    boolean same =
        sameReason(view.heartRate(), view.rmssd()) && sameReason(view.rmssd(), view.quality());
    breathing.show(view.breathing(), Tone.QUIET, same);
    heartRate.show(view.heartRate(), Tone.QUIET, same);
    rmssd.show(view.rmssd(), Tone.QUIET, same);
    quality.show(view.quality(), view.qualityTone(), same);
  }

  /** A reason that several figures share is shown elsewhere; repeating it would be noise. */
  private static boolean sameReason(Figure one, Figure other) {
    return !one.present() && !other.present() && one.note().equals(other.note());
  }

  JPanel panel() {
    return panel;
  }
}
