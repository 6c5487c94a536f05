package org.riskcensus.pipeline.method;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.riskcensus.core.inspection.InspectionLimits;
import org.riskcensus.core.inspection.SampleSize;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.contract.TableContract;
import org.riskcensus.pipeline.yaml.Problems;
import org.riskcensus.pipeline.yaml.YamlNode;

/** Reads the method of inspection and holds its columns against the contracts. */
public final class InspectionMethodReader {

  private InspectionMethodReader() {}

  /** The method; empty, with the problems noted, where the file is wrong. */
  public static Optional<InspectionMethod> read(
      SchemaFiles files, Contracts contracts, Problems problems) {
    MethodFile file = MethodFile.read(files, "inspection", problems);
    YamlNode checked = files.parse("methods/inspection_indicators.yaml", problems);
    checked.allow("method", "version", "title", "doc", "evidence", "tables");
    String version = file.version() + "+" + checked.text("version");
    return file.build(
        () ->
            new InspectionMethod(
                version,
                file.whole("seed"),
                new SampleSize(
                    file.share("share"),
                    file.integer("least_objects"),
                    file.integer("most_objects")),
                file.integer("most_items"),
                new InspectionLimits(file.share("error_limit"), file.share("unverifiable_limit")),
                indicators(checked, contracts)));
  }

  private static Map<String, List<InspectionMethod.Indicator>> indicators(
      YamlNode node, Contracts contracts) {
    Map<String, List<InspectionMethod.Indicator>> all = new LinkedHashMap<>();
    node.find("tables")
        .map(YamlNode::fields)
        .orElse(Map.of())
        .forEach(
            (dataset, fields) -> {
              Optional<TableContract> table = contracts.find("staging." + dataset);
              if (table.isEmpty() || table.get().find("object_id").isEmpty()) {
                fields.problem("there is no dataset of objects '" + dataset + "'");
              } else {
                all.put(dataset, indicators(fields, table.get()));
              }
            });
    return all;
  }

  private static List<InspectionMethod.Indicator> indicators(YamlNode node, TableContract table) {
    List<InspectionMethod.Indicator> list = new ArrayList<>();
    node.fields()
        .forEach(
            (field, terms) -> {
              terms.allow("weight", "tolerance");
              if (table.find(field).isEmpty()) {
                terms.problem(table.name() + " has no column '" + field + "'");
              }
              double weight = terms.number("weight");
              if (!(weight > 0)) {
                terms.problem("a weight is above zero");
              }
              OptionalDouble tolerance =
                  terms
                      .findNumber("tolerance")
                      .map(OptionalDouble::of)
                      .orElse(OptionalDouble.empty());
              list.add(new InspectionMethod.Indicator(field, weight, tolerance));
            });
    return List.copyOf(list);
  }
}
