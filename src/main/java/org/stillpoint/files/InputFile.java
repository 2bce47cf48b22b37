package org.stillpoint.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Opens files that the person names. Any thread may call it. */
public final class InputFile {
  private InputFile() {}

  /**
   * Opens a file for reading.
   *
   * @throws IOException with one sentence when it cannot be read
   */
  public static InputStream open(Path path) throws IOException {
    try {
      if (Files.isDirectory(path)) {
        throw new IOException(path + " is a folder: name a file in it.");
      }
      return Files.newInputStream(path);
    } catch (NoSuchFileException e) {
      throw new IOException("There is no file " + path + ": check the name.", e);
    } catch (AccessDeniedException e) {
      throw new IOException("The file " + path + " cannot be read: check its permissions.", e);
    }
  }

  /**
   * Checks that a file can be read more than once.
   *
   * @throws IOException with one sentence when the path is a pipe or a device
   */
  static void requireRereadable(Path path) throws IOException {
    if (Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path)) {
      throw new IOException(
          path
              + " is not a regular file, but it has to be read twice: save its content to a file.");
    }
  }
}
