package org.riskcensus.pipeline.job.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.riskcensus.pipeline.job.losses.Given.report;
import static org.riskcensus.pipeline.job.losses.Given.row;
import static org.riskcensus.pipeline.job.losses.Given.told;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.riskcensus.pipeline.LocalSpark;
import org.riskcensus.pipeline.contract.Contracts;
import scala.jdk.javaapi.CollectionConverters;

class FindingCountsTest {
  private static final String A = "370321101000";
  private static final String FINDING =
      "county_code string, dataset string, source_id string, row_number bigint, admin_code string,"
          + " severity string";

  @Test
  void warningOnAStagedReportCountsForItsTownshipCountyYearAndKind() {
    Dataset<Row> events = Given.events(report("1", "E1", A, "final", 1L, null, 5.0));
    Row warning = finding("loss_event", "events", "1".hashCode(), A, "warning");
    assertThat(counts(events, List.of(warning)))
        .containsExactly(
            "370321000000 2021 all event_sum 0 1 0",
            "370321000000 2021 flood event_sum 0 1 0",
            "370321101000 2021 all event_sum 0 1 0",
            "370321101000 2021 flood event_sum 0 1 0");
  }

  @Test
  void findingOnAReportThatALaterOneReplacedIsClosed() {
    Dataset<Row> events =
        Given.events(
            report("1", "E1", A, "initial", 1L, null, 5.0),
            report("2", "E1", A, "final", 1L, null, 5.0));
    Row warning = finding("loss_event", "events", "1".hashCode(), A, "warning");
    assertThat(counts(events, List.of(warning))).isEmpty();
  }

  @Test
  void rowInQuarantineTakesYearAndKindFromTheRowAsFiled() {
    Row error = finding("loss_annual", "annual", 7, "370321000000", "error");
    Row filed =
        row("loss_annual", "annual", 7L, scalaMap(Map.of("年份", "2019", "hazard_kind", "洪涝")));
    assertThat(counts(Given.events(), List.of(error), filed))
        .containsExactly(
            "370321000000 2019 all annual_final 0 0 1",
            "370321000000 2019 flood annual_final 0 0 1");
  }

  @Test
  void rowWhoseYearCannotBeReadCountsForTheCensusYearOfAllKinds() {
    Row error = finding("loss_event", "events", 9, A, "error");
    Row filed = row("loss_event", "events", 9L, scalaMap(Map.of("开始日期", "去年夏天")));
    assertThat(counts(Given.events(), List.of(error), filed))
        .containsExactly(
            "370321000000 2025 all event_sum 0 0 1", "370321101000 2025 all event_sum 0 0 1");
  }

  @Test
  void findingWhoseUnitCannotBeReadCountsForTheCountyThatFiledIt() {
    Row short11 = finding("loss_event", "events", 9, "37032110100", "error");
    Row foreign = finding("loss_event", "events", 10, "500237101000", "error");
    assertThat(counts(Given.events(), List.of(short11, foreign)))
        .containsExactly("370321000000 2025 all event_sum 2 0 0");
  }

  @Test
  void whatSomebodyAnswersForCountsOnlyWhereItsRowIsKeptOut() {
    StructType row = StructType.fromDDL("dataset string, source_id string, row_number bigint");
    Dataset<Row> findings =
        LocalSpark.session()
            .createDataFrame(
                List.of(
                    row("loss_event", "events", 1L, null),
                    row("loss_event", "events", 2L, "李工"),
                    row("loss_event", "events", 3L, "李工")),
                row.add("waived_by", "string"));
    Dataset<Row> quarantine =
        LocalSpark.session().createDataFrame(List.of(row("loss_event", "events", 3L)), row);
    assertThat(
            FindingCounts.counting(findings, quarantine)
                .select("row_number")
                .orderBy("row_number")
                .collectAsList())
        .extracting(found -> found.getLong(0))
        .containsExactly(1L, 3L);
  }

  @Test
  void findingsOfOtherDatasetsDoNotCount() {
    Row error = finding("flood_extent", "flood", 1, A, "error");
    assertThat(counts(Given.events(), List.of(error))).isEmpty();
  }

  private static List<String> counts(Dataset<Row> events, List<Row> findings, Row... filed) {
    Dataset<Row> quarantine =
        Given.rows(
            "dataset string, source_id string, row_number bigint, attributes map<string,string>",
            filed);
    Dataset<Row> counts =
        new FindingCounts(Contracts.load(), 2025)
            .of(
                Given.rows(FINDING, findings.toArray(new Row[0])),
                events,
                Given.annual(),
                quarantine);
    return told(
        counts.where("admin_code NOT IN ('370000000000', '370300000000')"),
        "admin_code",
        "year",
        "hazard_kind",
        "basis",
        "open_errors",
        "open_warnings",
        "rows_kept_out");
  }

  private static Row finding(
      String dataset, String source, long rowNumber, String unit, String severity) {
    return row("370321", dataset, source, rowNumber, unit, severity);
  }

  private static Object scalaMap(Map<String, String> attributes) {
    return CollectionConverters.asScala(attributes);
  }
}
