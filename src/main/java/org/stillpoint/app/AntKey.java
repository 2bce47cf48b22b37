package org.stillpoint.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stillpoint.device.NetworkKey;
import org.stillpoint.files.InputFile;

/** Reads the ANT+ network key of the person. No part of the key is ever printed or logged. */
final class AntKey {
  /** Far more than a key with its blanks needs. */
  private static final int MOST_BYTES = 1024;

  private AntKey() {}

  /**
   * The key in a file, otherwise in the file that the settings name, otherwise none.
   *
   * @param option the file; null if the option was not given
   * @throws IOException with one sentence when the file cannot be read or holds no key
   */
  static NetworkKey of(@Nullable Path option, Settings settings) throws IOException {
    Optional<Path> file = option == null ? settings.antKeyFile() : Optional.of(option);
    return file.isPresent() ? read(file.get()) : NetworkKey.NONE;
  }

  private static NetworkKey read(Path file) throws IOException {
    String text;
    try (InputStream in = InputFile.open(file)) {
      text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.ISO_8859_1);
    }
    try {
      return NetworkKey.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage() + " It was read from " + file + ".", e);
    }
  }
}
