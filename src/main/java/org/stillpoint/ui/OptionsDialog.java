package org.stillpoint.ui;

import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Window;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;
import org.stillpoint.programme.Posture;
import org.stillpoint.session.Pacing;
import org.stillpoint.session.SessionOptions;
import org.stillpoint.session.WhenDrowsy;

/** The dialog for the session options. Every choice takes effect at once. */
final class OptionsDialog {
  private static final double[] TARGETS = {4.5, 5, 5.5, 6, 6.5};

  private final JDialog dialog;
  private final Consumer<SessionOptions> changed;
  private final ChoiceRow<Posture> posture;
  private final ChoiceRow<Pacing> pacing;
  private final ChoiceRow<WhenDrowsy> doze;
  private final ChoiceRow<Boolean> pacer;
  private final ChoiceRow<OptionalDouble> target;
  private final ChoiceRow<Double> share;
  private final WrappedText pacingWords = words();
  private final WrappedText dozeWords = words();
  private final WrappedText pacerWords = words();

  private OptionsDialog(Window owner, SessionOptions now, Consumer<SessionOptions> changed) {
    this.dialog = new JDialog(owner, "Session options", Dialog.ModalityType.DOCUMENT_MODAL);
    this.changed = changed;
    posture =
        new ChoiceRow<>("You are", "posture", now.posture(), this::put)
            .with("Lying", Posture.LYING)
            .with("Sitting", Posture.SITTING)
            .with("On one side", Posture.SIDE);
    pacing =
        new ChoiceRow<>("The session", "pacing", now.pacing(), this::put)
            .with("Adapt to me", Pacing.ADAPTIVE)
            .with("Play as written", Pacing.FIXED);
    doze =
        new ChoiceRow<>("If I doze off", "doze", now.whenDrowsy(), this::put)
            .with("A gentle call", WhenDrowsy.CALL)
            .with("Let me drift", WhenDrowsy.DRIFT)
            .with("Bedtime", WhenDrowsy.BEDTIME);
    pacer =
        new ChoiceRow<>("Breath pacer", "usePacer", now.pacer(), this::put)
            .with("Off", false)
            .with("On", true);
    target =
        new ChoiceRow<>(
                "Pacer target, breaths a minute", "target", now.targetPerMinute(), this::put)
            .with("My own, or 6", OptionalDouble.empty());
    for (double each : TARGETS) {
      target.with(OptionsPresenter.rate(each), OptionalDouble.of(each));
    }
    share =
        new ChoiceRow<>("Breathing in : out", "share", now.inhaleShare(), this::put)
            .with("Even, 1 : 1", 0.5)
            .with("Longer out, 2 : 3", 0.4)
            .with("Longest out, 1 : 2", 0.33);
    explain(now);
    build();
  }

  private static WrappedText words() {
    WrappedText words = new WrappedText(12.5f, WrappedText.TextPosition.TOP_LEFT);
    return Theme.style(words, Theme.MUTED);
  }

  /**
   * Opens the dialog. Returns at once, on the event thread.
   *
   * @param now the current options
   * @param changed receives the options after every change
   */
  static void show(Window owner, SessionOptions now, Consumer<SessionOptions> changed) {
    OptionsDialog made = new OptionsDialog(owner, now, changed);
    // A modal dialog blocks where it is opened, so the click that opens it must finish first.
    EventQueue.invokeLater(() -> made.dialog.setVisible(true));
  }

  private void build() {
    dialog.setName("optionsDialog");
    dialog.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
    JButton close = new JButton("Done");
    close.setName("optionsDone");
    close.addActionListener(e -> dialog.dispose());
    JPanel card =
        Theme.card(
            "insets 18 20 14 20, fillx, gap 0",
            "[grow,fill]",
            "[]14[]3[20!]11[]3[20!]11[]3[20!]11[]14[]");
    JComponent[] rows = {
      posture.panel(),
      pacing.panel(),
      pacingWords,
      doze.panel(),
      dozeWords,
      pacer.panel(),
      pacerWords,
      target.panel(),
      share.panel()
    };
    for (JComponent row : rows) {
      card.add(row, "wmin 0, grow, wrap");
    }
    dialog.setLayout(new MigLayout("insets 16, fill", "[grow,fill]", "[grow,fill]12[36!]"));
    dialog.add(card, "wmin 0, wrap");
    dialog.add(close, "growx 0, w 110!, alignx right, growy");
    dialog.getRootPane().setDefaultButton(close);
    dialog
        .getRootPane()
        .registerKeyboardAction(
            e -> dialog.dispose(),
            KeyStroke.getKeyStroke("ESCAPE"),
            JComponent.WHEN_IN_FOCUSED_WINDOW);
    dialog.pack();
    dialog.setSize(580, dialog.getHeight());
    dialog.setLocationRelativeTo(dialog.getOwner());
  }

  private void put() {
    SessionOptions next =
        new SessionOptions(
            posture.value(),
            pacing.value(),
            doze.value(),
            pacer.value(),
            target.value(),
            share.value());
    explain(next);
    changed.accept(next);
  }

  private void explain(SessionOptions options) {
    pacingWords.show(OptionsPresenter.explained(options.pacing()));
    dozeWords.show(OptionsPresenter.explained(options.whenDrowsy()));
    pacerWords.show(OptionsPresenter.explained(options));
  }
}
