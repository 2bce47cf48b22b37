package org.stillpoint.app;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.tinylog.Logger;

/**
 * A small file of keys and values. A file that is missing or damaged is empty. Must not be used by
 * two threads at once.
 */
final class PropertyFile {
  private final Path file;
  private final Properties values = new Properties();

  PropertyFile(Path file) {
    this.file = file;
    load();
  }

  private void load() {
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        values.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        Logger.warn(e, "not read: {}", file.getFileName());
      }
    }
  }

  /** The value of a key without blanks around it; empty if there is none. */
  String get(String key) {
    return values.getProperty(key, "").strip();
  }

  /**
   * Writes values. Values that another process has changed since are kept.
   *
   * @throws IOException if they cannot be written
   */
  void set(Map<String, String> changed) throws IOException {
    load();
    values.putAll(changed);
    try (Writer writer = Files.newBufferedWriter(file)) {
      values.store(writer, "Stillpoint");
    }
  }

  /** A file beside this one. */
  Path sibling(String name) {
    return file.resolveSibling(name);
  }
}
