package org.riskcensus.pipeline.job.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes what a right pipeline must come to, as CSV files in one folder. */
final class ExpectedFiles {

  private final Path folder;

  ExpectedFiles(Path folder) {
    this.folder = folder;
  }

  void write(Ledger ledger, List<ResultTable> tables) throws IOException {
    Files.createDirectories(folder);
    write("findings.csv", findings(ledger));
    write("row_account.csv", accounts(ledger));
    for (ResultTable table : tables) {
      List<String> lines = new ArrayList<>(List.of(table.header()));
      lines.addAll(table.lines());
      write(table.file(), lines);
    }
  }

  private void write(String name, List<String> lines) throws IOException {
    Files.writeString(
        folder.resolve(name), String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
  }

  private static List<String> findings(Ledger ledger) {
    List<String> lines =
        new ArrayList<>(List.of("census_year,source_id,row_number,rule,severity,field,story"));
    ledger
        .years()
        .forEach(
            (year, sources) ->
                sources.forEach(
                    (source, account) -> account.defects().forEach(d -> lines.add(line(year, d)))));
    return lines;
  }

  private static String line(int year, Defect defect) {
    return String.join(
        ",",
        String.valueOf(year),
        defect.source(),
        String.valueOf(defect.row()),
        defect.rule(),
        defect.severity().name().toLowerCase(Locale.ROOT),
        defect.field(),
        defect.story());
  }

  private static List<String> accounts(Ledger ledger) {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "census_year,source_id,rows_read,rows_accepted,rows_quarantined,rows_duplicate"));
    ledger
        .years()
        .forEach(
            (year, sources) ->
                sources.forEach(
                    (source, account) ->
                        lines.add(
                            "%d,%s,%d,%d,%d,%d"
                                .formatted(
                                    year,
                                    source,
                                    account.read(),
                                    account.of(Defect.Fate.ACCEPTED),
                                    account.of(Defect.Fate.QUARANTINED),
                                    account.of(Defect.Fate.DUPLICATE)))));
    return lines;
  }
}
