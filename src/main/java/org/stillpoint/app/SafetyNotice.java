package org.stillpoint.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.ui.SafetyText;

/** Shows the safety text in the terminal, once, before the first session. */
final class SafetyNotice {
  private static final int WIDTH = 88;
  private static final List<String> YES = List.of("y", "yes");

  private final Settings settings;
  private final PrintWriter out;

  /**
   * A notice for one person.
   *
   * @param settings where it is remembered that they have read it
   * @param out where the text goes; standard error, since scripts read standard output
   */
  SafetyNotice(Settings settings, PrintWriter out) {
    this.settings = settings;
    this.out = out;
  }

  /**
   * Shows the text and asks for confirmation, unless the person has confirmed it before.
   *
   * @param answers what the person types
   * @return whether the session may begin
   * @throws IOException if the answer cannot be read
   */
  boolean ask(Reader answers) throws IOException {
    if (settings.safetyAcknowledged()) {
      return true;
    }
    boolean read = ask(SafetyText.text(), answers);
    if (read) {
      settings.acknowledgeSafety();
    }
    return read;
  }

  /**
   * Shows what to know about electrodes and asks for confirmation, unless the person has confirmed
   * it before. What is wired to a port is known only once it is open, so this is asked before.
   *
   * @param answers what the person types
   * @return whether the session may begin
   * @throws IOException if the answer cannot be read
   */
  boolean askAboutElectrodes(Reader answers) throws IOException {
    if (settings.electrodesAcknowledged()) {
      return true;
    }
    boolean read = ask(SafetyText.electrodes(), answers);
    if (read) {
      settings.acknowledgeElectrodes();
    }
    return read;
  }

  private boolean ask(String text, Reader answers) throws IOException {
    print(out, text);
    out.print("Have you read this, and do you want to begin the session? Type yes: ");
    out.flush();
    boolean read = YES.contains(line(answers).strip().toLowerCase(Locale.ROOT));
    if (!read) {
      out.println("The session was not started: type yes once you have read the text.");
      out.flush();
    }
    return read;
  }

  /** One line, and nothing after it, which is for whoever reads next. */
  private static String line(Reader answers) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = answers.read(); c >= 0 && c != '\n'; c = answers.read()) {
      line.append((char) c);
    }
    return line.toString();
  }

  /**
   * For a terminal at which no one can answer: prints the text when the first stage begins, unless
   * it was shown before. A session that fails to begin then prints only the reason.
   *
   * @param next receives every event
   */
  Consumer<RecordingEvent> whenItBegins(Consumer<RecordingEvent> next) {
    return event -> {
      if (event instanceof RecordingEvent.StageBegan && !settings.safetyShown()) {
        settings.showedSafety();
        print(out, SafetyText.text());
      }
      next.accept(event);
    };
  }

  /** Prints the safety text or a part of it, wrapped for a terminal. */
  static void print(PrintWriter out, String text) {
    for (String paragraph : text.strip().split("\n", -1)) {
      boolean heading = paragraph.startsWith("# ");
      out.println(fold(heading ? paragraph.substring(2).toUpperCase(Locale.ROOT) : paragraph));
    }
    out.println();
    out.flush();
  }

  private static String fold(String paragraph) {
    StringBuilder folded = new StringBuilder();
    int column = 0;
    for (String word : paragraph.split(" ", -1)) {
      if (column > 0 && column + 1 + word.length() > WIDTH) {
        folded.append(System.lineSeparator());
        column = 0;
      } else if (column > 0) {
        folded.append(' ');
        column++;
      }
      folded.append(word);
      column += word.length();
    }
    return folded.toString();
  }
}
