package org.riskcensus.pipeline.job.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the census description of a year, as a person would. */
final class CensusYaml {

  private final StringBuilder text = new StringBuilder();

  private CensusYaml() {}

  static void write(Path root, int year, List<String> counties, List<SourcePlan> sources)
      throws IOException {
    CensusYaml yaml = new CensusYaml();
    yaml.head(year, counties);
    sources.forEach(yaml::source);
    Path file = root.resolve("census-" + year + ".yaml");
    Files.writeString(file, yaml.text, StandardCharsets.UTF_8);
  }

  private void head(int year, List<String> counties) {
    List<String> quoted = counties.stream().map(c -> '"' + c + '"').toList();
    line("# Synthetic: codes and totals are real, shapes and objects are made up (see README.md).");
    line("census: sample");
    line("title: 两县样例普查(合成数据)");
    line("year: " + year);
    line("logical_date: " + year + "-12-31");
    line("counties: [" + String.join(", ", quoted) + "]");
    line("synthetic: true");
    line("assessment: {cell_size_m: 200}");
    line("quality: {max_quarantined_share: 0.05}");
    line("sources:");
  }

  private void source(SourcePlan plan) {
    line("  - id: " + plan.id());
    line("    dataset: " + plan.dataset());
    line("    county: \"" + plan.county() + "\"");
    line("    file: " + plan.file());
    if (plan.is("gpkg")) {
      line("    layer: " + plan.layer());
    }
    if (plan.is("csv") || plan.is("shp")) {
      line("    charset: " + plan.charset().name());
    }
    if (plan.isTable() && plan.crs() != null) {
      line("    crs: " + plan.crs());
    }
    map("options", options(plan));
    map("columns", columns(plan));
    if (plan.is("tif")) {
      line("    constants:");
      line("      object_id: \"P%s-{row}\"".formatted(plan.county()));
      line("      admin_code: \"%s000000\"".formatted(plan.county()));
    }
  }

  private static Map<String, String> options(SourcePlan plan) {
    Map<String, String> options = new TreeMap<>();
    if (!plan.titleRows().isEmpty()) {
      options.put("header_row", "\"" + (plan.titleRows().size() + 1) + "\"");
    }
    if (plan.isTable() && plan.geometry() != null) {
      options.put("x", "经度");
      options.put("y", "纬度");
    }
    if (plan.is("tif")) {
      options.put("value", plan.columns().get(0).name());
    }
    return options;
  }

  private static Map<String, String> columns(SourcePlan plan) {
    Map<String, String> columns = new TreeMap<>();
    for (FiledColumn column : plan.columns()) {
      if (column.isRenamed() && !plan.is("tif")) {
        columns.put('"' + column.header() + '"', column.name());
      }
    }
    return columns;
  }

  private void map(String key, Map<String, String> entries) {
    if (!entries.isEmpty()) {
      List<String> pairs = new ArrayList<>();
      entries.forEach((name, value) -> pairs.add(name + ": " + value));
      line("    " + key + ": {" + String.join(", ", pairs) + "}");
    }
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
