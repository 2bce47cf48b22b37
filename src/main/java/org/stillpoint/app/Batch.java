package org.stillpoint.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/** Does the same with many files, on all cores; a file that fails does not stop the others. */
final class Batch {

  /** What is done with a file, on any thread. */
  @FunctionalInterface
  interface Task<T> {
    /**
     * Does it.
     *
     * @throws IOException with one sentence when it cannot be done
     */
    T run(Path file) throws IOException;
  }

  /**
   * How it went with one file.
   *
   * @param value what came of it; null when it failed
   * @param reason one sentence on why it failed; empty otherwise
   * @param seconds how long it took
   */
  record Outcome<T>(Path file, @Nullable T value, String reason, double seconds) {}

  private record Numbered<T>(int number, Outcome<T> outcome) {}

  private Batch() {}

  /**
   * Runs the task for every file and waits for all.
   *
   * @param progress gets the share that is done, 0 to 1, on the calling thread
   * @return one outcome for each file, in the order of the files
   * @throws InterruptedException when the caller is interrupted; the tasks are interrupted too
   */
  static <T> List<Outcome<T>> run(List<Path> files, Task<T> task, DoubleConsumer progress)
      throws InterruptedException {
    int threads = Math.min(files.size(), Runtime.getRuntime().availableProcessors());
    ExecutorService workers = Executors.newFixedThreadPool(Math.max(1, threads), Batch::worker);
    try {
      CompletionService<Numbered<T>> done = new ExecutorCompletionService<>(workers);
      List<@Nullable Outcome<T>> outcomes = new ArrayList<>();
      for (Path file : files) {
        int number = outcomes.size();
        outcomes.add(null);
        done.submit(() -> new Numbered<>(number, outcome(file, task)));
      }
      progress.accept(0);
      for (int i = 1; i <= files.size(); i++) {
        Numbered<T> next = result(done.take());
        outcomes.set(next.number(), next.outcome());
        progress.accept((double) i / files.size());
      }
      return outcomes.stream().map(Objects::requireNonNull).toList();
    } finally {
      workers.shutdownNow();
    }
  }

  private static Thread worker(Runnable work) {
    Thread thread = new Thread(work, "batch");
    thread.setDaemon(true); // who gives up waiting does not wait for a large file
    return thread;
  }

  private static <T> Outcome<T> outcome(Path file, Task<T> task) {
    long began = Host.nanoTime();
    T value = null;
    String reason = "";
    try {
      value = task.run(file);
    } catch (IOException e) {
      reason = Main.sentence(e);
    } catch (RuntimeException e) {
      Logger.error(e, "a file failed");
      reason = file + " failed inside Stillpoint (" + e.getClass().getSimpleName() + ").";
    }
    return new Outcome<>(file, value, reason, (Host.nanoTime() - began) / 1e9);
  }

  private static <T> Numbered<T> result(Future<Numbered<T>> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause()); // an Error: memory, or a broken installation
    }
  }
}
