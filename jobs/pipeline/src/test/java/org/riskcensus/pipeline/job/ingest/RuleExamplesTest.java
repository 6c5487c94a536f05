package org.riskcensus.pipeline.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskcensus.pipeline.audit.QualityRefusedException;
import org.riskcensus.pipeline.config.CensusDescription;
import org.riskcensus.pipeline.config.CensusDescriptionReader;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.Languages;
import org.riskcensus.pipeline.contract.Rule;
import org.riskcensus.pipeline.contract.RuleExample;
import org.riskcensus.pipeline.contract.Rules;
import org.riskcensus.pipeline.lakehouse.Lake;
import org.riskcensus.pipeline.lakehouse.Run;
import org.riskcensus.pipeline.lakehouse.TestLake;
import org.riskcensus.pipeline.progress.Progress;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * Each rule of {@code schemas/rules} finds its example and nothing in the valid neighbour, and no
 * other rule finds anything in either, unless the example says so: all examples of {@code
 * rule-examples.yaml} in one census, a county for each side.
 */
class RuleExamplesTest {

  /** Files the units of all counties that file none themselves; another one in the year before. */
  private static final String UNITS = "110000";

  private static final String UNITS_BEFORE = "110001";

  @TempDir Path directory;

  private final List<ExampleCounty> counties = new ArrayList<>();
  private final List<ExampleCounty> before = new ArrayList<>();
  private final Map<String, String> days = new TreeMap<>();
  private final List<String> waivers = new ArrayList<>();
  private final Map<String, List<String>> demands = new TreeMap<>();

  @Test
  void everyRuleHasAnExample() throws IOException {
    assertThat(RuleExample.list().stream().map(RuleExample::rule))
        .containsExactlyInAnyOrderElementsOf(
            Rules.load().list().stream().filter(Rule::inForce).map(Rule::id).toList());
  }

  @Tag("long")
  @Test
  void everyRuleFindsItsExampleAndNothingInItsValidNeighbour() throws IOException {
    List<RuleExample> examples = RuleExample.list();
    Map<String, String> expected = new TreeMap<>();
    for (RuleExample example : examples) {
      expected.put(file(example, 0), told(example, example.rule(), example.also()));
      expected.put(file(example, 1), told(example));
    }
    SparkSession spark = TestLake.session(directory.resolve("lake"));
    ingest(spark, 2024, before);
    assertThatThrownBy(() -> ingest(spark, 2025, counties))
        .isInstanceOf(QualityRefusedException.class)
        .hasMessageContaining("unit_not_reported");
    assertThat(found(spark)).isEqualTo(expected);
    everyMessageIsWhollyOfItsLanguage(spark);
  }

  /** But for what the examples filed: ids of objects and sources, codes, names of people. */
  private static void everyMessageIsWhollyOfItsLanguage(SparkSession spark) {
    String told =
        "SELECT rule, observed, expected, proposal, message_zh, message_en, proposal_en"
            + " FROM ops.finding WHERE census_year = 2025";
    List<String> strange = new ArrayList<>();
    for (Row row : spark.sql(told).collectAsList()) {
      String zh = told(row, "observed", "expected", "proposal", "message_zh");
      String en = told(row, "message_en", "proposal_en");
      assertThat(zh + "\n" + en).doesNotContain("null", "  ").doesNotContainPattern("(?m)^ | $");
      strange.addAll(Languages.latinIn(zh.replaceAll(FILED, "")));
      strange.addAll(Languages.chineseIn(en.replaceAll(FILED, "")));
    }
    assertThat(strange).isEmpty();
  }

  private static String told(Row row, String... columns) {
    return Stream.of(columns)
        .map(column -> Objects.toString(row.getAs(column), ""))
        .collect(Collectors.joining("\n"));
  }

  private static final String FILED =
      "\\d{6}-[a-z_]+|[A-Z]+-[\\w-]+|[a-z_]+ / |[^ （]*\\|[^ ）]*|wkt|三层|木头|李工|飞地|孝妇河|约12|枯水季|软硬相间层状碎屑岩组";

  private static String told(RuleExample example, @Nullable String... finding) {
    TreeSet<String> rules = new TreeSet<>();
    for (String rule :
        Stream.concat(Stream.of(finding), Stream.ofNullable(example.beside())).toList()) {
      if (rule != null) {
        rules.add(rule);
      }
    }
    return example.rule() + " " + rules;
  }

