package org.stillpoint.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What a person should know before their first session; the same in window and terminal. */
public final class SafetyText {
  /** The last heading of the text. */
  private static final String ELECTRODES = "# Sensors with electrodes";

  private SafetyText() {}

  /** The part of the text about electrodes: what to know before the first session with an ECG. */
  public static String electrodes() {
    String text = text();
    return text.substring(text.indexOf(ELECTRODES));
  }

  /** The text, one paragraph per line. A heading begins with a hash and a blank. */
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
