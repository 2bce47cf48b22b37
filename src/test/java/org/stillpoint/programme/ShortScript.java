package org.stillpoint.programme;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/** A small valid script whose lines the tests count on. */
final class ShortScript {
  /** Line 5 begins the opening, 12 the baseline, 19 the guided stage, 30 rest, 36 the return. */
  static final String TEXT =
      """
      id: short
      title: A short rest
      minutes: [5]
      stages:
        - id: position
          title: Position
          role: opening
          time: {5: 0:30}
          script:
            - say: Lie as you like.
            - silence: 1
        - id: baseline
          title: Quiet start
          role: baseline
          time: {5: 2:00}
          script:
            - say: It will be quiet now.
            - silence: 1
        - id: hands
          title: Hands
          role: guided
          time: {5: 1:00}
          script:
            - say: The right hand.
            - silence: 1
            - optional: Nothing needs to move.
            - silence: 2
          contact: [Feel your hands.]
          support: [You may move.]
        - id: rest
          title: Rest
          role: rest
          time: {5: 0:30}
          script:
            - silence: 1
        - id: return
          title: Return
          role: return
          time: {5: 1:00}
          script:
            - say: Sit up slowly.
            - silence: 1
      """;

  private ShortScript() {}

  /** The text with one place changed; the place must exist. */
  static String with(String found, String replacement) {
    if (!TEXT.contains(found)) {
      throw new IllegalArgumentException("not in the script: " + found);
    }
    int at = TEXT.indexOf(found);
    return TEXT.substring(0, at) + replacement + TEXT.substring(at + found.length());
  }

  /** The text without some lines, counted from 1, both ends included. */
  static String without(int fromLine, int toLine) {
    List<String> lines = new ArrayList<>(TEXT.lines().toList());
    lines.subList(fromLine - 1, toLine).clear();
    return String.join("\n", lines) + "\n";
  }

  /** Reads a script under the name {@code my.yaml}. */
  static Programme read(String text) throws ProgrammeException {
    return ProgrammeReader.read("my.yaml", new StringReader(text));
  }
}
