package org.stillpoint.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.stillpoint.store.Recording;
import org.stillpoint.store.Store;
import picocli.CommandLine.Option;

/** The option that says where recordings are kept. */
final class StoreOption {
  @Option(
      names = "--store",
      paramLabel = "DIR",
      description = "Folder of the recordings. Default: the user's data folder.")
  private @Nullable Path folder;

  /** The folder; it need not be there yet. */
  Path folder() {
    return folder == null ? Host.dataFolder() : folder;
  }

  Store open() throws IOException {
    Host.settleIn();
    return Store.open(folder());
  }

  /** Opens a store to read in it: none is made where there is none. */
  Store openExisting() throws IOException {
    if (!Files.exists(folder().resolve(Store.FILE))) {
      throw new IOException(
          "There are no recordings in " + folder() + " yet: 'stillpoint session' makes one.");
    }
    return open();
  }

  /** A recording by number or "latest". */
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
                            + ": 'stillpoint sessions' lists those there are."));
  }
}
