package org.stillpoint.app;

import java.io.IOException;
import java.nio.file.Path;
import org.stillpoint.report.SessionCharts;
import org.stillpoint.report.SessionReport;
import org.stillpoint.store.Recording;
import org.stillpoint.store.Store;

/** Writes reports of stored recordings. */
final class Reports {
  private Reports() {}

  /**
   * Writes the report of a recording.
   *
   * @return the HTML file
   */
  static Path write(Store store, Recording recording, Path folder) throws IOException {
    return SessionReport.write(store.load(recording), folder);
  }

  /** Writes the four charts as pictures. */
  static void writePngs(Store store, Recording recording, Path folder) throws IOException {
    SessionCharts.writePngs(store.load(recording), folder);
  }
}
