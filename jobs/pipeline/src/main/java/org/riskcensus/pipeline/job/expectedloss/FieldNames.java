package org.riskcensus.pipeline.job.expectedloss;

import java.util.List;
import java.util.Optional;

/** Finds a field by its name: as written, else in other capitals where that leaves one. */
final class FieldNames {

  private FieldNames() {}

  static Optional<String> find(List<String> fields, String name) {
    String wanted = name.strip();
    if (fields.contains(wanted)) {
      return Optional.of(wanted);
    }
    List<String> alike = fields.stream().filter(wanted::equalsIgnoreCase).toList();
    return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
  }
}
