package org.stillpoint.serial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Locale;

/** Whether this user can open a port, and if not, how to get permission. */
public final class PortRights {

  /** The operating systems, whose ports differ. */
  enum Os {
    LINUX,
    MACOS,
    WINDOWS;

    static Os here() {
      String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
      if (name.contains("win")) {
        return WINDOWS;
      }
      return name.contains("mac") ? MACOS : LINUX;
    }
  }

  private static final String USUAL_GROUP = "dialout";

  private PortRights() {}

  /**
   * What prevents this user from opening a port, as a sentence with the remedy.
   *
   * @param path the system name of the port
   * @return empty when no obstacle is known; always empty on Windows
   */
  public static String advice(String path) {
    Os os = Os.here();
    if (os == Os.WINDOWS || !SerialPortSource.seemsThere(path)) {
      return ""; // on Windows a port is not a file: only opening it shows the rights
    }
    Path file = Path.of(path);
    boolean allowed = Files.isReadable(file) && Files.isWritable(file);
    return allowed ? "" : refused(os, path, group(file));
  }

  private static String group(Path file) {
    try {
      return Files.readAttributes(file, PosixFileAttributes.class).group().getName();
    } catch (IOException | UnsupportedOperationException e) {
      return USUAL_GROUP;
    }
  }

  /** The sentence for a port that the system refuses to open. */
  static String refused(Os os, String path, String group) {
    return switch (os) {
      case LINUX -> {
        String wanted = group.equals("root") ? USUAL_GROUP : group;
        yield "You do not have permission to open the port "
            + path
            + ": join its group with 'sudo usermod -aG "
            + wanted
            + " $USER', then log out and in again.";
      }
      case MACOS ->
          "The port "
              + path
              + " cannot be opened: allow the accessory under System Settings, Privacy & Security,"
              + " and install the maker's driver if the board has a CH340 or CP210x chip.";
      case WINDOWS ->
          "The port "
              + path
              + " cannot be opened: another program probably has it open, for instance a serial"
              + " monitor; close that program, or install the maker's driver (CH340, CP210x,"
              + " FTDI) if the Device Manager shows a warning sign.";
    };
  }

  /** The sentence for a port that this computer refused to open. */
  static String refusedHere(String path) {
    Os os = Os.here();
    return refused(os, path, os == Os.LINUX ? group(Path.of(path)) : USUAL_GROUP);
  }
}
