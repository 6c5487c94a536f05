package org.riskcensus.pipeline.yaml;

import java.util.List;
import java.util.stream.Collectors;

/** Definitions that cannot be used, with everything that is wrong in them. */
public final class DefinitionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final List<Problem> problems;

  /** Lists {@code problems} in the message, one a line. */
  public DefinitionException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** Every problem, in the order of finding. */
  public List<Problem> problems() {
    return problems;
  }
}
