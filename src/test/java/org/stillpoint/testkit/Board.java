package org.stillpoint.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A simulated board that runs our firmware as compiled; src/hil/main.c tells its options. It ends
 * with this object or with this program, whichever is first.
 */
public final class Board implements AutoCloseable {
  private static final Path MADE = Path.of("target", "hil");
  private static final Path BUILT_FROM = MADE.resolve("built-from");
  private static final long BUILD_MINUTES = 4;
  private static final long END_SECONDS = 60;

  private static @Nullable String buildFailure;
  private static boolean built;

  private final Process process;
  private final BufferedReader said;
  private final Path folder;

  private Board(Path folder, String sketch, List<String> options) throws IOException {
    this.folder = folder;
    List<String> command = new ArrayList<>();
    command.add(MADE.resolve("board").toString());
    command.addAll(List.of("--elf", MADE.resolve(sketch + ".elf").toString()));
    command.addAll(List.of("--truth", folder.resolve("truth").toString()));
    command.addAll(options);
    process = new ProcessBuilder(command).redirectError(folder.resolve("errors").toFile()).start();
    said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    await("ready");
  }

  /**
   * Runs a board as fast as it goes, without a port.
   *
   * @param folder for this run alone; afterwards holds what arrived in {@code capture}
   * @param sketch {@code ppg}, {@code ecg}, {@code pulse-pin}, {@code max30102}, {@code crowded}
   * @param seconds of simulated time
   * @param options more of them
   */
  public static BoardTruth run(Path folder, String sketch, double seconds, String... options)
      throws IOException {
    build();
    List<String> all = new ArrayList<>(List.of("--speed", "0", "--seconds", text(seconds)));
    all.addAll(List.of("--capture", folder.resolve("capture").toString()));
    all.addAll(List.of(options));
    try (Board board = new Board(folder, sketch, all)) {
      board.await("end ");
      return board.end();
    }
  }

  /**
   * A board at its true pace on the port {@link #link()}.
   *
   * @param folder for this run alone
   * @param sketch as for {@link #run}
   * @param options more of them
   */
  public static Board live(Path folder, String sketch, String... options) throws IOException {
    build();
    List<String> all = new ArrayList<>(List.of("--link", folder.resolve("port").toString()));
    all.addAll(List.of(options));
    return new Board(folder, sketch, all);
  }

  /** Runs one of the small programs that are built with the board: input to output. */
  public static byte[] filter(Path folder, String program, byte[] input) throws IOException {
    build();
    Path in = Files.write(folder.resolve("in"), input);
    Path out = folder.resolve("out");
    Process process =
        new ProcessBuilder(MADE.resolve(program).toString())
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(folder.resolve("errors").toFile())
            .start();
    if (process.onExit().orTimeout(END_SECONDS, TimeUnit.SECONDS).join().exitValue() != 0) {
      throw new IOException(program + " failed: " + Files.readString(folder.resolve("errors")));
    }
    return Files.readAllBytes(out);
  }

  /** Writes numbers for the board to read, one a line; gives the file's path. */
  public static String file(Path folder, String name, DoubleStream numbers) throws IOException {
    String lines = numbers.mapToObj(Board::text).collect(Collectors.joining("\n", "", "\n"));
    return Files.writeString(folder.resolve(name), lines).toString();
  }

  private static String text(double number) {
    return String.format(Locale.ROOT, "%.7f", number);
  }

  /** Path of the port. */
  public Path link() {
    return folder.resolve("port");
  }

  /** Makes something happen, such as {@code unplug}, and waits until it has. */
  public void command(String words) throws IOException {
    OutputStream in = process.getOutputStream();
    in.write((words + "\n").getBytes(StandardCharsets.UTF_8));
    in.flush();
    await("event " + words);
  }

  /** Waits until the board says a line that begins so. */
  public void await(String beginning) throws IOException {
    String line = said.readLine();
    while (line != null && !line.startsWith(beginning)) {
      line = said.readLine();
    }
    if (line == null) {
      throw new IOException("The board ended: " + Files.readString(folder.resolve("errors")));
    }
  }

  /** Ends the board and tells what happened. */
  public BoardTruth end() {
    close();
    return BoardTruth.read(folder.resolve("truth"));
  }

  /** The process, to look at. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      boolean ended = false;
      try {
        ended = process.waitFor(END_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      if (!ended) {
        process.destroyForcibly();
      }
    }
  }

  /** Compiles all once for the same sources; the lock is for another fork of the same run. */
  private static synchronized void build() throws IOException {
    Needs.avr();
    if (!built) {
      built = true;
      Files.createDirectories(MADE);
      try (RandomAccessFile file = new RandomAccessFile(MADE.resolve("lock").toFile(), "rw");
          FileLock lock = file.getChannel().lock()) {
        buildFailure = lock.isValid() ? compile() : "no lock";
      }
    }
    if (buildFailure != null) {
      throw new IOException(buildFailure);
    }
  }

  private static @Nullable String compile() throws IOException {
    String sources = sources();
    if (Files.exists(BUILT_FROM) && Files.readString(BUILT_FROM).equals(sources)) {
      return null;
    }
    Path log = MADE.resolve("build.log");
    Process process =
        new ProcessBuilder("bash", "src/hil/build.sh", MADE.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      boolean ended = process.waitFor(BUILD_MINUTES, TimeUnit.MINUTES);
      process.destroyForcibly();
      if (!ended || process.exitValue() != 0) {
        return "The build failed: " + Files.readString(log);
      }
      Files.writeString(BUILT_FROM, sources);
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "The build was interrupted.";
    }
  }

  /** Path and checksum of each source file, one a line. */
  private static String sources() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String folder : List.of("src/hil", "src/main/arduino")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          CRC32 sum = new CRC32();
          sum.update(Files.readAllBytes(file));
          all.append(file).append(' ').append(sum.getValue()).append('\n');
        }
      }
    }
    return all.toString();
  }
}
