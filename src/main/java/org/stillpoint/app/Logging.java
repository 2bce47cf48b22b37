package org.stillpoint.app;

import java.nio.file.Path;
import org.tinylog.configuration.Configuration;

/** Sends the log to a file; the screen is for the person. Until then nothing is logged. */
final class Logging {
  private Logging() {}

  /** Logs into a file, up to three of half a megabyte; the first call of the program counts. */
  static synchronized void toFile(Path file) {
    if (Configuration.isFrozen()) {
      return;
    }
    // The log is needed until the very end, when an interrupt closes a recording in order.
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
