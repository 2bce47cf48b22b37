package org.stillpoint.ui;

import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Insets;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JScrollPane;
import javax.swing.JTextPane;
import javax.swing.KeyStroke;
import javax.swing.text.BadLocationException;
import javax.swing.text.SimpleAttributeSet;
import javax.swing.text.StyleConstants;
import javax.swing.text.StyledDocument;
import net.miginfocom.swing.MigLayout;

/** The dialog with the safety text. */
final class SafetyDialog {
  /** A text of up to so many characters needs little room. */
  private static final int SHORT_TEXT = 500;

  private static final int SHORT_HEIGHT = 260;
  private static final int LONG_HEIGHT = 720;

  private SafetyDialog() {}

  /** Shows the text at any time. A session continues meanwhile. */
  static void show(Frame owner) {
    JDialog dialog = dialog(owner);
    JButton close = button("Close", 'C', dialog::dispose);
    fill(dialog, SafetyText.text(), close);
    dialog.setVisible(true);
    close.requestFocusInWindow();
  }

  /**
   * Shows a text before a session.
   *
   * @param text the whole safety text, or a part of it
   * @param read called when the person confirms that they have read it; not when they only close
   *     the dialog
   */
  static void ask(Frame owner, String text, Runnable read) {
    JDialog dialog = dialog(owner);
    JButton agree =
        button(
            "I have read this",
            'I',
            () -> {
              dialog.dispose();
              read.run();
            });
    agree.setName("acknowledge");
    JButton later = button("Not now", 'N', dialog::dispose);
    later.setName("notNow");
    fill(dialog, text, later, agree);
    dialog.setModalityType(Dialog.ModalityType.DOCUMENT_MODAL);
    // A modal dialog blocks where it is opened, so the click that opens it must finish first.
    EventQueue.invokeLater(() -> dialog.setVisible(true));
  }

  private static JButton button(String words, char key, Runnable action) {
    JButton button = new JButton(words);
    button.setMnemonic(key);
    button.addActionListener(e -> action.run());
    return button;
  }

  private static JDialog dialog(Frame owner) {
    JDialog dialog = new JDialog(owner, "Safety", false);
    dialog.setName("safetyDialog");
    dialog.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
    return dialog;
  }

  /** Adds the text, and below it a row of buttons, of which Enter presses the last. */
  private static void fill(JDialog dialog, String text, JButton... buttons) {
    JTextPane pane = new JTextPane();
    pane.setName("safetyText");
    pane.setEditable(false);
    Theme.style(pane, "background: $Stillpoint.card");
    pane.setMargin(new Insets(14, 18, 14, 18));
    fill(pane.getStyledDocument(), text);
    pane.setCaretPosition(0);
    JScrollPane scroll = new JScrollPane(pane);
    Theme.style(scroll, "arc: 20; background: $Stillpoint.card");
    scroll.setBorder(null);
    dialog.setLayout(new MigLayout("insets 18, fill", "[grow,fill]", "[grow,fill]14[36!]"));
    dialog.add(scroll, "wrap");
    String place = "split, gapleft push, growx 0, w 110:pref, growy";
    for (JButton button : buttons) {
      dialog.add(button, place);
      place = "growx 0, w 110:pref, growy";
    }
    dialog.getRootPane().setDefaultButton(buttons[buttons.length - 1]);
    dialog
        .getRootPane()
        .registerKeyboardAction(
            e -> dialog.dispose(),
            KeyStroke.getKeyStroke("ESCAPE"),
            JComponent.WHEN_IN_FOCUSED_WINDOW);
    Frame owner = (Frame) dialog.getOwner();
    int wanted = text.length() > SHORT_TEXT ? LONG_HEIGHT : SHORT_HEIGHT;
    dialog.setSize(620, Math.min(wanted, Math.max(SHORT_HEIGHT, owner.getHeight() - 40)));
    dialog.setLocationRelativeTo(owner);
  }

  private static void fill(StyledDocument document, String text) {
    SimpleAttributeSet plain = new SimpleAttributeSet();
    StyleConstants.setForeground(plain, Theme.text());
    StyleConstants.setFontFamily(plain, Theme.font(14).getFamily());
    StyleConstants.setFontSize(plain, 14);
    StyleConstants.setSpaceBelow(plain, 6);
    StyleConstants.setLineSpacing(plain, 0.15f);
    SimpleAttributeSet heading = new SimpleAttributeSet(plain);
    StyleConstants.setForeground(heading, Theme.accent());
    StyleConstants.setBold(heading, true);
    StyleConstants.setSpaceAbove(heading, 10);
    try {
      for (String line : text.split("\n", -1)) {
        if (line.isBlank()) {
          continue;
        }
        boolean isHeading = line.startsWith("# ");
        SimpleAttributeSet style = isHeading ? heading : plain;
        int from = document.getLength();
        document.insertString(from, (isHeading ? line.substring(2) : line) + "\n", style);
        document.setParagraphAttributes(from, document.getLength() - from, style, true);
      }
    } catch (BadLocationException e) {
      throw new IllegalStateException("text is only appended", e);
    }
  }
}
