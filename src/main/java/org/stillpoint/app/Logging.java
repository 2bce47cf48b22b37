package org.stillpoint.app;

import java.nio.file.Path;
import org.tinylog.configuration.Configuration;

/** Sends the log to a file, since the screen is for the person. Nothing is logged before that. */
final class Logging {
  private Logging() {}

  /**
   * Logs to a file. When it reaches half a megabyte a new one begins; at most three are kept. Only
   * the first call in a process has an effect.
   */
  static synchronized void toFile(Path file) {
    if (Configuration.isFrozen()) {
      return;
    }
    // The log is needed to the end: the shutdown hook that closes a recording writes to it.
    Configuration.set("autoshutdown", "false");
    Configuration.set("level", "info");
    Configuration.set("writer", "rolling file");
    Configuration.set("writer.file", file + ".{count}");
    Configuration.set("writer.policies", "size: 500kb");
    Configuration.set("writer.backups", "2");
    Configuration.set(
        "writer.format", "{date: yyyy-MM-dd HH:mm:ss} {level} {class-name}: {message}");
  }
}
