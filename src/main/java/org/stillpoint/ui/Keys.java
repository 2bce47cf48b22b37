package org.stillpoint.ui;

import java.awt.KeyboardFocusManager;
import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import javax.swing.text.JTextComponent;

/**
 * Single keys that press a button, wherever the focus is in its window, except in an editable text
 * field.
 */
final class Keys {
  private Keys() {}

  /**
   * Gives a button a key. The key does nothing while the button is hidden or disabled.
   *
   * @param key a name that {@link KeyStroke#getKeyStroke(String)} accepts
   */
  static void press(AbstractButton button, String key) {
    button
        .getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW)
        .put(KeyStroke.getKeyStroke(key), "press " + key);
    button
        .getActionMap()
        .put(
            "press " + key,
            new AbstractAction() {
              private static final long serialVersionUID = 1;

              @Override
              public void actionPerformed(ActionEvent e) {
                if (button.isShowing() && !typing()) {
                  button.doClick();
                }
              }
            });
  }

  private static boolean typing() {
    return KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner()
            instanceof JTextComponent text
        && text.isEditable();
  }
}
