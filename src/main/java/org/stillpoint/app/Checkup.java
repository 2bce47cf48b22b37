package org.stillpoint.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stillpoint.serial.PortInfo;
import org.stillpoint.serial.Ports;
import org.stillpoint.store.Store;
import org.stillpoint.ui.Screen;

/** Checks the installation, part by part. A check that fails does not stop the others. */
final class Checkup {
  /** Far more than a session needs: 45 minutes of the fastest sensor take 7 MB. */
  private static final long ENOUGH_BYTES = 200_000_000;

  private Checkup() {}

  /**
   * Checks every part that needs no sensor.
   *
   * @param folder where the recordings are kept
   */
  static List<Finding> ofMachine(Path folder) {
    List<Finding> findings = new ArrayList<>();
    findings.add(java());
    findings.add(store(folder));
    findings.add(space(folder));
    findings.addAll(ports());
    findings.add(display());
    findings.add(SoundCheck.output());
    findings.addAll(SoundCheck.voice(new Settings(folder)));
    return findings;
  }

  private static Finding java() {
    String version = System.getProperty("java.version", "?");
    String vendor = System.getProperty("java.vendor", "?");
    return Finding.ok(
        "java", "Java " + version + " (" + vendor + "), Stillpoint " + Host.version() + ".");
  }

  private static Finding store(Path folder) {
    boolean there = Files.exists(folder.resolve(Store.FILE));
    if (!there && !Files.exists(folder)) {
      Path above = folder.toAbsolutePath().getParent();
      while (above != null && !Files.exists(above)) {
        above = above.getParent();
      }
      return above != null && Files.isWritable(above)
          ? Finding.ok("store", "No recordings yet; they will be kept in " + folder + ".")
          : Finding.bad(
              "store",
              folder
                  + " cannot be created: correct the permissions of the folder above it, or choose"
                  + " another folder with --store.");
    }
    try {
      int count = Store.open(folder).list().size();
      String recordings = count == 1 ? " recording in " : " recordings in ";
      return Finding.ok("store", count + recordings + folder + ".");
    } catch (IOException e) {
      return Finding.bad("store", String.valueOf(e.getMessage()));
    }
  }

  private static Finding space(Path folder) {
    Path there = folder.toAbsolutePath();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    try {
      long free = Files.getFileStore(there).getUsableSpace();
      String words = String.format(Locale.ROOT, "%.1f GB of disk space is free.", free / 1e9);
      return free > ENOUGH_BYTES
          ? Finding.ok("disk", words)
          : Finding.bad("disk", words + " Free some space: a session takes up to 10 MB.");
    } catch (IOException e) {
      return Finding.note("disk", "The free disk space cannot be determined: " + e.getMessage());
    }
  }

  private static List<Finding> ports() {
    List<PortInfo> ports;
    try {
      ports = Ports.list();
    } catch (UnsatisfiedLinkError | RuntimeException e) {
      return List.of(
          Finding.bad(
              "ports",
              "The serial library cannot be loaded on this system ("
                  + e.getMessage()
                  + "): only recorded and virtual sensors work."));
    }
    if (ports.isEmpty()) {
      return List.of(
          Finding.note(
              "ports",
              "No serial port is listed: plug the sensor in. On Linux, the program brltty claims"
                  + " some CH340 and FTDI boards; remove it if a board does not show up."));
    }
    return ports.stream().map(Checkup::port).toList();
  }

  /** A port that cannot be opened matters only if a sensor is likely to be on it. */
  private static Finding port(PortInfo port) {
    if (port.advice().isEmpty()) {
      return Finding.ok("port", (port.path() + "  " + port.likely()).strip());
    }
    return port.likely().isEmpty()
        ? Finding.note("port", port.advice())
        : Finding.bad("port", port.advice());
  }

  private static Finding display() {
    return Screen.available()
        ? Finding.ok("display", "A display is available; the window can be opened.")
        : Finding.note(
            "display", "There is no display: use 'stillpoint session' in the terminal instead.");
  }
}
