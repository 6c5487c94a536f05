package org.riskcensus.pipeline.job.report;

import java.util.List;
import org.riskcensus.pipeline.contract.ColumnContract;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.contract.TableContract;
import org.riskcensus.pipeline.yaml.Problems;
import org.riskcensus.pipeline.yaml.YamlNode;

/**
 * What a report shows, as {@code schemas/methods/report.yaml} says.
 *
 * @param headline figures of the first table, columns of {@code marts.loss_by_unit_year}
 * @param byUnit figures of the table by unit
 * @param parts figures that add up to the direct loss
 */
record ReportLayout(
    List<ColumnContract> headline, List<ColumnContract> byUnit, List<ColumnContract> parts) {

  /** Reads the layout and notes every problem. */
  static ReportLayout read(SchemaFiles files, Contracts contracts, Problems problems) {
    YamlNode root = files.parse("methods/report.yaml", problems);
    root.allow("method", "version", "title", "doc", "headline", "by_unit", "parts");
    return new ReportLayout(
        columns(root, "headline", contracts),
        columns(root, "by_unit", contracts),
        columns(root, "parts", contracts));
  }

  private static List<ColumnContract> columns(YamlNode root, String key, Contracts contracts) {
    TableContract table = contracts.get("marts.loss_by_unit_year");
    List<String> names = root.texts(key);
    names.stream()
        .filter(name -> table.find(name).isEmpty())
        .forEach(name -> root.problem(key + ": " + table.name() + " has no column " + name));
    return names.stream().flatMap(name -> table.find(name).stream()).toList();
  }
}
