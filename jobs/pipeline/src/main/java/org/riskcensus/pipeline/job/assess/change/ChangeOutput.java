package org.riskcensus.pipeline.job.assess.change;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.riskcensus.formats.write.LayerWriters;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.Language;
import org.riskcensus.pipeline.yaml.Problems;

/** Where changes go: text, files of tables and layers, and map sheets by their extension. */
public final class ChangeOutput {

  private static final Set<String> SHEETS = Set.of("png", "pdf");

  private final Changes changes;
  private final Contracts contracts;
  private final Language language;

  /**
   * Puts out changes.
   *
   * @param language of what is printed, and of map sheets
   */
  public ChangeOutput(Changes changes, Contracts contracts, Language language) {
    this.changes = changes;
    this.contracts = contracts;
    this.language = language;
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
   */
  public void print(PrintWriter out, int rows) {
    new ChangeText(changes, new ChangeNames(changes, contracts, language), rows)
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
      return new ChangeMaps(changes, contracts, language).draw(file);
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
