package org.stillpoint.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.stillpoint.report.SessionReport;
import org.stillpoint.store.Recording;
import org.stillpoint.store.RecordingEdits;
import org.stillpoint.store.Store;
import picocli.CommandLine.Option;

/** The option that says where recordings are kept. */
final class StoreOption {
  /** So long a deletion can be undone. */
  private static final Duration UNDO = Duration.ofDays(1);

  @Option(
      names = "--store",
      paramLabel = "DIR",
      description = "Folder that holds the recordings. Default: your data folder.")
  private @Nullable Path folder;

  /** The folder, which may not exist yet. */
  Path folder() {
    return folder == null ? Host.dataFolder() : folder;
  }

  /**
   * Opens the store, and creates it if there is none.
   *
   * @throws IOException with one sentence when it cannot be opened
   */
  Store open() throws IOException {
    return open(folder());
  }

  /**
   * Opens the store of a folder, and removes for good what was deleted more than a day ago, with
   * the reports that the window has written of it.
   *
   * @throws IOException with one sentence when it cannot be opened
   */
  static Store open(Path folder) throws IOException {
    Host.settleIn();
    Store store = Store.open(folder);
    for (long gone : new RecordingEdits(store).forget(Host.now().minus(UNDO))) {
      Files.deleteIfExists(Reports.folder(folder).resolve(SessionReport.name(gone)));
    }
    return store;
  }

  /**
   * Opens a store to read from it; does not create one.
   *
   * @throws IOException with one sentence when there is none or it cannot be opened
   */
  Store openExisting() throws IOException {
    if (!Files.exists(folder().resolve(Store.FILE))) {
      throw new IOException(
          "There are no recordings in " + folder() + " yet: run 'stillpoint session' to make one.");
    }
    return open();
  }

  /**
   * Finds a recording.
   *
   * @param id a number, or "latest"
   * @throws IOException with one sentence when there is no such recording
   */
  static Recording find(Store store, String id) throws IOException {
    return store
        .find(id)
        .orElseThrow(
            () ->
                new IOException(
                    id.equals("latest")
                        ? "There is no recording yet: run 'stillpoint session' first."
                        : "There is no recording "
                            + id
                            + ": run 'stillpoint sessions' to list them."));
  }
}
