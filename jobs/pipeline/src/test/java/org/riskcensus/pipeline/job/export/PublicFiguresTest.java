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
            "SELECT 2025 census_year, '370321' county_code, 2025 year, *, -1L deaths_change"
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
  void whatTellsASmallCountGoesWithItAndIsNamedWhereItHadAValue() {
    Dataset<Row> events =
        spark.sql(
            "SELECT 2025 census_year, '370321' county_code, 2025 year, *, CAST(NULL AS STRING) revision_reason"
                + " FROM VALUES ('370321101000', 'township', 2L, -1L), ('370321102000', 'township', 9L, NULL)"
                + " AS t(admin_code, unit_level, deaths, deaths_change)"
                + " CROSS JOIN (SELECT NULL :: bigint missing, NULL :: bigint injured, NULL :: bigint injured_seriously)");
    assertThat(
            figures("marts.loss_by_event")
                .apply(events)
                .select("admin_code", "deaths", "deaths_change", "withheld")
                .orderBy("admin_code")
                .collectAsList())
        .extracting(row -> row.mkString(" "))
        .containsExactly(
            "370321101000 null null deaths,deaths_change", "370321102000 null null deaths");
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
                + " ('370321101000', 'township', 'missing', 2D, 2D, NULL, NULL, NULL),"
                + " ('370321101000', 'township', 'injured', 7D, 7D, 7D, 6D, 6.5D),"
                + " ('370321101000', 'township', 'relocated', 1D, 1D, 1D, 1D, 1D),"
                + " ('370321000000', 'county', 'deaths', 5D, 5D, 5D, 2D, 3.5D)"
                + " AS t(admin_code, unit_level, measure, value, event_sum, annual_final, previous_year, five_year_mean)");
    List<String> rows =
        figures("marts.loss_measure")
            .apply(measures)
            .select(
                "admin_code",
                "measure",
                "value",
                "previous_year",
                "state",
                "five_year_mean",
                "withheld")
            .orderBy("admin_code", "measure")
            .collectAsList()
            .stream()
            .map(row -> row.mkString(" "))
            .toList();
    // the 2 deaths of the year before are small: the row of this year would tell them
    assertThat(rows)
        .containsExactly(
            "370321000000 deaths 5.0 2.0 reported 3.5 null",
            "370321101000 deaths 5.0 null reported null previous_year,change,change_pct,five_year_mean",
            "370321101000 injured 7.0 null reported null previous_year,change,change_pct,five_year_mean",
            "370321101000 missing null null null null value,event_sum,state,reconciliation,difference,difference_pct,change,change_pct",
            "370321101000 relocated 1.0 1.0 reported 1.0 null");
  }

  @Test
  void hazardPointsOfAClassAreToldOfTheCountyAlone() {
    Dataset<Row> rows =
        spark.sql(
            "SELECT 2025 census_year, '500237' county_code, * FROM VALUES"
                + " ('500237000000', 'county', 'high', 2.5D, 12L),"
                + " ('500237102000', 'township', 'high', 1.5D, 12L),"
                + " ('500237102201', 'village', 'high', 0.5D, 0L)"
                + " AS t(admin_code, unit_level, susceptibility_class, area_pct, points)");
    assertThat(
            figures("marts.unit_susceptibility")
                .apply(rows)
                .select("admin_code", "area_pct", "points", "withheld")
                .orderBy("admin_code")
                .collectAsList()
                .stream()
                .map(row -> row.mkString(" ")))
        .as("however many: with the map of the classes they tell where the points are")
        .containsExactly(
            "500237000000 2.5 12 null",
            "500237102000 1.5 null points",
            "500237102201 0.5 null points");
  }

  @Test
  void everySusceptibilityTableOfUnitsOrFactorsHasARule() {
    assertThat(CONTRACTS.list("marts"))
        .extracting(org.riskcensus.pipeline.contract.TableContract::name)
        .filteredOn(
            name ->
                name.matches("marts\\.(unit_|)(susceptibility|susceptibility_fit|information.*)"))
        .filteredOn(name -> !name.equals("marts.susceptibility"))
        .hasSize(4)
        .allMatch(name -> rules().find(name).isPresent());
    assertThat(rules().find("marts.susceptibility")).as("single cells").isEmpty();
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
        .anySatisfy(told -> assertThat(told).contains("block, measures, columns, whole"));
  }

  @Test
  void rulesThatWouldWithholdNothingOrDoNotFitTheirTableAreRefused() {
    Map<String, String> wrong =
        Map.ofEntries(
            Map.entry("loss_measure: {rule: whole}", "rows can be counts of persons"),
            Map.entry("loss_measure: {rule: measures}", "withholds nothing without counts"),
            Map.entry("unit_susceptibility: {rule: columns}", "withholds nothing without never"),
            Map.entry("unit_information: {rule: columns, never: [points]}", "no column 'points'"),
            Map.entry("kpi_status: {rule: columns, never: [value]}", "no column 'unit_level'"),
            Map.entry(
                "loss_by_event: {rule: columns, never: [deaths_change]}",
                "published but for [deaths_change] and has the count of persons"),
            Map.entry("loss_measure: {rule: measures, counts: [state]}", "'state', which is no"),
            Map.entry("loss_by_event: {rule: block, with: {death: [year]}}", "has the key 'death'"),
            Map.entry("loss_by_event: {rule: block, with: {all: [year]}}", "has the key 'all'"),
            Map.entry(
                "loss_measure: {rule: measures, counts: [value], with: {deaths: [state]}}",
                "has the key 'deaths', which withholds nothing; under rule measures keys are [all]"),
            Map.entry("kpi_status: {rule: block}", "no column 'deaths', which rule block needs"),
            Map.entry("loss_indicator: {rule: block}", "no column 'injured'"),
            Map.entry("loss_by_event: {rule: measures, counts: [deaths]}", "no column 'measure'"),
            Map.entry("kpi_status: {rule: measures, counts: [value]}", "no column 'unit_level'"));
    wrong.forEach(
        (rule, told) ->
            assertThat(problems(rule)).as(rule).anySatisfy(p -> assertThat(p).contains(told)));
  }

  @Test
  void personsAndLevelsThatThereAreNotAreRefused() {
    SchemaFiles files = SchemaFiles.ofProject();
    String text = files.text("methods/publication.yaml");
    assertThat(problemsOf(text.replace("[township, village]", "[town]")))
        .anySatisfy(told -> assertThat(told).contains("there is no 'town'"));
    assertThat(problemsOf(text.replace("[deaths, missing, injured, ", "[death, ")))
        .anySatisfy(told -> assertThat(told).contains("no column 'death'"));
    assertThat(problemsOf(text.replace("[township, village]", "[]")))
        .anySatisfy(told -> assertThat(told).contains("nothing would be withheld"));
    assertThat(problemsOf(text)).isEmpty();
  }

  private static List<String> problems(String table) {
    String name = table.substring(0, table.indexOf(':'));
    String text = SchemaFiles.ofProject().text("methods/publication.yaml");
    return problemsOf(
        text.replaceAll(" {6}" + name + ": .*\\n", "")
            .replace("    value:\n      loss", "    value:\n      " + table + "\n      loss"));
  }

  private static List<String> problemsOf(String text) {
    SchemaFiles files = SchemaFiles.ofProject();
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
