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
 * A pseudo terminal with a name, so that a virtual sensor can be opened as a port. Java cannot
 * create one, so socat does. Belongs to one thread.
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
   * Creates the terminal. Its link exists when this returns.
   *
   * @param link path of the link; an older link is replaced, any other file is left alone
   * @throws IOException with one sentence when it cannot be created
   */
  static Pty make(Path link) throws IOException {
    if (Files.exists(link, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(link)) {
      throw new IOException(
          link + " exists and is not a link to a terminal: it is left alone; name another path.");
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
   * Links the terminal once it is fully set up. socat would create its own link earlier: its set-up
   * would then undo the read timeout of a reader that opens the link at once, and that reader would
   * wait for a silent device for ever.
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
    throw new IOException(
        "The pseudo terminal could not be created ("
            + last
            + "): name another path, or write to a file with --out.");
  }

  /**
   * Waits until a program opens the port.
   *
   * @throws IOException with one sentence when the terminal has failed
   */
  void awaitReader() throws IOException {
    await("starting data transfer loop");
    drain(log);
  }

  /** Reads socat's log to its end: socat stops when the pipe of its log is full. */
  private static void drain(BufferedReader log) {
    Thread reader =
        new Thread(
            () -> {
              try {
                while (log.readLine() != null) {
                  // the lines are of no use
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

  /** The bytes that the reader of the port has sent since the last call; may be empty. */
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
