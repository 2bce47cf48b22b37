package org.stillpoint.ui;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.KeyStroke;
import javax.swing.LayoutFocusTraversalPolicy;
import net.miginfocom.swing.MigLayout;
import org.stillpoint.monitor.Command;

/** A dialog with one question and its answers. Escape gives the last answer, which does nothing. */
final class QuestionDialog {
  /**
   * An answer.
   *
   * @param name name of its button
   * @param words what the button says
   * @param action what happens
   */
  record Answer(String name, String words, Runnable action) {}

  private QuestionDialog() {}

  /**
   * Asks how a session is to end.
   *
   * @param gently whether a gentle end is still possible
   * @param chosen receives the command, unless the session goes on
   */
  static void askHowToEnd(Frame owner, boolean gently, Consumer<Command> chosen) {
    List<Answer> answers = new ArrayList<>();
    if (gently) {
      answers.add(new Answer("endGently", "End gently", () -> chosen.accept(Command.END_GENTLY)));
    }
    answers.add(new Answer("stop", "End now", () -> chosen.accept(Command.STOP)));
    answers.add(new Answer("goOn", "Go on", () -> {}));
    ask(owner, GuidePresenter.END_QUESTION, GuidePresenter.END_MORE, answers);
  }

  /**
   * Asks, and gives the focus to the last answer.
   *
   * @param question the question
   * @param more a sentence below it
   * @param answers the last one changes nothing
   */
  static void ask(Frame owner, String question, String more, List<Answer> answers) {
    JDialog dialog = new JDialog(owner, question, Dialog.ModalityType.DOCUMENT_MODAL);
    dialog.setName("questionDialog");
    dialog.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
    dialog.setLayout(
        new MigLayout("insets 24, fillx, gap 0", "[grow,fill]", "[]10[44!,fill]18[44!]"));
    dialog.add(Theme.label(question, "font: +7 $light.font"), "wrap");
    WrappedText words = new WrappedText(14, WrappedText.TextPosition.TOP_LEFT);
    words.setName("questionWords");
    words.show(more);
    Theme.style(words, Theme.MUTED);
    dialog.add(words, "wmin 0, wrap");
    String place = "split " + answers.size() + ", sizegroup answer, growx, growy, wmin 0";
    JButton last = new JButton();
    for (Answer each : answers) {
      last = new JButton(each.words());
      last.setName(each.name());
      last.addActionListener(
          e -> {
            dialog.dispose();
            each.action().run();
          });
      dialog.add(last, place);
      place = "sizegroup answer, growx, growy, wmin 0";
    }
    JButton nothing = last;
    dialog.getRootPane().setDefaultButton(nothing);
    dialog
        .getRootPane()
        .registerKeyboardAction(
            e -> nothing.doClick(0),
            KeyStroke.getKeyStroke("ESCAPE"),
            JComponent.WHEN_IN_FOCUSED_WINDOW);
    dialog.setFocusTraversalPolicy(
        new LayoutFocusTraversalPolicy() {
          private static final long serialVersionUID = 1;

          @Override
          public Component getDefaultComponent(Container root) {
            return nothing; // a key too many ends nothing
          }
        });
    dialog.setSize(520, 200);
    dialog.setLocationRelativeTo(owner);
    // A modal dialog blocks where it is opened, so the click that opens it must finish first.
    EventQueue.invokeLater(() -> dialog.setVisible(true));
  }
}
