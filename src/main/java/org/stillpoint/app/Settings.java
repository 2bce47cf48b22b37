package org.stillpoint.app;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.stillpoint.programme.ProgrammeReader;
import org.tinylog.Logger;

/** What the program remembers, in a small file of the data folder. For one thread at a time. */
final class Settings {
  private static final String DARK = "dark";
  private static final String ANT_KEY_FILE = "antKeyFile";
  private static final String LANGUAGE = "language";
  private static final String SAFETY = "safety";
  private static final String SHOWN = "shown";
  private static final String ACKNOWLEDGED = "acknowledged";

  private final Path file;
  private final Properties values = new Properties();

  /** Reads the settings of a folder; a missing or damaged file means the usual ones. */
  Settings(Path folder) {
    this.file = folder.resolve("settings.properties");
    load();
  }

  private void load() {
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        values.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        Logger.warn(e, "settings not read");
      }
    }
  }

  /** Remembers a value; what another program changed meanwhile is kept. */
  private void set(String key, String value) {
    load();
    values.setProperty(key, value);
    try (Writer writer = Files.newBufferedWriter(file)) {
      values.store(writer, "Stillpoint");
    } catch (IOException e) {
      Logger.warn(e, "settings not written");
    }
  }

  /** The file that holds the ANT+ network key, from the data folder; empty when none is named. */
  Optional<Path> antKeyFile() {
    String name = values.getProperty(ANT_KEY_FILE, "").strip();
    return name.isEmpty() ? Optional.empty() : Optional.of(file.resolveSibling(name));
  }

  /** The folder of the shipped programmes, such as "en" or "de"; English when none is named. */
  String language() {
    return values.getProperty(LANGUAGE, ProgrammeReader.ENGLISH).strip();
  }

  /** Whether the person said that they have read the safety text. */
  boolean safetyAcknowledged() {
    return values.getProperty(SAFETY, "").equals(ACKNOWLEDGED);
  }

  void acknowledgeSafety() {
    set(SAFETY, ACKNOWLEDGED);
  }

  /** Whether the safety text was at least printed where nobody could answer. */
  boolean safetyShown() {
    return safetyAcknowledged() || values.getProperty(SAFETY, "").equals(SHOWN);
  }

  void showedSafety() {
    set(SAFETY, SHOWN);
  }

  boolean dark() {
    return Boolean.parseBoolean(values.getProperty(DARK));
  }

  void dark(boolean on) {
    set(DARK, String.valueOf(on));
  }
}
