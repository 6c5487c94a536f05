package org.riskcensus.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskcensus.pipeline.lakehouse.TestLake;

/** Published loss records in workbooks of 61 columns, ingested with a mapping. */
class LossWorkbooksTest {

  private static final String MAPPING =
      """
          columns: {Serial_No: object_id, Event: hazard_kind, Dead_Peopl: deaths, Missing_Pe: missing,
            Injured_Pe: injured, Affected_P: affected_population, Destroyed: collapsed_rooms,
            Evacuated: relocated, Farming_an: crop_affected_ha, Losses_Val: direct_loss_wan}
          units: {direct_loss_wan: 元}
          values:
            hazard_kind: {FLOOD: flood, RAINS: flood, LANDSLIDE: geological, AVALANCHE: snow, SNOW STORM: snow,
              THUNDERSTORM: hail, HAIL STORM: hail, STRONG WIND: hail, STORM: hail, COLD WAVE: freeze,
              DROUGHT: drought, FOREST FIRE: wildfire, EARTHQUAKE: earthquake, EPIDEMIC: biological,
              PLAGUE: biological}
          constants: {event_id: "{Serial_No}", report_type: final, admin_code: "{level1}000",
            start_date: "{Year}-{Month}-{Day}", end_date: "{Year}-{Month}-{Day}"}
      """;

  /** Filed field, column, units of the field in one of the column. */
  private static final List<List<String>> FIGURES =
      List.of(
          List.of("Dead_Peopl", "deaths", "1"),
          List.of("Missing_Pe", "missing", "1"),
          List.of("Injured_Pe", "injured", "1"),
          List.of("Affected_P", "affected_population", "1"),
          List.of("Destroyed", "collapsed_rooms", "1"),
          List.of("Evacuated", "relocated", "1"),
          List.of("Farming_an", "crop_affected_ha", "1"),
          List.of("Losses_Val", "direct_loss_wan", "10000"));

  @TempDir Path directory;

  @Test
  void everyFigureOfEveryDistrictArrivesAndImpossibleRowsAreKeptOutWithTheirReason()
      throws Exception {
    List<Path> files = new ArrayList<>();
    for (String part : List.of("00", "03")) {
      files.add(OutsideFiles.get("loss/DesInventar2016-" + part + ".xlsx"));
    }
    Path lake = directory.resolve("lake");
    Path description = Files.writeString(directory.resolve("losses.yaml"), describe(files));
    CensusProcess.Outcome ingest =
        CensusProcess.run("ingest", description.toString(), "--lake", lake.toString());
    assertThat(ingest.status()).as(ingest.output()).isZero();
    assertThat(ingest.output()).contains("2,068 read = ", "(balanced)");

    SparkSession spark = TestLake.session(lake);
    assertThat(arrived(spark)).isEqualTo(filed(files));
    assertThat(
            spark
                .sql(
                    "SELECT rule, field, count(*) FROM ops.finding WHERE severity = 'error'"
                        + " GROUP BY ALL ORDER BY rule, field")
                .collectAsList())
        .extracting(Row::toString)
        // dates such as 31 June and day 0; fires of houses, collapses, capsized boats, explosions
        .containsExactly("[code,hazard_kind,818]", "[type,end_date,4]", "[type,start_date,4]");
  }

  private static String describe(List<Path> files) {
    StringBuilder text =
        new StringBuilder("census: losses\nyear: 2016\nlogical_date: 2016-12-31\n");
    text.append("counties: [\"524000\"]\nquality: {max_quarantined_share: 0.5}\nsources:\n");
    for (Path file : files) {
      text.append("  - id: ").append(file.getFileName()).append("\n    dataset: loss_event\n");
      text.append("    county: \"524000\"\n    file: ").append(file).append('\n').append(MAPPING);
    }
    return text.toString();
  }

  /** Sums by district and figure over accepted and quarantined rows. */
  private static Map<String, BigDecimal> arrived(SparkSession spark) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (List<String> figure : FIGURES) {
      String accepted =
          "SELECT r.attributes['district'], CAST(s.%s AS DECIMAL(38, 6)) * %s FROM staging.loss_event s"
              + " JOIN raw.filed_row r ON r.source_id = s.source_id AND r.row_number = s.row_number";
      String kept =
          "SELECT attributes['district'], CAST(attributes['%s'] AS DECIMAL(38, 6)) FROM ops.quarantine";
      String all =
          accepted.formatted(figure.get(1), figure.get(2))
              + " UNION ALL "
              + kept.formatted(figure.get(0));
      for (Row row : spark.sql(all).collectAsList()) {
        sums.merge(row.getString(0) + " " + figure.get(0), row.getDecimal(1), BigDecimal::add);
      }
    }
    return plain(sums);
  }

  /** The same from the XML of the workbooks. */
  private static Map<String, BigDecimal> filed(List<Path> files) throws Exception {
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (Path file : files) {
      for (Map<String, String> row : PlainWorkbook.rows(file)) {
        for (List<String> figure : FIGURES) {
          BigDecimal value = new BigDecimal(row.get(figure.get(0)));
          sums.merge(row.get("district") + " " + figure.get(0), value, BigDecimal::add);
        }
      }
    }
    return plain(sums);
  }

  private static Map<String, BigDecimal> plain(Map<String, BigDecimal> sums) {
    sums.replaceAll(
        (key, sum) -> sum.setScale(4, java.math.RoundingMode.HALF_UP).stripTrailingZeros());
    return sums;
  }
}
