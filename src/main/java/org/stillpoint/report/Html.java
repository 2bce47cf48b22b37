package org.stillpoint.report;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * A piece of a page that may be put into a page as it is. Words become one by {@link #text}, which
 * escapes them; there is no other way for words from outside.
 *
 * @param markup the piece
 */
record Html(String markup) {
  static final Html NOTHING = new Html("");

  /** Words as they are to be read. */
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

  /** Words within an element of a class; no class when that is empty. */
  static Html element(String name, String cssClass, Html content) {
    String attribute = cssClass.isEmpty() ? "" : " class=\"" + cssClass + "\"";
    return new Html("<" + name + attribute + ">" + content.markup + "</" + name + ">");
  }

  /** Pieces one after the other, each on a line. */
  static Html all(Collection<Html> pieces) {
    return new Html(pieces.stream().map(Html::markup).collect(Collectors.joining("\n")));
  }
}
