package org.stillpoint.app;

import java.io.Console;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stillpoint.device.Protocol;
import org.stillpoint.live.Clocks;
import org.stillpoint.live.SensorSpec;
import org.stillpoint.monitor.SessionPlan;
import org.stillpoint.serial.NativeLibrary;
import org.stillpoint.store.CoursePlace;
import org.stillpoint.store.NewRecording;
import org.stillpoint.store.PrivateFolder;
import org.stillpoint.store.Ratings;
import picocli.CommandLine;

/** What the program needs from the computer it runs on: clocks, folders, the terminal. */
final class Host {
  private static final String APP = "stillpoint";
  private static final Path UPTIME = Path.of("/proc/uptime");

  private Host() {}

  /** The clocks of this computer. */
  static final Clocks CLOCKS = new Clocks(Host::nanoTime, Host::sleeplessMillis);

  /** The monotonic clock, in nanoseconds. */
  static long nanoTime() {
    return System.nanoTime();
  }

  /**
   * A clock that continues while the computer sleeps, in milliseconds. On Linux it is the time
   * since the computer was started, which cannot be set; elsewhere it is wall time.
   */
  static long sleeplessMillis() {
    try {
      String uptime = Files.readString(UPTIME);
      return (long) (1000 * Double.parseDouble(uptime.substring(0, uptime.indexOf(' '))));
    } catch (IOException | RuntimeException notLinux) {
      return now().toEpochMilli();
    }
  }

  /** Wall time now. */
  static Instant now() {
    return Instant.now();
  }

  /** The person's time zone. */
  static ZoneId zone() {
    return ZoneId.systemDefault();
  }

  /** Whether a person is at the terminal, rather than a script or a build machine. */
  static boolean interactive() {
    return CommandLine.Help.Ansi.AUTO.enabled() && System.getenv("CI") == null;
  }

  /** What a person types at the terminal; empty if no one can answer. */
  static Optional<Reader> answers() {
    return Optional.ofNullable(System.console())
        .filter(console -> isTerminal(console) && System.getenv("CI") == null)
        .map(Console::reader);
  }

  /** From Java 22 on, there can be a console without a terminal. */
  private static boolean isTerminal(Console console) {
    try {
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException olderJava) {
      return true;
    }
  }

  /**
   * The user's data folder: the usual place of the operating system, unless STILLPOINT_DATA names
   * another. It may not exist yet.
   */
  static Path dataFolder() {
    Optional<Path> named = environment("STILLPOINT_DATA");
    if (named.isPresent()) {
      return named.get();
    }
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    Path home = home();
    if (os.contains("win")) {
      return environment("APPDATA").orElse(home.resolve("AppData/Roaming")).resolve("Stillpoint");
    }
    if (os.contains("mac")) {
      return home.resolve("Library/Application Support/Stillpoint");
    }
    return environment("XDG_DATA_HOME").orElse(home.resolve(".local/share")).resolve(APP);
  }

  /** Java reports "?" as the home of a user whom the system does not list. */
  private static Path home() {
    String home = System.getProperty("user.home", "?");
    return home.equals("?") || home.isBlank()
        ? environment("HOME").orElse(Path.of(System.getProperty("java.io.tmpdir", ".")))
        : Path.of(home);
  }

  private static Optional<Path> environment(String name) {
    String value = System.getenv(name);
    return value == null || value.isBlank() ? Optional.empty() : Optional.of(Path.of(value));
  }

  /**
   * Creates the data folder, and directs the log and the native parts that libraries unpack into
   * it, so that nothing is written elsewhere. Call before the first use of a port, the store or the
   * log.
   */
  static void settleIn() {
    Path folder = dataFolder();
    Path natives = folder.resolve("native");
    try {
      PrivateFolder.make(folder);
      Files.createDirectories(natives);
      System.setProperty("org.sqlite.tmpdir", natives.toString());
      Logging.toFile(folder.resolve("stillpoint.log"));
      NativeLibrary.unpackTo(natives);
    } catch (IOException e) {
      // The store reports what is wrong with the folder; everything else works without a log.
      return;
    }
  }

  /**
   * A recording that begins now, on this computer.
   *
   * @param sensor what it is recorded from
   * @param protocols protocols that the sensor can speak
   * @param column column of a waveform file
   */
  static NewRecording recordingNow(
      SensorSpec sensor,
      List<Protocol> protocols,
      String column,
      SessionPlan plan,
      Ratings ratings,
      Optional<CoursePlace> place) {
    List<String> names = protocols.stream().map(Protocol::name).toList();
    return new NewRecording(
        now(),
        zone(),
        sensor.words(),
        sensor.kind(),
        names,
        column,
        plan,
        version(),
        ratings,
        place);
  }

  /** Version of the program, from its jar; "development" without a jar. */
  static String version() {
    String version = Host.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
