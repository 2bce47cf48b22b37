package org.stillpoint.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * A pseudo terminal under a name, so that a virtual sensor can be opened as a port. Java cannot
 * make one, so socat does.
 */
final class Pty implements AutoCloseable {
  private static final String MADE = " PTY is ";
  private static final String SET_UP = "tcsetattr() -> 0";

  private final Process socat;
  private final Path link;
  private final BufferedReader log;

  private Pty(Process socat, Path link) {
    this.socat = socat;
    this.link = link;
    this.log =
        new BufferedReader(
            new InputStreamReader(socat.getErrorStream(), StandardCharsets.ISO_8859_1));
  }

  /**
   * Makes the terminal; its link is there when this returns.
   *
   * @throws IOException with one sentence when it cannot be made
   */
  static Pty make(Path link) throws IOException {
    if (Files.exists(link, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(link)) {
      throw new IOException(
          link + " exists and is no link to a terminal: it is left alone; name another path.");
    }
    ProcessBuilder builder =
        new ProcessBuilder(
            "socat",
            "-d",
            "-d",
            "-d",
            "-d",
            "STDIO",
            "PTY,raw,echo=0,wait-slave,pty-interval=0.05");
    Process socat = start(builder);
    Pty pty = new Pty(socat, link);
    pty.show();
    return pty;
  }

  private static Process start(ProcessBuilder builder) throws IOException {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new IOException(
          "A pseudo terminal needs the program socat: install it (apt install socat), or write to a"
              + " file with --out.",
          e);
    }
  }

  /**
   * Links the terminal when it is wholly set up. socat's own link comes before that: a reader that
   * is quicker has its read timeout undone, and then waits on a silent device for ever.
   */
  private void show() throws IOException {
    String made = await(MADE);
    Path terminal = Path.of(made.substring(made.indexOf(MADE) + MADE.length()).strip());
    await(SET_UP);
    try {
      Files.deleteIfExists(link);
      Files.createSymbolicLink(link, terminal);
      link.toFile().deleteOnExit();
    } catch (IOException e) {
      socat.destroy();
      throw e;
    }
  }

  private String await(String words) throws IOException {
    String last = "";
    for (String line = log.readLine(); line != null; line = log.readLine()) {
      last = line;
      if (line.contains(words)) {
        return line;
      }
    }
    throw new IOException("The pseudo terminal could not be made: " + last);
  }

  /**
   * Waits until somebody opens the port.
   *
   * @throws IOException with one sentence when the terminal could not be made
   */
  void awaitReader() throws IOException {
    await("starting data transfer loop");
    drain(log);
  }

  /** Its log must be read, or socat stops when the pipe is full. */
  private static void drain(BufferedReader log) {
    Thread reader =
        new Thread(
            () -> {
              try {
                while (log.readLine() != null) {
                  // only emptied
                }
              } catch (IOException closed) {
                org.tinylog.Logger.debug("socat's log ended");
              }
            },
            "socat log");
    reader.setDaemon(true);
    reader.start();
  }

  /** Bytes written here arrive at the port. */
  OutputStream toPort() {
    return socat.getOutputStream();
  }

  /** What the reader of the port has sent since; perhaps nothing. */
  byte[] fromPort() throws IOException {
    InputStream in = socat.getInputStream();
    return in.readNBytes(in.available());
  }

  /** Removes the terminal. */
  @Override
  public void close() {
    socat.destroy();
    try {
      Files.deleteIfExists(link);
    } catch (IOException e) {
      org.tinylog.Logger.warn(e, "the link {} stays", link);
    }
  }
}
