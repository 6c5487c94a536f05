package org.riskcensus.pipeline.job.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.riskcensus.pipeline.job.losses.Given.row;
import static org.riskcensus.pipeline.job.losses.Given.told;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.riskcensus.core.grid.Cells;
import org.riskcensus.pipeline.config.CellSizes;

/** Two cells of 200 m: one in the key zone of floods, one in that of all hazards together. */
class ResponsibilityTransformTest {
  private static final String PLACE =
      ", geometry binary, xmin double, ymin double, xmax double, ymax double, cell bigint";
  private static final String DANGER =
      "object_id string, county_code string, admin_code string, name string, kind string,"
          + " grade string, responsible_unit string, administrative_post string, technical_post"
          + " string, patrol_post string, deadline date, status string, threatened_persons int"
          + PLACE;
  private static final String POINT =
      "object_id string, county_code string, admin_code string, name string, scale_grade string,"
          + " responsible_unit string, status string, threatened_persons int"
          + PLACE;
  private static final CellSizes SIZES = CellSizes.of(200);
  private static final double FLOOD_X = 1_000_100;
  private static final double ALL_X = 1_000_500;
  private static final double Y = 4_000_100;

  @Test
  void itemIsListedInTheKeyZoneOfItsHazardOrOfAllHazards() {
    Dataset<Row> dangers =
        dangers(
            danger("flood-in-flood", "flood", FLOOD_X),
            danger("fire-in-flood", "reed_fire", FLOOD_X),
            danger("fire-in-all", "reed_fire", ALL_X),
            danger("other-in-all", "other", ALL_X),
            danger("flood-elsewhere", "flood", 1_000_900));
    assertThat(told(list(dangers, points()), "item_id", "hazard", "zone_class"))
        .containsExactly(
            "hidden_danger:370321:fire-in-all reed_fire key",
            "hidden_danger:370321:flood-in-flood flood key",
            "hidden_danger:370321:other-in-all other key");
  }

  @Test
  void itemInBothKeyZonesIsListedOnce() {
    Dataset<Row> zones =
        zones(zone("flood", FLOOD_X, "key"), zone("comprehensive", FLOOD_X, "key"));
    Dataset<Row> items =
        ResponsibilityTransform.apply(
            dangers(danger("D", "flood", FLOOD_X)), points(), zones, config());
    assertThat(items.count()).isEqualTo(1);
  }

  @Test
  void zoneOfANeighbourCountyInTheSameCellDoesNotCount() {
    Row neighbour = row("370322", SIZES.grid("370321").cell(FLOOD_X, Y), "flood", "key");
    Dataset<Row> items =
        ResponsibilityTransform.apply(
            dangers(danger("D", "flood", FLOOD_X)), points(), zones(neighbour), config());
    assertThat(items.count()).isZero();
  }

  @Test
  void onlyRegisteredPointsAreListedAndAreNeverOverdue() {
    Dataset<Row> points = points(point("P1", "registered", ALL_X), point("P2", "treated", ALL_X));
    assertThat(told(list(dangers(), points), "item_id", "kind", "hazard", "grade", "overdue"))
        .containsExactly("geohazard_point:370321:P1 geohazard_point geohazard large false");
  }

  @Test
  void openItemIsOverdueTheDayAfterItsDeadline() {
    Dataset<Row> dangers =
        dangers(
            danger("due-today", "flood", FLOOD_X, "2025-12-31", "open"),
            danger("due-yesterday", "flood", FLOOD_X, "2025-12-30", "open"),
            danger("done-late", "flood", FLOOD_X, "2025-01-01", "rectified"),
            danger("no-deadline", "flood", FLOOD_X, null, "open"));
    assertThat(told(list(dangers, points()), "object_id", "overdue"))
        .containsExactly(
            "done-late false", "due-today false", "due-yesterday true", "no-deadline false");
  }

  private static Dataset<Row> list(Dataset<Row> dangers, Dataset<Row> points) {
    Dataset<Row> zones =
        zones(
            zone("flood", FLOOD_X, "key"),
            zone("comprehensive", FLOOD_X, "secondary"),
            zone("comprehensive", ALL_X, "key"),
            zone("flood", 1_000_900, "secondary"));
    return ResponsibilityTransform.apply(dangers, points, zones, config());
  }

  private static LossesConfig config() {
    KpiRegister none = new KpiRegister(2021, List.of());
    return new LossesConfig(
        2025,
        LocalDate.of(2025, 12, 31),
        List.of("370321"),
        SIZES,
        none,
        Given.method(),
        List.of());
  }

  private static Dataset<Row> dangers(Row... rows) {
    return Given.rows(DANGER, rows);
  }

  private static Dataset<Row> points(Row... rows) {
    return Given.rows(POINT, rows);
  }

  private static Dataset<Row> zones(Row... rows) {
    return Given.rows("county_code string, cell bigint, hazard string, zone_class string", rows);
  }

  private static Row zone(String hazard, double x, String zoneClass) {
    return row("370321", SIZES.grid("370321").cell(x, Y), hazard, zoneClass);
  }

  private static Row danger(String id, String kind, double x) {
    return danger(id, kind, x, "2026-06-30", "open");
  }

  private static Row danger(String id, String kind, double x, String deadline, String status) {
    return row(
        id,
        "370321",
        "370321101000",
        "险工段",
        kind,
        "medium",
        "县水利局",
        "副县长",
        "总工",
        "巡查员",
        deadline == null ? null : java.sql.Date.valueOf(deadline),
        status,
        30,
        new byte[0],
        118.0,
        37.0,
        118.0,
        37.0,
        Cells.of(x + 33, Y + 71, 20));
  }

  private static Row point(String id, String status, double x) {
    return row(
        id,
        "370321",
        "370321101000",
        "滑坡",
        "large",
        "自然资源局",
        status,
        30,
        new byte[0],
        118.0,
        37.0,
        118.0,
        37.0,
        Cells.of(x + 33, Y + 71, 20));
  }
}
