package org.stillpoint.ui;

import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;
import org.stillpoint.session.SessionOptions;

/** The choices before a session. */
final class StartPanel {
  private final JPanel panel =
      Theme.clear(
          "insets 0, fillx, gap 0", "[grow,fill]", "push[]4:6[]8:22[]6:12[]8:22[]8:22[]push");
  private final JComboBox<ProgrammeChoice> programme = new JComboBox<>();
  private final JComboBox<Integer> minutes = new JComboBox<>();
  private final JPanel stages = Theme.clear("insets 0, gap 0", "[]14[]", "[20!]");
  private final JLabel troubles = Theme.label("", Theme.SMALL);
  private final RatingsPanel ratings = new RatingsPanel("before", () -> {});
  private final WrappedText how = new WrappedText(12.5f, WrappedText.TextPosition.LEFT);
  private final JButton options = new JButton("Options…");
  private final JButton start = new JButton("Start the session");
  private final JLabel comfort =
      Theme.label("Lie down or sit. Nothing should hurt; move whenever you like.", Theme.MUTED);
  private final WrappedText coach = new WrappedText(20, WrappedText.TextPosition.LEFT);
  private final WrappedText plan = new WrappedText(13.5f, WrappedText.TextPosition.LEFT);
  private final WrappedText note = new WrappedText(13.5f, WrappedText.TextPosition.LEFT);
  private final Supplier<@Nullable LocalTime> clock;

  /**
   * A panel with the first programme chosen.
   *
   * @param clock gives the time of day; null if it is not known
   * @param choose called when the person wants to see the options
   * @param begin called when Start is pressed
   */
  StartPanel(
      List<ProgrammeChoice> programmes,
      Supplier<@Nullable LocalTime> clock,
      Runnable choose,
      Runnable begin) {
    this.clock = clock;
    programmes.forEach(programme::addItem);
    programme.setName("programme");
    minutes.setName("minutes");
    start.setName("start");
    start.setMnemonic('S');
    options.setName("options");
    Theme.style(options, "font: -1; arc: 10; margin: 2,8,2,8");
    options.setMnemonic('O');
    how.setName("how");
    Theme.style(how, Theme.MUTED);
    options.addActionListener(e -> choose.run());
    note.setName("note");
    coach.setName("coach");
    start.addActionListener(e -> begin.run());
    programme.addActionListener(e -> offerMinutes());
    minutes.addActionListener(
        e -> {
          offerStages();
          refreshPlan();
        });
    troubles.setName("programmeTroubles");
    troubles.putClientProperty("html.disable", true);
    Theme.style(troubles, "font: -1; " + Theme.of(Tone.WARNING));
    Theme.style(start, "font: +2 $semibold.font; margin: 9,30,9,30; arc: 16");
    Theme.style(plan, Theme.MUTED);
    build();
    offerMinutes();
    troubles(List.of());
    ready(false, new StatusView("", Tone.QUIET));
    coach(new StatusView("", Tone.QUIET));
  }

  private void build() {
    panel.add(Theme.label("A quiet while for your back", "font: +15 $light.font"), "wrap");
    JPanel advice = Theme.clear("insets 0, fillx, hidemode 3", "[grow,fill]", "[]");
    advice.add(comfort, "wmin 0");
    advice.add(coach, "wmin 0, h 44:56:56");
    panel.add(advice, "wmin 0, wrap");
    JLabel programmeLabel = Theme.label("Programme", Theme.SMALL);
    programmeLabel.setDisplayedMnemonic('R');
    programmeLabel.setLabelFor(programme);
    JLabel minutesLabel = Theme.label("Minutes", Theme.SMALL);
    minutesLabel.setDisplayedMnemonic('M');
    minutesLabel.setLabelFor(minutes);
    JPanel choice =
        Theme.clear(
            "insets 0, fillx, gapy 4, hidemode 3", "[grow,fill]14[90!,fill]", "[20!][36!][]");
    JPanel row = Theme.clear("insets 0, fillx", "[]push[]", "[20!]");
    row.add(programmeLabel);
    row.add(stages, "wmin 0");
    choice.add(row, "wmin 0");
    choice.add(minutesLabel, "wrap");
    choice.add(programme, "wmin 0, growy");
    choice.add(minutes, "growy, wrap");
    choice.add(troubles, "span 2, wmin 0, h 16!");
    panel.add(choice, "wrap");
    JPanel conduct = Theme.clear("insets 0, fillx", "[grow,fill]14[90!,fill]", "[26!]");
    conduct.add(how, "wmin 0, growy");
    conduct.add(options, "growy");
    panel.add(conduct, "wmin 0, wrap");
    JPanel asked = Theme.clear("insets 0, fillx, gapy 8", "[grow,fill]", "[][]");
    asked.add(
        Theme.label(
            "How are you now? 0 is none, 10 is the worst. You can leave this blank.", Theme.SMALL),
        "wmin 0, wrap");
    asked.add(ratings.panel());
    panel.add(asked, "wrap");
    JPanel go = Theme.clear("insets 0, fillx, hidemode 2", "[]22[grow,fill]", "[46:54:54]");
    go.add(start, "aligny center, h 46!");
    JPanel words = Theme.clear("insets 0, fill, hidemode 3", "[grow,fill]", "[grow,fill]");
    words.add(plan, "grow");
    words.add(note, "grow");
    go.add(words, "grow");
    panel.add(go);
  }

