package org.riskcensus.pipeline.job.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.riskcensus.pipeline.LocalSpark;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.yaml.Problems;

class PublicFiguresTest {

  private static final Contracts CONTRACTS = Contracts.load();

  private final SparkSession spark = LocalSpark.session();

  @Test
  void aSmallCountOfATownshipTakesAllOfTheCountyAndYearWithIt() {
    List<String> rows =
        told(
            publish(
                row("370321000000", "county", "flood", 15L, 5),
                row("370321101000", "township", "flood", 1L, 5),
                row("370321102000", "township", "flood", 9L, 5),
                row("370321102000", "township", "all", 9L, 5),
                row("370321102201", "village", "flood", 9L, 5),
                row("370321103000", "township", "flood", null, 5),
                row("370322101000", "township", "flood", 7L, 1)));
    assertThat(rows)
        .as("not reported is not called withheld; another county stays")
        .containsExactly(
            "370321000000 flood 15 5 null",
            "370321101000 flood null 5 deaths",
            "370321102000 all null 5 deaths",
            "370321102000 flood null 5 deaths",
            "370321102201 flood null 5 deaths",
            "370321103000 flood null 5 null",
            "370322101000 flood 7 1 null");
  }

  @Test
  void aBlockWithoutASmallCountIsPublishedWhole() {
    String[] rows = {
      row("370321101000", "township", "flood", 3L, 1),
      row("370321102000", "township", "flood", 0L, 1)
    };
    assertThat(told(publish(rows)))
        .containsExactly("370321101000 flood 3 1 null", "370321102000 flood 0 1 null");
  }

  @Test
  void reasonsOfRevisionsStayInTheHouseBelowTheCounty() {
    Dataset<Row> events =
        spark.sql(
            "SELECT 2025 census_year, '370321' county_code, 2025 year, *, CAST(NULL AS BIGINT) deaths_change"
                + " FROM VALUES ('370321000000', 'county', 5L, '核减'),"
                + " ('370321101000', 'township', 5L, '死亡由6人核减为5人')"
                + " AS t(admin_code, unit_level, deaths, revision_reason)"
                + " CROSS JOIN (SELECT NULL :: bigint missing, NULL :: bigint injured, NULL :: bigint injured_seriously)");
    assertThat(
            figures("marts.loss_by_event")
                .apply(events)
                .select("admin_code", "deaths", "revision_reason", "withheld")
                .orderBy("admin_code")
                .collectAsList())
        .extracting(row -> row.mkString(" "))
        .containsExactly("370321000000 5 核减 null", "370321101000 5 null revision_reason");
  }

  @Test
  void monthsOfACountyAndYearAreWithheldTogether() {
    Dataset<Row> months =
        spark.sql(
            "SELECT 2025 census_year, '370321' county_code, * FROM VALUES"
                + " (2025, 7, '370321000000', 'county', 1L), (2025, 7, '370321101000', 'township', 1L),"
                + " (2025, 8, '370321102000', 'township', 8L), (2025, 8, '370321103000', 'township', 0L),"
                + " (2024, 8, '370321102000', 'township', 8L)"
                + " AS t(year, month, admin_code, unit_level, deaths)"
                + " CROSS JOIN (SELECT NULL :: bigint missing, NULL :: bigint injured, NULL :: bigint injured_seriously)");
    List<String> rows =
        figures("marts.loss_by_kind_month")
            .apply(months)
            .select("year", "month", "admin_code", "deaths", "withheld")
            .orderBy("year", "month", "admin_code")
            .collectAsList()
            .stream()
            .map(row -> row.mkString(" "))
            .toList();
    assertThat(rows)
        .containsExactly(
            "2024 8 370321102000 8 null",
            "2025 7 370321000000 1 null",
            "2025 7 370321101000 null deaths",
            "2025 8 370321102000 null deaths",
            "2025 8 370321103000 null deaths");
  }

  @Test
  void measuresOfPersonsLoseWhatWouldTellThemAndMeansInAnyCase() {
    Dataset<Row> measures =
        spark.sql(
            "SELECT 2025 census_year, '370321' county_code, 2025 year, *, 'reported' state, 'agree' reconciliation,"
                + " 0D difference, 0D difference_pct, 0D change, 0D change_pct FROM VALUES"
                + " ('370321101000', 'township', 'deaths', 5D, 5D, 5D, 2D, 3.5D),"
                + " ('370321101000', 'township', 'injured', 7D, 7D, 7D, 6D, 6.5D),"
                + " ('370321101000', 'township', 'relocated', 1D, 1D, 1D, 1D, 1D),"
                + " ('370321000000', 'county', 'deaths', 5D, 5D, 5D, 2D, 3.5D)"
                + " AS t(admin_code, unit_level, measure, value, event_sum, annual_final, previous_year, five_year_mean)");
    List<String> rows =
        figures("marts.loss_measure")
            .apply(measures)
            .select("admin_code", "measure", "value", "previous_year", "state", "five_year_mean")
            .orderBy("admin_code", "measure")
            .collectAsList()
            .stream()
            .map(row -> row.mkString(" "))
            .toList();
    // the 2 deaths of the year before are small: the row of this year would tell them
    assertThat(rows)
        .containsExactly(
            "370321000000 deaths 5.0 2.0 reported 3.5",
            "370321101000 deaths 5.0 null reported null",
            "370321101000 injured 7.0 null reported null",
            "370321101000 relocated 1.0 1.0 reported 1.0");
  }

