package org.riskcensus.pipeline.yaml;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects what is wrong while definitions are read, so that the user sees everything at once
 * instead of one problem a run. The same problem found twice (in a part that many files include) is
 * told once. Not thread-safe.
 */
public final class Problems {

  private final Set<Problem> found = new LinkedHashSet<>();

  /** Notes a problem at a line of a file; line 0 means the file as a whole. */
  public void add(String file, int line, String message) {
    found.add(new Problem(file, line, message));
  }

  /** What was found so far, in the order of finding. */
  public List<Problem> list() {
    return List.copyOf(found);
  }

  /** Whether nothing is wrong so far. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /**
   * Ends the reading of definitions.
   *
   * @throws DefinitionException with all problems, when there are any
   */
  public void refuse() {
    if (!found.isEmpty()) {
      throw new DefinitionException(list());
    }
  }
}