  /** Chooses what was chosen last, as far as it is still offered. */
  void choose(WindowMemory last) {
    for (int i = 0; i < programme.getItemCount(); i++) {
      if (programme.getItemAt(i).id().equals(last.programmeId())) {
        programme.setSelectedIndex(i);
        ProgrammeChoice chosen = programme.getItemAt(i);
        if (chosen.minutes().contains(last.minutes())) {
          minutes.setSelectedItem(last.minutes());
        }
      }
    }
  }

  private void offerMinutes() {
    ProgrammeChoice chosen = programme();
    Integer before = (Integer) minutes.getSelectedItem();
    DefaultComboBoxModel<Integer> model = new DefaultComboBoxModel<>();
    if (chosen != null) {
      chosen.minutes().forEach(model::addElement);
    }
    minutes.setModel(model);
    if (before != null && chosen != null && chosen.minutes().contains(before)) {
      minutes.setSelectedItem(before);
    }
    offerStages();
    refreshPlan();
  }

  /** Shows a check box for each optional stage of the chosen length. */
  private void offerStages() {
    ProgrammeChoice chosen = programme();
    stages.removeAll();
    if (chosen != null) {
      for (ProgrammeChoice.OptionalStage stage : chosen.stages()) {
        if (stage.minutes().contains(minutes())) {
          JCheckBox box = new JCheckBox("With \u201c" + stage.title() + "\u201d", stage.usual());
          box.setName(stage.id());
          Theme.style(box, Theme.SMALL);
          stages.add(box, "wmin 0, h 20!");
        }
      }
    }
    stages.setVisible(stages.getComponentCount() > 0);
    panel.revalidate();
  }

  /** The ids of the optional stages that are selected. */
  Set<String> stages() {
    return Arrays.stream(stages.getComponents())
        .filter(each -> each instanceof JCheckBox box && box.isSelected())
        .map(Component::getName)
        .collect(Collectors.toSet());
  }

  /**
   * Shows in one line which of the person's own programmes cannot be used; the tooltip has every
   * sentence.
   */
  void troubles(List<String> sentences) {
    int more = sentences.size() - 1;
    troubles.setVisible(!sentences.isEmpty());
    if (!sentences.isEmpty()) {
      troubles.setText(
          "Left out: " + (more > 0 ? sentences.size() + " scripts, " : "") + sentences.get(0));
      troubles.setToolTipText(String.join(" ", sentences));
    }
  }

  /** Shows the options in one line. */
  void conduct(SessionOptions chosen) {
    how.show(OptionsPresenter.summary(chosen));
  }

  /** Shows the plan again, since the time at which the session would end moves on. */
  void refreshPlan() {
    plan.show(GuidePresenter.plan(minutes(), clock.get()));
  }

  /** Shows how the sensor is placed, large enough to be read with a hand at the sensor. */
  void coach(StatusView view) {
    coach.setVisible(!view.words().isEmpty());
    comfort.setVisible(view.words().isEmpty());
    coach.show(view.words());
    Theme.style(coach, view.tone() == Tone.GOOD ? Theme.ACCENT : Theme.of(view.tone()));
  }

  /**
   * Enables or disables Start.
   *
   * @param why why it is disabled, or why it failed before; with empty words the plan is shown
   */
  void ready(boolean ready, StatusView why) {
    boolean planned = ready && why.words().isEmpty();
    boolean now = ready && !start.isEnabled();
    start.setEnabled(ready);
    if (now && !inUse()) {
      start.requestFocusInWindow(); // what can be done next, and not what undoes the last
    }
    plan.setVisible(planned);
    note.setVisible(!planned);
    Theme.style(note, Theme.of(why.tone()));
    note.show(why.words());
  }

  /** Whether the person is busy in this panel. */
  private boolean inUse() {
    Component owner = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
    return owner != null && SwingUtilities.isDescendingFrom(owner, panel);
  }

  /** The chosen programme; null if there is none to choose. */
  @Nullable ProgrammeChoice programme() {
    return (ProgrammeChoice) programme.getSelectedItem();
  }

  /** The chosen length in minutes; 0 if there is none to choose. */
  int minutes() {
    Integer chosen = (Integer) minutes.getSelectedItem();
    return chosen == null ? 0 : chosen;
  }

  RatingAnswers ratings() {
    return ratings.ratings();
  }

  void clearRatings() {
    ratings.clear();
  }

  JButton start() {
    return start;
  }

  JPanel panel() {
    return panel;
  }
}