  /** Files one side of an example: its county. */
  private String file(RuleExample example, int side) {
    ExampleCounty county = new ExampleCounty(counties.size());
    if (example.before() != null) {
      ExampleCounty earlier = new ExampleCounty(counties.size());
      earlier.file(example.table(), example.before());
      before.add(earlier);
    }
    counties.add(county);
    if (example.with() != null) {
      county.file(example.table(), example.with());
    }
    county.file(example.table(), side == 0 ? example.wrong() : example.right());
    String source = county.code() + "-" + example.table();
    if (example.received() != null) {
      days.put(source, example.received().get(side));
    }
    if (example.mustReport() != null) {
      demands
          .computeIfAbsent(example.mustReport(), dataset -> new ArrayList<>())
          .add("\"" + county.code() + "000000\"");
    }
    if (example.waives() != null && example.expires() != null) {
      waivers.add(
          "{rule: %s, source: %s, author: 李工, reason: 飞地, expires: %s}"
              .formatted(example.waives().get(side), source, example.expires().get(side)));
    }
    return county.code();
  }

  private void ingest(SparkSession spark, int year, List<ExampleCounty> filed) throws IOException {
    CensusDescription census = describe(year, filed);
    Run run =
        new Run("r" + year, "rules", year, census.logicalDate(), census.counties(), "methods-1");
    Lake lake = Lake.open(spark, Contracts.load(), run);
    try {
      new IngestJob(lake, IngestConfig.of(census, Contracts.load()), Progress.SILENT).run();
    } finally {
      lake.publish();
    }
  }

  private CensusDescription describe(int year, List<ExampleCounty> filed) throws IOException {
    Path folder = Files.createDirectories(directory.resolve("" + year));
    StringBuilder sources = new StringBuilder();
    String shared = year == 2025 ? UNITS : UNITS_BEFORE;
    List<String> codes = new ArrayList<>(List.of("\"" + shared + "\""));
    List<String> units = new ArrayList<>();
    for (ExampleCounty county : filed) {
      codes.add("\"" + county.code() + "\"");
      for (String table : county.tables()) {
        source(sources, county.code(), table, county.write(table, folder));
      }
      if (!county.has("admin_unit")) {
        county.file("admin_unit", List.of(Map.of("level", "county", "parent_code", "")));
        List<String> lines = Files.readAllLines(county.write("admin_unit", folder));
        units.addAll(units.isEmpty() ? lines : lines.subList(1, lines.size()));
      }
    }
    source(sources, shared, "admin_unit", Files.write(folder.resolve("units.tsv"), units));
    Path file = directory.resolve(year + ".yaml");
    Files.writeString(file, terms(year, codes) + "sources:\n" + sources);
    Problems problems = new Problems();
    CensusDescription census = CensusDescriptionReader.read(file, Map.of(), problems);
    problems.refuse();
    return census;
  }

  private void source(StringBuilder sources, String county, String table, Path file) {
    String id = county + "-" + table;
    String day = days.containsKey(id) ? ", received: " + days.get(id) : "";
    sources.append(
        "  - {id: %s, dataset: %s, county: \"%s\", file: \"%s\", crs: EPSG:4490%s}%n"
            .formatted(id, table, county, file, day));
  }

  private String terms(int year, List<String> codes) {
    StringBuilder text = new StringBuilder("census: rules\nyear: " + year + "\n");
    text.append("logical_date: ").append(LocalDate.of(year, 12, 31)).append("\n");
    text.append("counties: ").append(codes).append("\nquality:\n  max_quarantined_share: 1\n");
    if (year == 2025) {
      text.append("  deadline: 2025-11-30\n  waivers: ").append(waivers).append("\n");
      text.append("  must_report:\n");
      demands.forEach(
          (dataset, units) ->
              text.append("    - {dataset: %s, units: %s}%n".formatted(dataset, units)));
    }
    return text.toString();
  }

  /** The rules that found something in each county, by its code. */
  private Map<String, String> found(SparkSession spark) throws IOException {
    Map<String, TreeSet<String>> rules = new TreeMap<>();
    for (Row row :
        spark
            .sql("SELECT DISTINCT county_code, rule FROM ops.finding WHERE census_year = 2025")
            .collectAsList()) {
      rules.computeIfAbsent(row.getString(0), county -> new TreeSet<>()).add(row.getString(1));
    }
    Map<String, String> found = new TreeMap<>();
    List<RuleExample> examples = RuleExample.list();
    for (int i = 0; i < counties.size(); i++) {
      String code = counties.get(i).code();
      found.put(code, examples.get(i / 2).rule() + " " + rules.getOrDefault(code, new TreeSet<>()));
    }
    assertThat(rules.getOrDefault(UNITS, new TreeSet<>())).isEmpty();
    return found;
  }
}
