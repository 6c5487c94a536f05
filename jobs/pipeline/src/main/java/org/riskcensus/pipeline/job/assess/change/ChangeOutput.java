package org.riskcensus.pipeline.job.assess.change;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.riskcensus.formats.write.LayerWriters;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.yaml.Problems;

/** Where changes go: text, files of tables and layers, and map sheets by their extension. */
public final class ChangeOutput {

  private static final Set<String> SHEETS = Set.of("png", "pdf");

  private final Changes changes;
  private final Contracts contracts;

  /** Puts out changes. */
  public ChangeOutput(Changes changes, Contracts contracts) {
    this.changes = changes;
    this.contracts = contracts;
  }

  /** Notes what is wrong with a file's name. */
  public static void check(Path file, Problems problems) {
    if (!isSheet(file) && !LayerWriters.writes(file)) {
      problems.add("--out", 0, file + ": use one of " + LayerWriters.extensions() + " .png .pdf");
    }
  }

  private static boolean isSheet(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return SHEETS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  /**
   * Prints sentences and tables.
   *
   * @param rows most units that are printed
   * @param chinese in Chinese, or else in English
   */
  public void print(PrintWriter out, int rows, boolean chinese) {
    new ChangeText(changes, new ChangeNames(changes, contracts, chinese), rows)
        .lines()
        .forEach(out::println);
    out.flush();
  }

  /**
   * Writes a file.
   *
   * @param areas areas instead of units; map sheets show areas anyhow
   * @return the files
   */
  public List<Path> write(Path file, boolean areas) throws IOException {
    if (isSheet(file)) {
      return new ChangeMaps(changes, new ChangeNames(changes, contracts, true)).draw(file);
    }
    ChangeFiles files = new ChangeFiles(changes, contracts);
    if (areas) {
      files.areas(file);
    } else {
      files.units(file);
    }
    return List.of(file);
  }
}
