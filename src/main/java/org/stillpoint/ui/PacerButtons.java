package org.stillpoint.ui;

import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JPanel;
import org.stillpoint.monitor.Command;
import org.stillpoint.ui.GuideView.PacerOffer;

/**
 * The buttons that start or end the breath pacer (key B) and say that it is too slow (key T). Each
 * is visible only while it has an effect.
 */
final class PacerButtons {
  private static final String SMALL = "font: -1; arc: 10; margin: 3,10,3,10";

  private final JPanel panel = Theme.clear("insets 0, gap 6, hidemode 3", "[][]", "[26!]");
  private final JButton tooSlow = new JButton("Too slow");
  private final JButton toggle = new JButton("Start pacer");
  private PacerOffer offer = PacerOffer.NONE;

  PacerButtons(Consumer<Command> wished) {
    tooSlow.setName("tooSlow");
    toggle.setName("pacer");
    tooSlow.setToolTipText("Makes the pacer half a breath a minute faster (key T)");
    Theme.style(tooSlow, SMALL);
    Theme.style(toggle, SMALL);
    tooSlow.addActionListener(e -> wished.accept(Command.PACER_TOO_SLOW));
    toggle.addActionListener(
        e -> wished.accept(offer == PacerOffer.LEADS ? Command.PACER_OFF : Command.PACER_ON));
    Keys.press(tooSlow, "T");
    Keys.press(toggle, "B");
    panel.add(tooSlow, "growy");
    panel.add(toggle, "growy");
    show(PacerOffer.NONE);
  }

  void show(PacerOffer now) {
    offer = now;
    tooSlow.setVisible(now == PacerOffer.LEADS);
    toggle.setVisible(now != PacerOffer.NONE);
    toggle.setText(now == PacerOffer.LEADS ? "End pacer" : "Start pacer");
    toggle.setToolTipText(
        now == PacerOffer.LEADS
            ? "Ends the breath pacer (key B)"
            : "Starts the breath pacer: a circle to breathe with (key B)");
  }

  JPanel panel() {
    return panel;
  }
}
