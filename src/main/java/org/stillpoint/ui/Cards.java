package org.stillpoint.ui;

import java.awt.CardLayout;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JRootPane;
import org.jspecify.annotations.Nullable;

/** The left side of the window: the start, the guided part or the end, one at a time. */
final class Cards {
  /** Which part is shown. */
  enum Card {
    START,
    GUIDE,
    END
  }

  private final CardLayout layout = new CardLayout();
  private final JPanel stack = new JPanel(layout);
  private final JRootPane root;
  private final StartPanel start;
  private Card card = Card.START;

  Cards(JRootPane root, StartPanel start, GuidePanel guide, EndPanel end) {
    this.root = root;
    this.start = start;
    stack.setOpaque(false);
    stack.add(start.panel(), Card.START.name());
    stack.add(guide.panel(), Card.GUIDE.name());
    stack.add(end.panel(), Card.END.name());
    show(Card.START);
  }

  /** Shows a part. At the start Enter then presses its main button; elsewhere it does nothing. */
  void show(Card which) {
    if (card != which) {
      card = which;
      layout.show(stack, which.name());
    }
    root.setDefaultButton(usual(which));
  }

  private @Nullable JButton usual(Card which) {
    return switch (which) {
      case START -> start.start();
      case GUIDE, END -> null;
    };
  }

  boolean shows(Card which) {
    return card == which;
  }

  JPanel panel() {
    return stack;
  }
}
