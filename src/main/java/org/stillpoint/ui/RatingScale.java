package org.stillpoint.ui;

import java.awt.event.ActionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import javax.swing.KeyStroke;

/** A row of buttons from 0 to 10, of which at most one is selected. Arrow keys move along it. */
final class RatingScale {
  private static final int MOST = 10;
  private static final String STYLE = "arc: 10; margin: 2,0,2,0; font: -1; minimumWidth: 20";
  private static final String MARKED =
      "; borderWidth: 2.5; borderColor: $Stillpoint.warm; focusedBorderColor: $Stillpoint.warm";

  private final JPanel panel;
  private final List<JToggleButton> buttons = new ArrayList<>();
  private final Runnable changed;

  /**
   * A scale without a rating.
   *
   * @param name prefix of the names of its buttons
   * @param words what is rated
   * @param changed called after the person has chosen
   */
  RatingScale(String name, String words, Runnable changed) {
    this.changed = changed;
    this.panel = Theme.clear("insets 0, gap 3, fillx", "[grow,fill,sizegroup]", "[26!,fill]");
    for (int i = 0; i <= MOST; i++) {
      int value = i;
      JToggleButton button = new JToggleButton(String.valueOf(i));
      button.setName(name + i);
      button.getAccessibleContext().setAccessibleName(words + " " + i + " of 10");
      Theme.style(button, STYLE);
      button.addActionListener(e -> choose(value, button.isSelected()));
      button.setFocusable(i == 0); // the scale is one stop; the arrow keys move inside it
      walk(button, "LEFT", Math.max(0, i - 1));
      walk(button, "RIGHT", Math.min(MOST, i + 1));
      walk(button, "HOME", 0);
      walk(button, "END", MOST);
      buttons.add(button);
      panel.add(button, "wmin 18, w 18:36:60, growy");
    }
  }

  private void walk(JToggleButton button, String key, int to) {
    AbstractAction go =
        new AbstractAction() {
          private static final long serialVersionUID = 1;

          @Override
          public void actionPerformed(ActionEvent e) {
            stopAt(to);
            buttons.get(to).requestFocusInWindow();
          }
        };
    button.getInputMap(JComponent.WHEN_FOCUSED).put(KeyStroke.getKeyStroke(key), key);
    button.getActionMap().put(key, go);
  }

  private void stopAt(int index) {
    for (int i = 0; i < buttons.size(); i++) {
      buttons.get(i).setFocusable(i == index);
    }
  }

  /** Outlines an earlier answer; an absent one outlines nothing. */
  void mark(OptionalInt earlier) {
    for (int i = 0; i < buttons.size(); i++) {
      boolean marked = earlier.isPresent() && earlier.getAsInt() == i;
      Theme.style(buttons.get(i), marked ? STYLE + MARKED : STYLE);
      buttons.get(i).setToolTipText(marked ? "Your answer before the session" : null);
    }
  }

  private void choose(int value, boolean on) {
    stopAt(value);
    for (int i = 0; i < buttons.size(); i++) {
      buttons.get(i).setSelected(on && i == value);
    }
    changed.run();
  }

  void clear() {
    buttons.forEach(button -> button.setSelected(false));
  }

  OptionalInt value() {
    for (int i = 0; i < buttons.size(); i++) {
      if (buttons.get(i).isSelected()) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  JPanel panel() {
    return panel;
  }
}
