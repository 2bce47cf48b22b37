package org.stillpoint.app;

import java.nio.file.Path;
import org.tinylog.configuration.Configuration;

/** Sends the log to a file; the screen is for the person. */
final class Logging {
  private static boolean configured;

  private Logging() {}

  /** Logs into a file, a few hundred kilobytes of it, the oldest dropped. */
  static synchronized void toFile(Path file) {
    if (configured) {
      return;
    }
    configured = true;
    Configuration.set("writer", "rolling file");
    Configuration.set("writer.file", file + ".{count}");
    Configuration.set("writer.latest", file.toString());
    Configuration.set("writer.policies", "size: 500kb");
    Configuration.set("writer.backups", "2");
    Configuration.set(
        "writer.format", "{date: yyyy-MM-dd HH:mm:ss} {level} {class-name}: {message}");
    Configuration.set("writer.level", "info");
  }

  /** Logs nothing. */
  static synchronized void off() {
    if (!configured) {
      configured = true;
      Configuration.set("level", "off");
    }
  }
}
