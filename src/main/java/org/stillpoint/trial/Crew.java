package org.stillpoint.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does much work on all cores; what comes out does not depend on who does what when. */
final class Crew implements AutoCloseable {
  private final ExecutorService workers;

  /** A crew of so many. */
  Crew(int size) {
    workers =
        Executors.newFixedThreadPool(
            size,
            work -> {
              Thread thread = new Thread(work, "trial");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Does all and waits.
   *
   * @param done called on this thread as the work goes on, in the order of the work
   * @return the results in the order of the work
   */
  <T> List<T> all(List<? extends Callable<T>> work, Runnable done) throws InterruptedException {
    List<Future<T>> futures = new ArrayList<>();
    for (Callable<T> each : work) {
      futures.add(workers.submit(each));
    }
    List<T> results = new ArrayList<>();
    for (Future<T> each : futures) {
      try {
        results.add(each.get());
      } catch (ExecutionException e) {
        throw new IllegalStateException("a virtual session failed", e.getCause());
      }
      done.run();
    }
    return results;
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
