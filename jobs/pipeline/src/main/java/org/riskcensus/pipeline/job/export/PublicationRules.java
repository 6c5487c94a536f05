package org.riskcensus.pipeline.job.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.contract.Sensitivity;
import org.riskcensus.pipeline.contract.TableContract;
import org.riskcensus.pipeline.yaml.Problems;
import org.riskcensus.pipeline.yaml.YamlNode;

/**
 * What may be published of which table, {@code schemas/methods/publication.yaml}.
 *
 * @param smallest smallest count that is published; those from 1 up to below it are small
 * @param persons columns, or measures, of counts of persons
 * @param levels levels of units they are withheld at
 * @param tables by name of the mart; others are not published
 */
record PublicationRules(
    double smallest, List<String> persons, List<String> levels, Map<String, OfTable> tables) {

  private static final String FILE = "methods/publication.yaml";
  private static final String MARTS = "marts.";

  /** How a table is made fit for publication. */
  enum Way {
    BLOCK,
    MEASURES,
    COLUMNS,
    WHOLE;

    /** As rules name it. */
    String told() {
      return name().toLowerCase(Locale.ROOT);
    }

    private String[] keys() {
      return switch (this) {
        case BLOCK -> new String[] {"rule", "within", "with", "never"};
        case MEASURES -> new String[] {"rule", "within", "counts", "with", "never"};
        case COLUMNS -> new String[] {"rule", "never"};
        case WHOLE -> new String[] {"rule"};
      };
    }
  }

  /**
   * The rule of one table.
   *
   * @param within columns that part it into blocks whose totals are published
   * @param counts of rows of a measure each, the columns with counts
   * @param with by person column (or {@value #ANY} for rows of a measure each), columns that would
   *     tell it and go with it
   * @param never columns that are withheld in any case
   */
  record OfTable(
      Way way,
      List<String> within,
      List<String> counts,
      Map<String, List<String>> with,
      List<String> never) {

    /** Key of {@code with} for the counts of any measure. */
    static final String ANY = "all";

    /** Columns that would tell a count. */
    List<String> with(String name) {
      return with.getOrDefault(name, List.of());
    }
  }

  /** Reads the rules and notes every problem. */
  static PublicationRules read(SchemaFiles files, Contracts contracts, Problems problems) {
    YamlNode root = files.parse(FILE, problems);
    root.allow("method", "version", "title", "doc", "parameters");
    Map<String, YamlNode> parameters =
        root.find("parameters").map(YamlNode::fields).orElse(Map.of());
    double smallest = parameter(root, parameters, "smallest_count").number("value");
    if (smallest < 1) {
      root.problem("smallest_count is at least 1");
    }
    List<String> persons = parameter(root, parameters, "persons").texts("value");
    List<String> levels = parameter(root, parameters, "levels").texts("value");
    PublicationCheck check = new PublicationCheck(contracts, persons, levels);
    check.scope(root);
    Map<String, OfTable> tables = new LinkedHashMap<>();
    parameter(root, parameters, "tables")
        .find("value")
        .map(YamlNode::fields)
        .orElse(Map.of())
        .forEach(
            (name, node) ->
                table(name, node, contracts)
                    .ifPresent(
                        rule -> {
                          check.table(node, contracts.get(MARTS + name), rule);
                          tables.put(name, rule);
                        }));
    return new PublicationRules(smallest, persons, levels, tables);
  }

  private static YamlNode parameter(YamlNode root, Map<String, YamlNode> parameters, String name) {
    YamlNode parameter = parameters.get(name);
    if (parameter == null) {
      root.problem("parameter '" + name + "' is missing");
      return root;
    }
    return parameter;
  }

  private static Optional<OfTable> table(String name, YamlNode node, Contracts contracts) {
    Way way = way(node);
    node.allow(way.keys());
    Optional<TableContract> table = contracts.find(MARTS + name);
    if (table.isEmpty() || table.get().sensitivity() == Sensitivity.L2) {
      node.problem(MARTS + name + (table.isEmpty() ? " is no table" : " is restricted (L2)"));
      return Optional.empty();
    }
    Map<String, List<String>> with = new LinkedHashMap<>();
    node.find("with")
        .ifPresent(all -> all.fields().keySet().forEach(c -> with.put(c, all.texts(c))));
    return Optional.of(
        new OfTable(way, node.texts("within"), node.texts("counts"), with, node.texts("never")));
  }

  private static Way way(YamlNode node) {
    String text = node.text("rule");
    for (Way way : Way.values()) {
      if (way.name().equalsIgnoreCase(text)) {
        return way;
      }
    }
    node.problem("rule is one of block, measures, columns, whole");
    return Way.WHOLE;
  }

  /** The rule of a table, such as {@code marts.loss_measure}. */
  Optional<OfTable> find(String table) {
    return table.startsWith(MARTS)
        ? Optional.ofNullable(tables.get(table.substring(MARTS.length())))
        : Optional.empty();
  }
}