  @Test
  void everyStatisticsTableHasARule() {
    List<String> statistics =
        CONTRACTS.list("marts").stream()
            .map(org.riskcensus.pipeline.contract.TableContract::name)
            .filter(name -> name.matches("marts\\.(loss_.*|reporting_status|kpi_status)"))
            .toList();
    assertThat(statistics).isNotEmpty().allMatch(name -> rules().find(name).isPresent());
  }

  private static PublicFigures figures(String table) {
    PublicationRules rules = rules();
    return new PublicFigures(rules, rules.find(table).orElseThrow());
  }

  @Test
  void otherTablesAndPartsOfTheTableAreRefused() {
    ExportJob job = new ExportJob(spark, CONTRACTS);
    ExportConfig zones = ExportConfig.of("marts.zone", 2025, Path.of("zone.csv"));
    assertThatThrownBy(() -> job.runPublic(zones))
        .hasMessageContaining("marts.zone has no rules of publication")
        .hasMessageContaining("loss_by_unit_year, loss_by_kind_month");
    ExportConfig dangers = ExportConfig.of("marts.danger_register", 2025, Path.of("d.csv"));
    assertThatThrownBy(() -> job.runPublic(dangers)).hasMessageContaining("no rules");
    ExportConfig part =
        new ExportConfig(
            "marts.kpi_status",
            Optional.of("county_code = '370321'"),
            OptionalInt.of(2025),
            ExportConfig.LAKE_CRS,
            Path.of("kpi.csv"),
            Optional.empty());
    assertThatThrownBy(() -> job.runPublic(part)).hasMessageContaining("not with --public");
  }

  @Test
  void rulesOfRestrictedTablesAndKeysThatARuleIgnoresAreRefused() {
    assertThat(problems("danger_register: {rule: whole}"))
        .anySatisfy(told -> assertThat(told).contains("marts.danger_register is restricted (L2)"));
    assertThat(problems("kpi_status: {rule: whole, never: [value]}"))
        .anySatisfy(told -> assertThat(told).contains("never"));
    assertThat(problems("loss_by_event: {rule: whole}"))
        .anySatisfy(
            told -> assertThat(told).contains("published whole and has the count of persons"));
    assertThat(problems("kpi_status: {rule: cells}"))
        .anySatisfy(told -> assertThat(told).contains("block, measures, whole"));
  }

  private static List<String> problems(String table) {
    SchemaFiles files = SchemaFiles.load();
    String text =
        files.text("methods/publication.yaml").replace("kpi_status: {rule: whole}", table);
    Problems problems = new Problems();
    PublicationRules.read(
        files.with(Map.of("methods/publication.yaml", text)), CONTRACTS, problems);
    return problems.list().stream().map(Object::toString).toList();
  }

  private Dataset<Row> publish(String... rows) {
    return figures("marts.loss_by_unit_year").apply(rows(rows));
  }

  private static PublicationRules rules() {
    Problems problems = new Problems();
    PublicationRules rules = PublicationRules.read(SchemaFiles.load(), CONTRACTS, problems);
    problems.refuse();
    return rules;
  }

  private Dataset<Row> rows(String... rows) {
    return spark.sql(
        "SELECT 2025 census_year, left(admin_code, 6) county_code, 2021 year, 'event_sum' basis, * FROM VALUES "
            + String.join(", ", rows)
            + " AS t(admin_code, unit_level, hazard_kind, deaths, missing, injured,"
            + " injured_seriously, collapsed_rooms)");
  }

  private static String row(
      String unit, String level, String kind, @Nullable Long deaths, long rooms) {
    return "('%s', '%s', '%s', CAST(%s AS BIGINT), CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), %dL)"
        .formatted(unit, level, kind, deaths, rooms);
  }

  private static List<String> told(Dataset<Row> rows) {
    return rows
        .select("admin_code", "hazard_kind", "deaths", "collapsed_rooms", "withheld")
        .orderBy("admin_code", "hazard_kind")
        .collectAsList()
        .stream()
        .map(row -> row.mkString(" "))
        .collect(Collectors.toList());
  }
}
