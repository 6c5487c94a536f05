package org.riskcensus.pipeline.job.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.riskcensus.pipeline.contract.Rules;

/** Writes the census description of a year, as a person would. */
final class CensusYaml {

  private final Path file;
  private final StringBuilder text = new StringBuilder();

  private CensusYaml(Path file) {
    this.file = file;
  }

  /** The description {@code census-YEAR.yaml} of the sample's counties. */
  static CensusYaml ofCounties(SampleConfig config, int year) {
    CensusYaml yaml = new CensusYaml(config.out().resolve("census-" + year + ".yaml"));
    yaml.line(
        "# Synthetic: codes and totals are real, shapes and objects are made up (see README.md).");
    yaml.head("sample", "两县样例普查(合成数据)", year, config.counties());
    yaml.line("assessment: {cell_size_m: 200}");
    return yaml;
  }

  /** The description {@code census.yaml} of a made-up province. */
  static CensusYaml ofProvince(ProvinceConfig config, List<String> counties) {
    CensusYaml yaml = new CensusYaml(config.out().resolve("census.yaml"));
    yaml.line(
        "# Synthetic: all units, shapes and figures are made up; the codes are those of no county.");
    yaml.head("province", "全省灾情统计样例(合成数据)", config.lastYear(), counties);
    yaml.line("assessment: {cell_size_m: 6400}");
    return yaml;
  }

  /**
   * Writes the description.
   *
   * @param defects those the files have
   */
  void write(List<SourcePlan> sources, List<Defect> defects) throws IOException {
    quality(defects);
    line("sources:");
    sources.forEach(this::source);
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private void head(String census, String title, int year, List<String> counties) {
    List<String> quoted = counties.stream().map(c -> '"' + c + '"').toList();
    line("census: " + census);
    line("title: " + title);
    line("year: " + year);
    line("logical_date: " + year + "-12-31");
    line("counties: [" + String.join(", ", quoted) + "]");
    line("synthetic: true");
  }

  /** Somebody answers for a release without the rows that were spoilt on purpose. */
  private void quality(List<Defect> defects) {
    line("quality:");
    line("  max_quarantined_share: 0.05");
    Rules rules = Rules.load();
    List<String> waivers =
        defects.stream()
            .filter(defect -> rules.get(defect.rule()).blocksRelease())
            .map(
                defect ->
                    ("    - {rule: %s, source: %s, effect: exclude, author: 样例制作人,"
                            + " reason: 有意设置的错误行, expires: 2030-12-31}")
                        .formatted(defect.rule(), defect.source()))
            .distinct()
            .toList();
    if (!waivers.isEmpty()) {
      line("  waivers:");
      waivers.forEach(this::line);
    }
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
