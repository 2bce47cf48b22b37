package org.stillpoint.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/** Runs many independent tasks on several cores. The results do not depend on the scheduling. */
public final class Batch {
  private record Numbered<T>(int number, T value) {}

  private Batch() {}

  /**
   * Runs all tasks and waits for them.
   *
   * @param tasks each is run once, on any thread, and must not return null
   * @param cores number of tasks that run at a time, 1 or more
   * @param progress receives the share that is done, 0 to 1, on the calling thread
   * @return the results in the order of the tasks
   * @throws InterruptedException if the caller is interrupted; running tasks are interrupted too
   * @throws IllegalStateException if a task fails, with its exception as the cause
   */
  public static <T> List<T> run(
      List<? extends Callable<T>> tasks, int cores, DoubleConsumer progress)
      throws InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(cores, Batch::worker);
    try {
      CompletionService<Numbered<T>> done = new ExecutorCompletionService<>(workers);
      List<@Nullable T> results = new ArrayList<>();
      for (Callable<T> task : tasks) {
        int number = results.size();
        results.add(null);
        done.submit(() -> new Numbered<>(number, task.call()));
      }
      progress.accept(0);
      for (int i = 1; i <= tasks.size(); i++) {
        Numbered<T> next = result(done.take());
        results.set(next.number(), next.value());
        progress.accept((double) i / tasks.size());
      }
      return results.stream().map(Objects::requireNonNull).toList();
    } finally {
      workers.shutdownNow();
    }
  }

  private static Thread worker(Runnable work) {
    Thread thread = new Thread(work, "batch");
    thread.setDaemon(true); // so that a caller that gives up need not wait for a large file
    return thread;
  }

  private static <T> Numbered<T> result(Future<Numbered<T>> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
