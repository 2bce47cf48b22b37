package org.stillpoint.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A pseudo terminal made by socat: what is written here can be read at the link as from a port. */
public final class PtyPair implements AutoCloseable {
  private final Process socat;
  private final Path link;

  /** Makes it; skips the test where there is no socat. */
  public PtyPair(Path folder) {
    Needs.socat();
    link = folder.resolve("port");
    try {
      socat =
          new ProcessBuilder("socat", "-d", "-d", "STDIO", "PTY,raw,echo=0,link=" + link)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      BufferedReader log =
          new BufferedReader(new InputStreamReader(socat.getErrorStream(), StandardCharsets.UTF_8));
      String line = log.readLine();
      while (line != null && !line.contains("starting data transfer")) {
        line = log.readLine();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The path to open. */
  public Path link() {
    return link;
  }

  /** What is written here arrives at the port. */
  public OutputStream out() {
    return socat.getOutputStream();
  }

  /** Pulls the plug. */
  public void pull() {
    socat.destroy();
    socat.onExit().orTimeout(60, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    pull();
  }
}
