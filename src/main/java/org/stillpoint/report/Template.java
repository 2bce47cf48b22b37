package org.stillpoint.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page with placeholders such as <code>{{title}}</code>. Immutable. */
final class Template {
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z-]+)}}");

  private final String page;

  Template(String page) {
    this.page = page;
  }

  /**
   * A template that comes with the program.
   *
   * @throws IOException when it is missing
   */
  static Template shipped(String name) throws IOException {
    return new Template(resource(name));
  }

  /**
   * A text that comes with the program.
   *
   * @throws IOException when it is missing
   */
  static String resource(String name) throws IOException {
    try (InputStream in = Template.class.getResourceAsStream("/report/" + name)) {
      if (in == null) {
        throw new IOException(
            "The file report/" + name + " is missing from Stillpoint: install it again.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /**
   * The page with every placeholder replaced. Placeholders inside the values are left as they are.
   *
   * @throws IllegalArgumentException if a placeholder has no value, or a value has no placeholder
   */
  String fill(Map<String, Html> values) {
    Matcher places = PLACE.matcher(page);
    StringBuilder filled = new StringBuilder(page.length());
    int used = 0;
    while (places.find()) {
      Html value = values.get(places.group(1));
      if (value == null) {
        throw new IllegalArgumentException("no value for the placeholder " + places.group(1));
      }
      used++;
      places.appendReplacement(filled, Matcher.quoteReplacement(value.markup()));
    }
    if (used < values.size()) {
      throw new IllegalArgumentException("more values than placeholders: " + values.keySet());
    }
    return places.appendTail(filled).toString();
  }
}
