package org.stillpoint.ui;

import java.util.function.LongSupplier;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JRootPane;
import org.jspecify.annotations.Nullable;
import org.stillpoint.monitor.Command;
import org.stillpoint.monitor.Snapshot;

/** The guided part: the stage, what is said, the breath circle, and the time left. */
final class GuidePanel {
  private static final int STEPS = 2000;

  /** What the person can do in the panel. */
  interface GuideActions {
    /** The person wants this command to be carried out. */
    void wish(Command command);

    /** The person wants the sound to be off, or on again. */
    void mute();

    /** The person wants to end the session, and is to be asked how. */
    void end();
  }

  private final JPanel panel =
      Theme.clear(
          "insets 0, fill, gap 0", "[grow,fill]", "[]8[grow,fill]4[20:38:38]6:8[]8:12[]10:14[]");
  private final JLabel stage = Theme.label(" ", "font: +3 $semibold.font; " + Theme.ACCENT);
  private final WrappedText prompt = new WrappedText(31, WrappedText.TextPosition.CENTRE);
  private final BreathCircle circle;
  private final AskPanel ask;
  private final WrappedText notice = new WrappedText(13.5f, WrappedText.TextPosition.MIDDLE);
  private final JProgressBar progress = new JProgressBar(0, STEPS);
  private final JButton pause = new JButton("Pause");
  private final JButton end = new JButton("End\u2026");
  private final JButton moved = new JButton("I moved");
  private final JButton mute = new JButton("Mute");
  private final PacerButtons pacer;
  private final JLabel timeLeft = Theme.label("", "font: +9 $light.font");
  private final JLabel ends = Theme.label("", Theme.MUTED);
  private StatusView unheard = new StatusView("", Tone.QUIET);
  private boolean paused;
  private boolean asking;

  /**
   * A panel without a session.
   *
   * @param nanoTime the clock that the breath circle moves by
   */
  GuidePanel(GuideActions wishes, LongSupplier nanoTime) {
    circle = new BreathCircle(nanoTime);
    ask = new AskPanel(wishes::wish);
    pacer = new PacerButtons(wishes::wish);
    stage.setName("stage");
    prompt.setName("prompt");
    notice.setName("notice");
    pause.setName("pause");
    end.setName("end");
    moved.setName("moved");
    mute.setName("mute");
    timeLeft.setName("timeLeft");
    ends.setName("ends");
    progress.getAccessibleContext().setAccessibleName("Progress of the session");
    pause.setMnemonic('P');
    end.setMnemonic('E');
    moved.setMnemonic('V');
    mute.setMnemonic('U');
    end.setToolTipText("Asks whether to end gently or at once (Escape)");
    moved.setToolTipText("Say so when you have moved: the comparison then goes on from there (M)");
    pause.addActionListener(e -> wishes.wish(paused ? Command.RESUME : Command.PAUSE));
    end.addActionListener(e -> wishes.end());
    moved.addActionListener(
        e -> {
          wishes.wish(Command.MOVED);
          pause.requestFocusInWindow();
        });
    mute.addActionListener(
        e -> {
          wishes.mute();
          pause.requestFocusInWindow();
        });
    Keys.press(end, "ESCAPE");
    Keys.press(moved, "M");
    build();
  }

  private void build() {
    stage.setHorizontalAlignment(JLabel.CENTER);
    panel.add(stage, "wmin 0, h 26!, wrap");
    JPanel middle = Theme.clear("insets 0, fill, gap 0, hidemode 3", "[grow,fill]", "");
    middle.add(prompt, "wmin 0, h 60:100:, grow, pushy 40, wrap");
    middle.add(circle, "wmin 0, h 110:170:340, gaptop 10, grow, pushy 60, wrap");
    middle.add(ask.panel(), "wmin 0, grow, pushy");
    panel.add(middle, "wmin 0, hmin 60, grow, gapx 12 12, wrap");
    panel.add(notice, "wmin 0, grow, gapx 12 12, wrap");
    panel.add(progress, "h 4!, wrap");
    JPanel when = Theme.clear("insets 0, fillx", "[]8[grow,fill]8[]", "[32!]");
    when.add(timeLeft, "aligny baseline");
    when.add(ends, "aligny baseline, wmin 0");
    when.add(pacer.panel());
    panel.add(when, "wmin 0, wrap");
    JPanel row =
        Theme.clear("insets 0, fillx", "[96!,fill]8[84!,fill]8[92!,fill]8:push[86!,fill]", "[36!]");
    row.add(pause, "growy");
    row.add(end, "growy");
    row.add(moved, "growy");
    row.add(mute, "growy");
    panel.add(row, "wmin 0");
  }

  void show(GuideView view) {
    boolean pauseChanged = view.paused() != paused;
    paused = view.paused();
    stage.setText(paused ? GuidePresenter.PAUSED : view.stage().isEmpty() ? " " : view.stage());
    Theme.style(stage, "font: +3 $semibold.font; " + (paused ? Theme.WARM : Theme.ACCENT));
    prompt.show(view.text());
    Theme.style(
        prompt,
        "font: $light.font; foreground: "
            + (view.dimmed() ? "$Stillpoint.faint" : "$Label.foreground"));
    StatusView told = view.notice().words().isEmpty() ? unheard : view.notice();
    notice.show(told.words());
    Theme.style(notice, Theme.of(told.tone()));
    progress.setValue((int) Math.round(view.progress() * STEPS));
    timeLeft.setText(view.timeLeft());
    ends.setText(view.ends());
    ends.setToolTipText(view.ends());
    pacer.show(view.pacer());
    if (view.asking() != asking) {
      ask(view.asking());
    }
    if (pauseChanged) {
      pause.setText(paused ? "Resume" : "Pause");
      pause.setMnemonic(paused ? 'R' : 'P');
      offer(paused ? pause : null);
    }
  }

  /** Shows the question in place of the words and the circle, or hides it again. */
  private void ask(boolean on) {
    asking = on;
    prompt.setVisible(!on);
    ask.ask(on);
    panel.revalidate();
    (on ? ask.goOn() : pause).requestFocusInWindow();
  }

  /** Makes the circle follow the paced breath of a snapshot. */
  void breathe(Snapshot s) {
    circle.follow(s, s.asking());
  }

  /** Sets the button that Enter presses: resume in a pause, otherwise none. */
  private void offer(@Nullable JButton button) {
    JRootPane root = panel.getRootPane();
    if (root != null) {
      root.setDefaultButton(button);
    }
  }

  /** Disables the buttons that have no use after STOP, even before it takes effect. */
  void ending(Command how) {
    boolean on = how != Command.STOP;
    end.setEnabled(on);
    pause.setEnabled(on);
    moved.setEnabled(on);
    pause.requestFocusInWindow();
  }

  /** Shows whether the person has switched the sound off. */
  void muted(boolean on) {
    mute.setText(on ? "Unmute" : "Mute");
    mute.setMnemonic('U');
  }

  /**
   * Sets the sentence that says why something is not heard. It is shown while there is no notice
   * about the sensor.
   *
   * @param why empty if everything is heard
   */
  void unheard(String why) {
    unheard = new StatusView(why, Tone.QUIET);
  }

  /** Prepares the buttons for a new session. */
  void begin() {
    end.setEnabled(true);
    pause.setEnabled(true);
    moved.setEnabled(true);
    pause.requestFocusInWindow();
  }

  JPanel panel() {
    return panel;
  }
}
