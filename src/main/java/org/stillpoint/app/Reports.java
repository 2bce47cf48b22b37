package org.stillpoint.app;

import java.io.IOException;
import java.nio.file.Path;
import org.stillpoint.report.SessionCharts;
import org.stillpoint.report.SessionReport;
import org.stillpoint.store.Recording;
import org.stillpoint.store.Store;

/** Writes the reports and charts of stored recordings. */
final class Reports {
  private Reports() {}

  /** Where the window writes the reports of its sessions. */
  static Path folder(Path dataFolder) {
    return dataFolder.resolve("reports");
  }

  /**
   * Writes the report of a recording.
   *
   * @param folder created if it does not exist
   * @return the HTML file
   * @throws IOException with one sentence when it cannot be read or written
   */
  static Path write(Store store, Recording recording, Path folder) throws IOException {
    return SessionReport.write(store.load(recording), folder);
  }

  /**
   * Writes the five charts as PNG files.
   *
   * @param folder created if it does not exist
   * @throws IOException with one sentence when they cannot be written
   */
  static void writePngs(Store store, Recording recording, Path folder) throws IOException {
    SessionCharts.writePngs(store.load(recording), folder);
  }
}
