package org.riskcensus.pipeline.lakehouse;

/** Another run came in between, and nothing of this one was published; it can be started again. */
public final class ConcurrentRunException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  ConcurrentRunException(String message) {
    super(message);
  }
}
