package org.stillpoint.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page with places such as <code>{{title}}</code> to be filled. */
final class Template {
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z-]+)}}");

  private final String page;

  Template(String page) {
    this.page = page;
  }

  /** A template that comes with the program. */
  static Template shipped(String name) throws IOException {
    return new Template(resource(name));
  }

  /** A text that comes with the program. */
  static String resource(String name) throws IOException {
    try (InputStream in = Template.class.getResourceAsStream("/report/" + name)) {
      if (in == null) {
        throw new IOException("the program lacks its file report/" + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /**
   * The page with every place filled; what is filled in is not looked through for places.
   *
   * @throws IllegalArgumentException when a place has no value or a value no place
   */
  String fill(Map<String, Html> values) {
    Matcher places = PLACE.matcher(page);
    StringBuilder filled = new StringBuilder(page.length());
    int used = 0;
    while (places.find()) {
      Html value = values.get(places.group(1));
      if (value == null) {
        throw new IllegalArgumentException("nothing to fill in for " + places.group(1));
      }
      used++;
      places.appendReplacement(filled, Matcher.quoteReplacement(value.markup()));
    }
    if (used < values.size()) {
      throw new IllegalArgumentException("more values than places: " + values.keySet());
    }
    return places.appendTail(filled).toString();
  }
}
