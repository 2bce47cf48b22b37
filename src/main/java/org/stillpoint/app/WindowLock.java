package org.stillpoint.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Lets only one window be open for a data folder. A second start asks the first for its window, by
 * a file in that folder. Any thread may use it, one at a time.
 */
final class WindowLock implements AutoCloseable {
  private static final String LOCK = "window.lock";
  private static final String WANTED = "window.wanted";

  private final @Nullable FileChannel channel;
  private final Path wanted;

  private WindowLock(@Nullable FileChannel channel, Path wanted) {
    this.channel = channel;
    this.wanted = wanted;
  }

  /**
   * Takes the lock of a folder.
   *
   * @param folder the data folder; where it cannot be locked, a second window is not noticed
   * @return empty if a window is open already; it has then been asked to come to the front
   */
  static Optional<WindowLock> take(Path folder) {
    Path wanted = folder.resolve(WANTED);
    try {
      FileChannel channel =
          FileChannel.open(
              folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        Files.writeString(wanted, "");
        return Optional.empty();
      }
      Files.deleteIfExists(wanted);
      return Optional.of(new WindowLock(channel, wanted));
    } catch (IOException e) {
      Logger.warn(e, "the folder cannot be locked");
      return Optional.of(new WindowLock(null, wanted));
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException byThisProcess) {
      return null;
    }
  }

  /** Whether another start has asked for the window since the last call. */
  boolean asked() {
    try {
      return Files.deleteIfExists(wanted);
    } catch (IOException e) {
      Logger.debug(e, "not removed: {}", wanted);
      return false;
    }
  }

  /** Lets another window open. */
  @Override
  public void close() {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      Logger.debug(e, "not closed");
    }
  }
}
