package org.stillpoint.app;

import java.io.IOException;
import java.nio.file.Path;
import org.stillpoint.store.Recording;
import org.stillpoint.store.Store;

/** Writes reports of stored recordings. */
final class Reports {
  private Reports() {}

  static Path write(Store store, Recording recording, Path folder) throws IOException {
    throw new IOException("report " + store.load(recording).events().size() + folder);
  }
}
