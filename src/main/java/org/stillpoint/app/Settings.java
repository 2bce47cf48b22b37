package org.stillpoint.app;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.tinylog.Logger;

/** What the window remembers, in a small file of the data folder. For one thread at a time. */
final class Settings {
  private static final String DARK = "dark";
  private static final String ANT_KEY_FILE = "antKeyFile";

  private final Path file;
  private final Properties values = new Properties();

  /** Reads the settings of a folder; a missing or damaged file means the usual ones. */
  Settings(Path folder) {
    this.file = folder.resolve("settings.properties");
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        values.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        Logger.warn(e, "settings not read");
      }
    }
  }

  /** The file that holds the ANT+ network key, from the data folder; empty when none is named. */
  Optional<Path> antKeyFile() {
    String name = values.getProperty(ANT_KEY_FILE, "").strip();
    return name.isEmpty() ? Optional.empty() : Optional.of(file.resolveSibling(name));
  }

  boolean dark() {
    return Boolean.parseBoolean(values.getProperty(DARK));
  }

  void dark(boolean on) {
    values.setProperty(DARK, String.valueOf(on));
    try (Writer writer = Files.newBufferedWriter(file)) {
      values.store(writer, "Stillpoint");
    } catch (IOException e) {
      Logger.warn(e, "settings not written");
    }
  }
}
