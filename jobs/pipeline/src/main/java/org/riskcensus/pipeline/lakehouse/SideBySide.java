package org.riskcensus.pipeline.lakehouse;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Work on several tables at once. A small table keeps the driver busy with planning and committing
 * longer than the executors with its rows; side by side, one table's planning fills the time of
 * another's rows.
 */
public final class SideBySide {

  private static final int AT_ONCE = 3;

  private SideBySide() {}

  /**
   * Does all of {@code parts}, a few at a time.
   *
   * @return their results, in the order of the parts
   * @throws RuntimeException the failure of the first part, in their order, that failed; parts not
   *     begun by then are not done
   */
  public static <T> List<T> all(List<? extends Callable<T>> parts) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(AT_ONCE, AT_ONCE, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    try {
      List<Future<T>> running = new ArrayList<>();
      parts.forEach(part -> running.add(pool.submit(part)));
      List<T> results = new ArrayList<>();
      for (Future<T> part : running) {
        results.add(part.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw unwrapped(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while tables were written", e);
    } finally {
      end(pool);
    }
  }

  /** Drops the parts not begun and waits for those that are at work. */
  private static void end(ThreadPoolExecutor pool) {
    pool.getQueue().clear();
    pool.shutdown();
    boolean ended = false;
    try {
      while (!ended) {
        ended = pool.awaitTermination(1, TimeUnit.MINUTES);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static RuntimeException unwrapped(ExecutionException failure) {
    Throwable cause = failure.getCause();
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException runtime
        ? runtime
        : new IllegalStateException(cause == null ? failure : cause);
  }
}
