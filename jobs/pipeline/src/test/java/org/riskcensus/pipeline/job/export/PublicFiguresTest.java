package org.riskcensus.pipeline.job.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
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
  void smallCountsOfTownshipsAreWithheldWithAnotherThatGuardsThem() {
    List<String> rows =
        told(
            figures()
                .apply(
                    rows(
                        row("370321000000", "county", "flood", 1L, 5),
                        row("370321101000", "township", "flood", 1L, 5),
                        row("370321102000", "township", "flood", 9L, 5),
                        row("370321103000", "township", "flood", 4L, 5),
                        row("370321104000", "township", "flood", 0L, 5))));
    // the 1 is small; the 4 is the smallest that keeps the county's total from telling it
    assertThat(rows)
        .containsExactly(
            "370321000000 flood 1 5 null",
            "370321101000 flood null 5 deaths",
            "370321102000 flood 9 5 null",
            "370321103000 flood null 5 deaths",
            "370321104000 flood 0 5 null");
  }

  @Test
  void whatWasNotReportedIsNotCalledWithheld() {
    List<String> rows =
        told(
            figures()
                .apply(
                    rows(
                        row("370321101000", "township", "flood", null, 1),
                        row("370321102000", "township", "flood", 5L, 1),
                        row("370306101000", "township", "flood", 7L, 1))));
    assertThat(rows)
        .as("a count that is not of persons may be small")
        .containsExactly(
            "370306101000 flood 7 1 null",
            "370321101000 flood null 1 null",
            "370321102000 flood 5 1 null");
  }

  @Test
  void otherTablesAndPartsOfTheTableAreRefused() {
    ExportJob job = new ExportJob(spark, CONTRACTS);
    ExportConfig zones = ExportConfig.of("marts.zone", 2025, Path.of("zone.csv"));
    assertThatThrownBy(() -> job.runPublic(zones))
        .hasMessageContaining("only marts.loss_by_unit_year has rules of publication");
  }

  private static PublicFigures figures() {
    Problems problems = new Problems();
    PublicFigures figures =
        PublicFigures.read(SchemaFiles.load(), CONTRACTS.get(PublicFigures.TABLE), problems);
    problems.refuse();
    return figures;
  }

  private Dataset<Row> rows(String... rows) {
    return spark.sql(
        "SELECT 2025 census_year, 2021 year, 'event_sum' basis, * FROM VALUES "
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
        .orderBy("admin_code")
        .collectAsList()
        .stream()
        .map(row -> row.mkString(" "))
        .collect(Collectors.toList());
  }
}
