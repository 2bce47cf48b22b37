package org.stillpoint.app;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.stillpoint.store.PrivateFolder;
import org.stillpoint.store.Store;
import org.tinylog.Logger;

/**
 * A small file of keys and values. A file that is missing or damaged is empty. Must not be used by
 * two threads at once.
 */
final class PropertyFile {
  private final Path folder;
  private final Path file;
  private final Properties values = new Properties();

  PropertyFile(Path folder, String name) {
    this.folder = folder;
    this.file = folder.resolve(name);
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
   * Writes values, and creates the folder if there is none. Values that another process has changed
   * since are kept.
   *
   * @throws IOException with one sentence if they cannot be written
   */
  void set(Map<String, String> changed) throws IOException {
    load();
    values.putAll(changed);
    try {
      PrivateFolder.make(folder);
      write();
    } catch (IOException e) {
      throw new IOException(
          "The file "
              + file
              + " cannot be written ("
              + Store.reason(e)
              + "): free some space or correct the permissions.",
          e);
    }
  }

  private void write() throws IOException {
    try (Writer writer = Files.newBufferedWriter(file)) {
      values.store(writer, "Stillpoint");
    }
  }

  /** A file beside this one. */
  Path sibling(String name) {
    return folder.resolve(name);
  }
}
