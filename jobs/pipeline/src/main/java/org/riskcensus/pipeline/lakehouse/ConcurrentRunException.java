package org.riskcensus.pipeline.lakehouse;

/** Another run came in between, and nothing of this one was published; it can be started again. */
public final class ConcurrentRunException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  /**
   * What came in between.
   *
   * @param message for the user of the run that did not come about
   */
  public ConcurrentRunException(String message) {
    super(message);
  }
}
