package org.stillpoint.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What everybody should know before a first session; the same in the window and the terminal. */
public final class SafetyText {
  private SafetyText() {}

  /** The text, a paragraph a line; headings begin with a hash and a blank. */
  public static String text() {
    try (InputStream in = SafetyText.class.getResourceAsStream("safety.txt")) {
      if (in == null) {
        throw new IllegalStateException("safety.txt is missing from the installation");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
