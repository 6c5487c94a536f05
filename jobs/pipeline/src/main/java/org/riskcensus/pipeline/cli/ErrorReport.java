package org.riskcensus.pipeline.cli;

import java.util.Optional;
import org.riskcensus.formats.read.UnreadableFileException;
import org.riskcensus.formats.write.UnwritableLayerException;
import org.riskcensus.pipeline.audit.QualityRefusedException;
import org.riskcensus.pipeline.spatial.FunctionCallException;
import org.riskcensus.pipeline.yaml.DefinitionException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Tells the user what went wrong and turns it into the exit status: wrong input 2, refused data 3,
 * anything else 1. The stack trace of a failure is shown when the system property {@code
 * census.log.level} asks for more than errors.
 */
final class ErrorReport implements IExecutionExceptionHandler {

  static final int FAILED = 1;
  static final int WRONG_INPUT = 2;
  static final int REFUSED = 3;

  @Override
  public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
    Exception error = wrongInput(thrown).orElse(thrown);
    var err = command.getErr();
    int status = status(error);
    if (error instanceof DefinitionException definition) {
      int count = definition.problems().size();
      err.println("census: " + count + (count == 1 ? " problem" : " problems") + " found:");
      definition.problems().forEach(problem -> err.println("  " + problem));
    } else if (status == FAILED) {
      err.println("census: the run failed: " + rootMessage(error));
      if (System.getProperty("census.log.level") != null) {
        error.printStackTrace(err);
      } else {
        err.println("  for the stack trace set CENSUS_JAVA_OPTS=-Dcensus.log.level=warn");
      }
    } else {
      err.println("census: " + error.getMessage());
    }
    return status;
  }

  /** What a task was given and could not take, under what the engine wraps around it. */
  private static Optional<Exception> wrongInput(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnreadableFileException unreadable) {
        return Optional.of(unreadable);
      }
      if (cause instanceof FunctionCallException call) {
        return Optional.of(call);
      }
    }
    return Optional.empty();
  }

  private static int status(Exception error) {
    if (error instanceof DefinitionException
        || error instanceof UnreadableFileException
        || error instanceof UnwritableLayerException
        || error instanceof FunctionCallException
        || error instanceof ParameterException) {
      return WRONG_INPUT;
    }
    return error instanceof QualityRefusedException ? REFUSED : FAILED;
  }

  private static String rootMessage(Throwable error) {
    Throwable root = error;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String message = root.getMessage() == null ? root.getClass().getName() : root.getMessage();
    return root == error ? message : error.getMessage() + "\n  caused by: " + message;
  }
}
