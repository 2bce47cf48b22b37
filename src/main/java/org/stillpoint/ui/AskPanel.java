package org.stillpoint.ui;

import java.util.List;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JPanel;
import org.stillpoint.monitor.Command;

/** The question of a session, with its three answers. The keys G, C and E give them too. */
final class AskPanel {
  private final JPanel panel =
      Theme.clear(
          "insets 0, fill, gap 0",
          "[grow,fill]",
          "push[28:60:90,fill]0[30:44:60,fill]8:20[]4:12[]push");
  private final WrappedText question = new WrappedText(26, WrappedText.TextPosition.CENTRE);
  private final JButton goOn = new JButton("Go on");
  private final JButton change = new JButton("Change position");
  private final JButton end = new JButton("End gently");

  AskPanel(Consumer<Command> answered) {
    question.setName("question");
    question.show(GuidePresenter.QUESTION);
    WrappedText faster = new WrappedText(18, WrappedText.TextPosition.CENTRE);
    faster.setName("faster");
    faster.show(GuidePresenter.FASTER);
    answer(goOn, "answerGoOn", "G", Command.GO_ON, answered);
    answer(change, "answerChange", "C", Command.CHANGE_POSITION, answered);
    answer(end, "answerEnd", "E", Command.END_GENTLY, answered);
    JPanel row =
        Theme.clear(
            "insets 0, fillx",
            "[grow,fill,sizegroup]8[grow,fill,sizegroup]8[grow,fill,sizegroup]",
            "[46:64:64]");
    buttons().forEach(button -> row.add(button, "wmin 0, growy"));
    WrappedText patience = new WrappedText(13, WrappedText.TextPosition.MIDDLE);
    Theme.style(patience, Theme.MUTED);
    patience.show(GuidePresenter.PATIENCE);
    panel.add(faster, "wmin 0, grow, wrap");
    panel.add(question, "wmin 0, grow, wrap");
    panel.add(row, "wmin 0, grow, wrap");
    panel.add(patience, "wmin 0, h 20:36:36, grow");
    panel.setVisible(false);
  }

  private void answer(
      JButton button, String name, String key, Command command, Consumer<Command> answered) {
    button.setName(name);
    button.setToolTipText("Key " + key);
    Theme.style(button, "font: +1 $semibold.font; arc: 18; margin: 4,2,4,2");
    button.addActionListener(
        e -> {
          buttons().forEach(each -> each.setEnabled(false));
          answered.accept(command);
        });
    Keys.press(button, key);
  }

  private List<JButton> buttons() {
    return List.of(goOn, change, end);
  }

  /** Shows or hides the question. */
  void ask(boolean on) {
    buttons().forEach(each -> each.setEnabled(on));
    panel.setVisible(on);
  }

  /** The button that Enter presses. */
  JButton goOn() {
    return goOn;
  }

  JPanel panel() {
    return panel;
  }
}
