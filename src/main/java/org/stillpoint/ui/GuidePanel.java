package org.stillpoint.ui;

import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JRootPane;
import org.jspecify.annotations.Nullable;
import org.stillpoint.monitor.Command;

/** The guided part: where one is, what is said, and how long it goes on. */
final class GuidePanel {
  private static final int STEPS = 2000;

  /** What the panel asks for. */
  interface Wishes {
    void wish(Command command);

    /** The person wants quiet, or the sound back. */
    void mute();
  }

  private final JPanel panel =
      Theme.clear("insets 0, fill, gap 0", "[grow,fill]", "[]8[grow,fill]4[38!]8[]18[]");
  private final JLabel stage = Theme.label(" ", "font: +3 $semibold.font; " + Theme.ACCENT);
  private final WrappedText prompt = new WrappedText(31, WrappedText.Place.CENTRE);
  private final WrappedText notice = new WrappedText(13.5f, WrappedText.Place.MIDDLE);
  private final JProgressBar progress = new JProgressBar(0, STEPS);
  private final JButton pause = new JButton("Pause");
  private final JButton stop = new JButton("Stop");
  private final JButton mute = new JButton("Mute");
  private final JLabel timeLeft = Theme.label("", "font: +9 $light.font");
  private final JLabel ends = Theme.label("", Theme.MUTED);
  private StatusView unheard = new StatusView("", Tone.QUIET);
  private boolean paused;

  GuidePanel(Wishes wishes) {
    stage.setName("stage");
    prompt.setName("prompt");
    notice.setName("notice");
    pause.setName("pause");
    stop.setName("stop");
    mute.setName("mute");
    timeLeft.setName("timeLeft");
    ends.setName("ends");
    progress.getAccessibleContext().setAccessibleName("Progress of the session");
    pause.setMnemonic('P');
    stop.setMnemonic('T');
    mute.setMnemonic('U');
    pause.addActionListener(e -> wishes.wish(paused ? Command.RESUME : Command.PAUSE));
    stop.addActionListener(e -> wishes.wish(Command.STOP));
    mute.addActionListener(e -> wishes.mute());
    stage.setHorizontalAlignment(JLabel.CENTER);
    panel.add(stage, "wmin 0, h 26!, wrap");
    panel.add(prompt, "wmin 0, hmin 60, grow, gapx 12 12, wrap");
    panel.add(notice, "wmin 0, grow, gapx 12 12, wrap");
    panel.add(progress, "h 4!, wrap");
    JPanel row =
        Theme.clear("insets 0, fillx", "[110!,fill]10[90!,fill]10[100!,fill]push[]8[]", "[36!]");
    row.add(pause, "growy");
    row.add(stop, "growy");
    row.add(mute, "growy");
    row.add(timeLeft, "aligny baseline");
    row.add(ends, "aligny baseline, wmin 0");
    panel.add(row);
  }

  void show(GuideView view) {
    boolean changed = view.paused() != paused;
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
    if (changed) {
      pause.setText(paused ? "Resume" : "Pause");
      pause.setMnemonic(paused ? 'R' : 'P');
      offer(paused ? pause : null);
    }
  }

  /** Going on is what Enter does while it stands still; nothing is while it runs. */
  private void offer(@Nullable JButton button) {
    JRootPane root = panel.getRootPane();
    if (root != null) {
      root.setDefaultButton(button);
    }
  }

  /** Asked for and not yet seen to be done. */
  void stopping() {
    stop.setEnabled(false);
    pause.setEnabled(false);
  }

  /** Shows whether the sound is off by wish. */
  void muted(boolean on) {
    mute.setText(on ? "Unmute" : "Mute");
    mute.setMnemonic('U');
  }

  /** Says why something is not heard, while nothing of the sensor is to be said; empty for well. */
  void unheard(String why) {
    unheard = new StatusView(why, Tone.QUIET);
  }

  /** A session begins. */
  void begin() {
    stop.setEnabled(true);
    pause.setEnabled(true);
    pause.requestFocusInWindow();
  }

  JPanel panel() {
    return panel;
  }
}
