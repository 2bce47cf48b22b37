package org.stillpoint.ui;

import java.awt.Frame;
import java.awt.Insets;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

/** The safety text in a window of its own, which does not hold up a session. */
final class SafetyDialog {
  private SafetyDialog() {}

  static void show(Frame owner) {
    JDialog dialog = new JDialog(owner, "Safety", false);
    dialog.setName("safetyDialog");
    JTextPane text = new JTextPane();
    text.setName("safetyText");
    text.setEditable(false);
    Theme.style(text, "background: $Stillpoint.card");
    text.setMargin(new Insets(14, 18, 14, 18));
    fill(text.getStyledDocument());
    text.setCaretPosition(0);
    JScrollPane scroll = new JScrollPane(text);
    Theme.style(scroll, "arc: 20; background: $Stillpoint.card");
    scroll.setBorder(null);
    JButton close = new JButton("Close");
    close.setMnemonic('C');
    close.addActionListener(e -> dialog.dispose());
    dialog.setLayout(new MigLayout("insets 18, fill", "[grow,fill]", "[grow,fill]14[36!]"));
    dialog.add(scroll, "wrap");
    dialog.add(close, "growx 0, alignx right, w 110!, growy");
    dialog.getRootPane().setDefaultButton(close);
    dialog
        .getRootPane()
        .registerKeyboardAction(
            e -> dialog.dispose(),
            KeyStroke.getKeyStroke("ESCAPE"),
            JComponent.WHEN_IN_FOCUSED_WINDOW);
    dialog.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
    dialog.setSize(620, Math.max(420, Math.min(680, owner.getHeight() - 40)));
    dialog.setLocationRelativeTo(owner);
    dialog.setVisible(true);
    close.requestFocusInWindow();
  }

  private static void fill(StyledDocument document) {
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
      for (String line : text().split("\n", -1)) {
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

  /** The safety text; headings begin with a hash. */
  static String text() {
    try (InputStream in = SafetyDialog.class.getResourceAsStream("safety.txt")) {
      if (in == null) {
        throw new IllegalStateException("safety.txt is missing from the installation");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
