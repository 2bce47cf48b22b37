package org.stillpoint.ui;

import javax.swing.ButtonGroup;
import javax.swing.JPanel;
import javax.swing.JToggleButton;

/**
 * A title and a row of buttons, of which at most one is selected. If no button has the current
 * value, that value is kept until another is chosen.
 */
final class ChoiceRow<T> {
  private final JPanel panel = Theme.clear("insets 0, fillx, gap 4", "", "[16!]2[30!]");
  private int count;
  private final ButtonGroup group = new ButtonGroup();
  private final Runnable chosen;
  private T value;
  private final String title;
  private final String name;

  /**
   * A row without buttons.
   *
   * @param name prefix of the names of its buttons
   * @param value the initial value
   * @param chosen called after the person has chosen a value
   */
  ChoiceRow(String title, String name, T value, Runnable chosen) {
    this.value = value;
    this.title = title;
    this.name = name;
    this.chosen = chosen;
    panel.add(Theme.label(title, Theme.SMALL), "spanx, wrap");
  }

  /** Adds a button for a value, and returns this row. */
  ChoiceRow<T> with(String words, T offered) {
    JToggleButton button = new JToggleButton(words);
    button.setName(name + count);
    button.getAccessibleContext().setAccessibleName(title + ": " + words);
    Theme.style(button, "arc: 10; margin: 3,4,3,4");
    button.setSelected(offered.equals(value));
    button.addActionListener(
        e -> {
          value = offered;
          chosen.run();
        });
    group.add(button);
    count++;
    panel.add(button, "w pref:400:, growy");
    return this;
  }

  /** The current value. */
  T value() {
    return value;
  }

  JPanel panel() {
    return panel;
  }
}
