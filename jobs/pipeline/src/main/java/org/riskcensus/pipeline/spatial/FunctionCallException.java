package org.riskcensus.pipeline.spatial;

/** A spatial function of SQL was called with what it cannot take. */
public final class FunctionCallException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  FunctionCallException(String call, Exception cause) {
    super(call + ": " + cause.getMessage(), cause);
  }
}
