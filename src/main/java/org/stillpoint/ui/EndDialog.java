package org.stillpoint.ui;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Frame;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import javax.swing.LayoutFocusTraversalPolicy;
import net.miginfocom.swing.MigLayout;
import org.stillpoint.monitor.Command;

/** Asks how a session is to end. Escape, and a key too many, let it go on. */
final class EndDialog {
  private final JDialog dialog;
  private final Consumer<Command> chosen;

  private EndDialog(Frame owner, boolean gently, Consumer<Command> chosen) {
    this.chosen = chosen;
    this.dialog =
        new JDialog(owner, GuidePresenter.END_QUESTION, Dialog.ModalityType.DOCUMENT_MODAL);
    dialog.setName("endDialog");
    dialog.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
    JButton goOn = new JButton("Go on");
    goOn.setName("goOn");
    goOn.addActionListener(e -> dialog.dispose());
    JPanel answers = Theme.clear("insets 0, fillx", "[grow,fill,sizegroup]", "[44!,fill]");
    if (gently) {
      answers.add(answer("endGently", "End gently", Command.END_GENTLY));
    }
    answers.add(answer("stop", "End now", Command.STOP));
    answers.add(goOn);
    build(answers, goOn);
    dialog.setLocationRelativeTo(owner);
  }

  /**
   * Asks. Call on the event thread.
   *
   * @param gently whether a gentle end is still possible
   * @param chosen receives the command, unless the session goes on
   */
  static void ask(Frame owner, boolean gently, Consumer<Command> chosen) {
    JDialog dialog = new EndDialog(owner, gently, chosen).dialog;
    // A modal dialog blocks where it is opened, so the click that opens it must finish first.
    EventQueue.invokeLater(() -> dialog.setVisible(true));
  }

  private JButton answer(String name, String words, Command command) {
    JButton button = new JButton(words);
    button.setName(name);
    button.addActionListener(
        e -> {
          dialog.dispose();
          chosen.accept(command);
        });
    return button;
  }

  private void build(JPanel answers, JButton goOn) {
    WrappedText more = new WrappedText(14, WrappedText.TextPosition.TOP_LEFT);
    more.show(GuidePresenter.END_MORE);
    Theme.style(more, Theme.MUTED);
    dialog.setLayout(new MigLayout("insets 24, fillx, gap 0", "[grow,fill]", "[]10[44!,fill]18[]"));
    dialog.add(Theme.label(GuidePresenter.END_QUESTION, "font: +7 $light.font"), "wrap");
    dialog.add(more, "wmin 0, wrap");
    dialog.add(answers);
    dialog.getRootPane().setDefaultButton(goOn);
    dialog
        .getRootPane()
        .registerKeyboardAction(
            e -> dialog.dispose(),
            KeyStroke.getKeyStroke("ESCAPE"),
            JComponent.WHEN_IN_FOCUSED_WINDOW);
    dialog.setFocusTraversalPolicy(
        new LayoutFocusTraversalPolicy() {
          private static final long serialVersionUID = 1;

          @Override
          public Component getDefaultComponent(Container root) {
            return goOn;
          }
        });
    dialog.setSize(520, 200);
  }
}
