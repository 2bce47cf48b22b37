package org.stillpoint.report;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * A piece of HTML that can be put into a page as it is. Use {@link #text} for words: it escapes
 * them, and it is the only way in for words from outside.
 *
 * @param markup the HTML
 */
record Html(String markup) {
  static final Html NOTHING = new Html("");

  /** Words, escaped. A control character becomes a blank or the replacement character. */
  static Html text(String words) {
    StringBuilder escaped = new StringBuilder(words.length() + 16);
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        case '\n', '\t' -> escaped.append(' ');
        default -> escaped.append(Character.isISOControl(c) ? '\uFFFD' : c);
      }
    }
    return new Html(escaped.toString());
  }

  /** An element with content; it has no class if {@code cssClass} is empty. */
  static Html element(String name, String cssClass, Html content) {
    String attribute = cssClass.isEmpty() ? "" : " class=\"" + cssClass + "\"";
    return new Html("<" + name + attribute + ">" + content.markup + "</" + name + ">");
  }

  /** Pieces one after the other, each on a line of its own. */
  static Html all(Collection<Html> pieces) {
    return new Html(pieces.stream().map(Html::markup).collect(Collectors.joining("\n")));
  }
}
