package org.riskcensus.formats;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Real files that are not part of the project: in the folder named by {@code CENSUS_OUTSIDE_DATA},
 * else {@code shared/data} beside the project. A test that needs one is skipped without it.
 */
public final class OutsideData {

  private OutsideData() {}

  /** The file or folder; aborts the test when it is absent. */
  public static Path get(String name) {
    Path found = root().resolve(name);
    Assumptions.assumeTrue(
        Files.exists(found), () -> "skipped: no outside data at " + found.toAbsolutePath());
    return found;
  }

  private static Path root() {
    String named = System.getenv("CENSUS_OUTSIDE_DATA");
    if (named != null && !named.isBlank()) {
      return Path.of(named);
    }
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null) {
      Path data = folder.resolveSibling("shared").resolve("data");
      if (Files.isDirectory(data)) {
        return data;
      }
      folder = folder.getParent();
    }
    return Path.of("shared", "data");
  }
}
