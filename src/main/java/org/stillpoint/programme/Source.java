package org.stillpoint.programme;

import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * The origin of a script; words the sentences about its mistakes.
 *
 * @param name file name, or another name that its author knows
 */
record Source(String name) {
  private static final int LONGEST_QUOTE = 40;

  /**
   * A mistake and its remedy as one sentence.
   *
   * @param line from 1; 0 if no line can be named
   */
  ProgrammeException mistake(int line, String what, String remedy) {
    String place = line > 0 ? ", line " + line : "";
    String sentence = oneLine(name) + place + ": " + what + "; " + remedy + ".";
    return new ProgrammeException(List.of(new Mistake(line, sentence)));
  }

  /** A mistake at a place in the tree. */
  ProgrammeException mistake(Node node, String what, String remedy) {
    return mistake(line(node), what, remedy);
  }

  /** Line of a node's first character, from 1; 0 if unknown. */
  static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }

  /** Text from a file, for use inside a sentence: quoted, on one line, and never long. */
  static String quoted(String foreign) {
    return '"' + clipped(foreign, LONGEST_QUOTE) + '"';
  }

  /** Text from a file on one line, cut to at most {@code longest} characters. */
  static String clipped(String foreign, int longest) {
    String clean = oneLine(foreign);
    if (clean.codePointCount(0, clean.length()) <= longest) {
      return clean;
    }
    return clean.substring(0, clean.offsetByCodePoints(0, longest)) + "...";
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
  }
}
