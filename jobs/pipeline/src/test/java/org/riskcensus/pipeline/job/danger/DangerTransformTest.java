package org.riskcensus.pipeline.job.danger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.riskcensus.core.hazard.DangerLoop;
import org.riskcensus.pipeline.LocalSpark;
import org.riskcensus.pipeline.StagedRows;

/** Dangers with the deadline 2025-06-30, looked at on 2025-12-31. */
class DangerTransformTest {

  private static final Map<String, Row> REGISTER = new HashMap<>();

  @BeforeAll
  static void register() {
    StagedRows now = new StagedRows(LocalSpark.session());
    StagedRows before = new StagedRows(LocalSpark.session());
    danger(now, "open", "open", null, null);
    danger(now, "late", "rectified", "2025-07-10", null);
    danger(now, "in-time", "closed", "2025-06-30", "2025-08-01");
    danger(now, "undated", "rectified", null, null);
    danger(now, "unrectified", "closed", null, "2025-12-01");
    danger(now, "closed-first", "closed", "2025-07-01", "2025-06-01");
    danger(now, "reopened", "open", null, null);
    danger(before, "reopened", "rectified", "2024-05-01", null);
    danger(now, "both", "open", null, "2025-03-01");
    danger(before, "both", "closed", "2024-05-01", "2024-06-01");
    danger(before, "in-time", "rectified", "2025-06-30", null);
    now.add("admin_unit", "370321101000", null, "level", "township", "name", "起凤镇");
    new DangerTransform(
            new DangerLoop(List.of("open", "rectified", "closed")), LocalDate.of(2025, 12, 31))
        .apply(now.table("hidden_danger"), before.table("hidden_danger"), now.table("admin_unit"))
        .collectAsList()
        .forEach(row -> REGISTER.put(row.getAs("object_id"), row));
  }

  @Test
  void openDangerIsOverdueByTheDaysPastItsDeadline() {
    // July 31 + August 31 + September 30 + October 31 + November 30 + December 31
    assertThat(told("open", "overdue", "overdue_days", "days_open")).isEqualTo("true 184 364");
  }

  @Test
  void rectifiedDangerKeepsTheDaysItWasLate() {
    assertThat(told("late", "overdue", "overdue_days", "days_open")).isEqualTo("false 10 190");
    assertThat(told("in-time", "overdue", "overdue_days")).isEqualTo("false 0");
  }

  @Test
  void dayThatWasNotFiledIsNoZero() {
    assertThat(told("undated", "overdue", "overdue_days", "days_open"))
        .isEqualTo("false null null");
  }

  @Test
  void closingWithoutOrBeforeRectificationIsAFlaw() {
    assertThat(told("unrectified", "flaw")).isEqualTo("closed_unrectified");
    assertThat(told("closed-first", "flaw")).isEqualTo("closed_unrectified");
    assertThat(told("in-time", "flaw", "status_before")).isEqualTo("null rectified");
  }

  @Test
  void stateThatWentBackIsAFlaw() {
    assertThat(told("reopened", "flaw", "status_before")).isEqualTo("status_backwards rectified");
    assertThat(told("open", "flaw", "status_before", "unit_name")).isEqualTo("null null 起凤镇");
  }

  @Test
  void goingBackIsToldBeforeDaysLeftOverFromTheLoopBefore() {
    assertThat(told("both", "flaw", "status_before")).isEqualTo("status_backwards closed");
  }

  private static String told(String id, String... columns) {
    List<String> told =
        List.of(columns).stream()
            .map(column -> String.valueOf(REGISTER.get(id).<Object>getAs(column)))
            .toList();
    return String.join(" ", told);
  }

  private static void danger(
      StagedRows rows,
      String id,
      String status,
      @Nullable String rectified,
      @Nullable String closed) {
    rows.add(
        "hidden_danger",
        "370321101000",
        null,
        "object_id",
        id,
        "status",
        status,
        "deadline",
        Date.valueOf("2025-06-30"),
        "found_date",
        Date.valueOf("2025-01-01"),
        "rectified_date",
        rectified == null ? null : Date.valueOf(rectified),
        "closed_date",
        closed == null ? null : Date.valueOf(closed));
  }
}
