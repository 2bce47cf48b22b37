package org.stillpoint.ui;

import java.awt.EventQueue;
import java.nio.file.Path;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.jspecify.annotations.Nullable;
import org.stillpoint.report.PainWords;

/** The end of a session: how it ended, how the person is now, and the report. */
final class EndPanel {
  private final JPanel panel =
      Theme.clear("insets 0, fillx, gap 0", "[grow,fill]", "push[]10[]16[]10[]14[]push");
  private final JLabel heading = Theme.label("", "font: +15 $light.font");
  private final WrappedText sentence = new WrappedText(15, WrappedText.TextPosition.TOP_LEFT);
  private final RatingsPanel ratings;
  private final JButton open = new JButton("Show the charts");
  private final JButton again = new JButton("New session");
  private final WrappedText note = new WrappedText(13, WrappedText.TextPosition.LEFT);
  private final WrappedText pain = new WrappedText(14, WrappedText.TextPosition.TOP_LEFT);
  private RatingAnswers before = RatingAnswers.NONE;
  private @Nullable Path report;

  EndPanel(Consumer<RatingAnswers> rated, Consumer<Path> opened, Runnable anew) {
    ratings = new RatingsPanel("after", () -> answered(rated));
    heading.setName("endHeading");
    sentence.setName("endSentence");
    sentence.setFocusable(true);
    pain.setName("painSentence");
    Theme.style(pain, Theme.WARM);
    open.setName("openReport");
    again.setName("again");
    open.setMnemonic('O');
    again.setMnemonic('N');
    open.addActionListener(
        e -> {
          Path written = report;
          if (written != null) {
            opened.accept(written);
          }
        });
    again.addActionListener(e -> anew.run());
    panel.add(heading, "wmin 0, wrap");
    panel.add(sentence, "h 62!, wrap");
    JPanel asked = Theme.clear("insets 0, fillx, gapy 8", "[grow,fill]", "[][]");
    asked.add(
        Theme.label(
            "How are you now? 0 is none, 10 is the worst. An outline marks your answer from before.",
            Theme.SMALL),
        "wmin 0, wrap");
    asked.add(ratings.panel());
    panel.add(asked, "wrap");
    panel.add(pain, "h 62!, wrap");
    JPanel row = Theme.clear("insets 0, fillx", "[]10[]18[grow,fill]", "[40!]");
    row.add(open, "growy");
    row.add(again, "growy");
    row.add(note, "wmin 0, grow");
    panel.add(row);
    Theme.style(note, Theme.MUTED);
  }

  private void answered(Consumer<RatingAnswers> rated) {
    RatingAnswers after = ratings.ratings();
    boolean rose = RatingAnswers.ratings(before, after).painRose();
    pain.show(rose ? PainWords.ROSE : "");
    rated.accept(after);
  }

  /**
   * Shows how a session ended. Its report does not exist yet.
   *
   * @param ratedBefore the person's ratings before the session
   */
  void show(EndView view, RatingAnswers ratedBefore) {
    before = ratedBefore;
    ratings.clear();
    ratings.mark(ratedBefore);
    pain.show("");
    report = null;
    open.setEnabled(false);
    heading.setText(view.heading());
    sentence.show(view.sentence());
    Theme.style(sentence, view.warning() ? Theme.WARM : Theme.MUTED);
    note("The report is being written…", Tone.QUIET);
  }

  /** Offers the report, which has been written. */
  void report(Path written) {
    report = written;
    open.setEnabled(true);
    note("The recording is kept, with its charts.", Tone.QUIET);
  }

  /** Shows a sentence beside the buttons. */
  void note(String words, Tone tone) {
    Theme.style(note, Theme.of(tone));
    note.show(words);
  }

  /** Moves the focus to the sentence, where no key does anything. */
  void read() {
    // After the focus has been moved away from what was hidden.
    EventQueue.invokeLater(sentence::requestFocusInWindow);
  }

  JPanel panel() {
    return panel;
  }
}
