package org.riskcensus.pipeline.lakehouse;

import java.util.function.Supplier;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.ValidationException;

/**
 * Does a piece of work again when another run came in between. The work must be whole in itself:
 * open the lake, write, publish. For work that takes seconds; long runs are left to their users.
 */
public final class Attempts {

  private static final int MOST = 40;

  private Attempts() {}

  /** The result of the first attempt that nobody disturbed. */
  public static <T> T of(Supplier<T> work) {
    return of(work, () -> {});
  }

  /**
   * The same, told of.
   *
   * @param again called before each further attempt
   */
  public static <T> T of(Supplier<T> work, Runnable again) {
    for (int attempt = 1; attempt < MOST; attempt++) {
      try {
        return work.get();
      } catch (RuntimeException e) {
        if (!disturbed(e)) {
          throw e;
        }
        again.run();
      }
    }
    return work.get();
  }

  private static boolean disturbed(Throwable error) {
    return error instanceof ConcurrentRunException
        || error instanceof ValidationException
        || error instanceof CommitFailedException
        || error instanceof AlreadyExistsException
        || (error.getCause() != null && disturbed(error.getCause()));
  }
}
