package org.stillpoint.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.stillpoint.files.Batch;
import org.tinylog.Logger;

/** Runs the same task for many files, on all cores. A file that fails does not stop the others. */
final class FileBatch {

  /** What is done with a file. It can run on any thread. */
  @FunctionalInterface
  interface Task<T> {
    /**
     * Runs the task.
     *
     * @throws IOException with one sentence when it fails
     */
    T run(Path file) throws IOException;
  }

  /**
   * The outcome for one file.
   *
   * @param value the result; null if the task failed
   * @param reason one sentence on why it failed; empty otherwise
   * @param seconds how long it took
   */
  record FileOutcome<T>(Path file, @Nullable T value, String reason, double seconds) {}

  private FileBatch() {}

  /**
   * Runs the task for every file and waits for all of them.
   *
   * @param progress receives the share that is done, 0 to 1, on the calling thread
   * @return one outcome for each file, in the order of the files
   * @throws InterruptedException if the caller is interrupted; the tasks are interrupted too
   */
  static <T> List<FileOutcome<T>> run(List<Path> files, Task<T> task, DoubleConsumer progress)
      throws InterruptedException {
    int cores = Math.min(files.size(), Runtime.getRuntime().availableProcessors());
    List<Callable<FileOutcome<T>>> tasks =
        files.stream().<Callable<FileOutcome<T>>>map(file -> () -> outcome(file, task)).toList();
    return Batch.run(tasks, Math.max(1, cores), progress);
  }

  private static <T> FileOutcome<T> outcome(Path file, Task<T> task) {
    long began = Host.nanoTime();
    T value = null;
    String reason = "";
    try {
      value = task.run(file);
    } catch (IOException e) {
      reason = Main.sentence(e);
    } catch (RuntimeException e) {
      Logger.error(e, "a file failed");
      reason =
          file
              + " failed because of an internal error of Stillpoint ("
              + e.getClass().getSimpleName()
              + "): report it, with the log from the data folder.";
    }
    return new FileOutcome<>(file, value, reason, (Host.nanoTime() - began) / 1e9);
  }
}
