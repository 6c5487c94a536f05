package org.riskcensus.pipeline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Optional files made by others; a test that needs one is skipped without it, and says so. */
final class OutsideFiles {

  private OutsideFiles() {}

  static Path get(String name) {
    Path root =
        Optional.ofNullable(System.getenv("CENSUS_OUTSIDE_DATA"))
            .filter(named -> !named.isBlank())
            .map(Path::of)
            .orElse(CensusProcess.projectRoot().resolveSibling("shared").resolve("data"));
    Path found = root.resolve(name);
    Assumptions.assumeTrue(Files.exists(found), () -> "skipped: no outside data at " + found);
    return found;
  }
}
