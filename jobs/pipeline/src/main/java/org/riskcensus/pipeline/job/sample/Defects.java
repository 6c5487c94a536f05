package org.riskcensus.pipeline.job.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.finding.Severity;
import org.riskcensus.pipeline.job.sample.terrain.Unit;

/**
 * The seeded defects: which row of which source is spoilt, how, and what must be found. A catalogue
 * on one page, hence longer than other classes; {@code data-samples/README.md} tells it in words.
 */
final class Defects {

  private static final String PLACE = "geometry";

  private final County county;
  private final SourcePlan plan;
  private final int year;
  private final List<Defect> list = new ArrayList<>();

  Defects(County county, SourcePlan plan, int year) {
    this.county = county;
    this.plan = plan;
    this.year = year;
  }

  /** The defects of the source in the year; a shared file has the same in every year. */
  List<Defect> list() {
    String name = plan.id().replaceAll("-\\d{6}$", "");
    if (plan.isShared()) {
      shared(name + "/" + county.code());
    } else {
      ofYear(name + "/" + county.code() + "/" + year);
    }
    return list;
  }

  private void shared(String source) {
    switch (source) {
      case "building/370321" -> buildingsOfThePlain();
      case "building/500237" -> buildingsOfTheMountains();
      case "farmland/370321" -> {
        add(21, "unit_slip_mu", "area_ha", "亩 filed as 公顷", times("area_ha", 15));
        warn(42, "area_mismatch", "area_ha", "stated area 6% too large", times("area_ha", 1.06));
        add(63, "geometry_invalid", PLACE, "bow-tie", shape(Spoil::bowTie));
        warn(84, "geometry_invalid", PLACE, "ring with a tiny loop", shape(Spoil::looped));
      }
      case "farmland/500237" -> {
        add(15, "unit_slip_mu", "area_ha", "亩 filed as 公顷", times("area_ha", 15));
        add(30, "geometry_invalid", PLACE, "bow-tie", shape(Spoil::bowTie));
      }
      case "facility/370321" -> {
        add(11, "axes_swapped", PLACE, "latitude before longitude", shape(Spoil::swapped));
        add(22, Defect.DUPLICATE, "object_id", "row 21 filed twice", row -> row);
      }
      case "facility/500237" ->
          add(9, "code", "kind", "商场 is no kind of facility", set("kind", "商场"));
      default -> {}
    }
  }

  private void buildingsOfThePlain() {
    warn(101, "geometry_invalid", PLACE, "ring with a tiny loop", shape(Spoil::looped));
    add(202, Defect.DUPLICATE, "object_id", "row 201 filed twice", row -> row);
    add(303, "code", "structure", "木头 is no structure", set("structure", "木头"));
    add(404, "required", "floor_area_m2", "floor area left empty", set("floor_area_m2", null));
    add(505, "range", "floors", "999 floors", set("floors", 999));
    add(606, "outside_unit", PLACE, "footprint in another township", elsewhere());
    add(
        707,
        "admin_code_unknown",
        "admin_code",
        "no such village",
        set("admin_code", "370321999201"));
    add(808, "geometry_invalid", PLACE, "bow-tie", shape(Spoil::bowTie));
    add(909, "type", "value_wan", "约12 is no number", set("value_wan", "约12"));
  }

  private void buildingsOfTheMountains() {
    add(150, "type", "floors", "三层 is no number", set("floors", "三层"));
    add(250, "axes_swapped", PLACE, "latitude before longitude", shape(Spoil::swapped));
    add(350, "outside_unit", PLACE, "point in another township", elsewhere());
    add(450, Defect.DUPLICATE, "object_id", "row 449 filed twice", row -> row);
    add(550, "required", "structure", "structure left empty", set("structure", null));
    add(650, "pattern", "admin_code", "code of eleven digits", set("admin_code", "50023711120"));
    add(750, "range", "built_year", "built in 3019", set("built_year", 3019));
    add(850, "outside_china", PLACE, "longitude a tenth of itself", shape(Defects::tenfold));
  }

  private void ofYear(String source) {
    switch (source) {
      case "ignition_source/370321/2024" ->
          add(7, "geometry_missing", PLACE, "no coordinates", row -> row.at(null));
      case "reed_wetland/370321/2024" ->
          warn(
              3,
              "season_unreadable",
              "dry_season",
              "枯水季 tells no months",
              set("dry_season", "枯水季"));
      case "ignition_source/370321/2025" ->
          add(9, "code", "kind", "雷击 is no kind of source", set("kind", "雷击"));
      case "shelter/370321/2025" ->
          add(
              5,
              "outside_china",
              PLACE,
              "coordinates 0 and 0",
              row -> row.at(Ground.point(new Coordinate(0, 0))));
      case "hidden_danger/370321/2024" ->
          add(4, "required", "patrol_post", "nobody patrols", set("patrol_post", null));
      case "hidden_danger/370321/2025" -> {
        add(6, "type", "deadline", "尽快 is no date", set("deadline", "尽快"));
        dangerLoops(12, 18);
      }
      case "hidden_danger/500237/2024" ->
          add(8, "code", "grade", "重大 is no grade", set("grade", "重大"));
      case "hidden_danger/500237/2025" -> {
        add(9, "outside_unit", PLACE, "point in another township", elsewhere());
        dangerLoops(12, 15);
      }
      case "information_officer/370321/2024" ->
          add(15, "code", "level", "组级 is no level", set("level", "组级"));
      case "information_officer/370321/2025" ->
          add(
              17,
              "pattern",
              "admin_code",
              "code of eleven digits",
              set("admin_code", "37032110120"));
      case "population/500237/2025" -> {
        add(121, "type", "population", "1204人 is no number", set("population", "1204人"));
        add(
            122,
            "admin_code_unknown",
            "admin_code",
            "no such village",
            set("admin_code", "500237999201"));
      }
      case "geohazard_point/500237/2024", "geohazard_point/500237/2025" -> geohazards();
      case "loss_annual/500237/2024" ->
          add(5, Defect.DUPLICATE, "object_id", "row 4 filed twice", row -> row);
      case "loss_annual/370321/2025" ->
          add(3, "code", "hazard_kind", "火山 is no kind", set("hazard_kind", "火山"));
      default -> losses(source);
    }
  }

  /** A danger closed without having been rectified, and one that was rectified a year ago. */
  private void dangerLoops(long closed, long reopened) {
    warn(
        closed,
        "closed_unrectified",
        "rectified_date",
        "closed without rectification",
        row ->
            row.with("status", "已销号")
                .with("rectified_date", null)
                .with("closed_date", LocalDate.of(year, 12, 1)));
    warn(
        reopened,
        "status_backwards",
        "status",
        "open again after it was rectified",
        row -> row.with("status", "待整改").with("rectified_date", null).with("closed_date", null));
  }

  private void geohazards() {
    if (year == 2024) {
      add(33, "code", "kind", "地震 is no geohazard", set("kind", "地震"));
      add(66, Defect.DUPLICATE, "object_id", "row 65 filed twice", row -> row);
      add(99, "required", "responsible_unit", "nobody answers", set("responsible_unit", null));
      return;
    }
    add(77, "axes_swapped", PLACE, "latitude before longitude", shape(Spoil::swapped));
    add(120, "outside_unit", PLACE, "point in another township", elsewhere());
    add(200, "range", "threatened_persons", "-3 persons", set("threatened_persons", -3));
    add(300, "geometry_missing", PLACE, "no coordinates", row -> row.at(null));
  }

  private void losses(String source) {
    switch (source) {
      case "loss_event/370321/2024", "loss_event/370321/2025" -> {
        add(12, "E1", "crop_damaged_ha", "more crop damaged than affected", this::cropsOutOfOrder);
        add(
            24,
            "E4",
            LossFigures.TOTAL,
            "total 50 万元 above its parts",
            plus(LossFigures.TOTAL, 50));
        add(
            36,
            "unit_slip_yuan",
            LossFigures.TOTAL,
            "total in 元",
            times(LossFigures.TOTAL, 10_000));
        warn(
            48,
            "W3",
            "relocated",
            "dwellings collapsed but nobody relocated",
            this::nobodyRelocated);
      }
      case "loss_event/500237/2024", "loss_event/500237/2025" -> {
        add(
            15,
            "E4",
            LossFigures.TOTAL,
            "total 50 万元 above its parts",
            plus(LossFigures.TOTAL, 50));
        add(30, "E8", "injured_seriously", "more seriously injured than injured", this::injuries);
        add(
            45,
            "unit_slip_yuan",
            LossFigures.TOTAL,
            "total in 元",
            times(LossFigures.TOTAL, 10_000));
        add(60, "E1", "crop_damaged_ha", "more crop damaged than affected", this::cropsOutOfOrder);
      }
      default -> {}
    }
  }

  private FiledRow cropsOutOfOrder(FiledRow row) {
    return row.with("crop_affected_ha", 40.0)
        .with("crop_damaged_ha", 55.5)
        .with("crop_lost_ha", 3.2);
  }

  private FiledRow nobodyRelocated(FiledRow row) {
    return row.with("collapsed_rooms", 6L)
        .with("collapsed_dwelling_rooms", 4L)
        .with("relocated", 0L)
        .with("relocated_concentrated", 0L)
        .with("relocated_dispersed", 0L);
  }

  private FiledRow injuries(FiledRow row) {
    return row.with("injured", 2L).with("injured_seriously", 7L);
  }

  /** Into a township at the other end of the county. */
  private UnaryOperator<FiledRow> elsewhere() {
    Projection toFile = new Projection(county.map().plan().crs(), String.valueOf(plan.crs()));
    return row -> {
      String code = row.text("admin_code");
      int far = 0;
      for (int v = 0; v < county.villages().size(); v++) {
        far = distance(code, v) > distance(code, far) ? v : far;
      }
      Coordinate there = toFile.apply(county.ground().centre(far));
      return row.at(Spoil.moved(row.shape(), there));
    };
  }

  private double distance(String code, int village) {
    Unit from =
        county.villages().stream().filter(v -> v.code().equals(code)).findFirst().orElseThrow();
    return from.shape().distance(county.villages().get(village).shape());
  }

  private static Geometry tenfold(Geometry point) {
    Coordinate c = point.getCoordinate();
    return Ground.point(new Coordinate(c.x / 10, c.y));
  }

  private static UnaryOperator<FiledRow> set(String field, @Nullable Object value) {
    return row -> row.with(field, value);
  }

  private static UnaryOperator<FiledRow> times(String field, double factor) {
    return row -> row.with(field, Rounded.to2(row.number(field) * factor));
  }

  private static UnaryOperator<FiledRow> plus(String field, double more) {
    return row -> row.with(field, Rounded.to2(row.number(field) + more));
  }

  private static UnaryOperator<FiledRow> shape(UnaryOperator<Geometry> spoil) {
    return row -> row.at(spoil.apply(row.shape()));
  }

  private void add(
      long row, String rule, String field, String story, UnaryOperator<FiledRow> spoil) {
    list.add(new Defect(plan.id(), row, rule, Severity.ERROR, field, story, spoil));
  }

  private void warn(
      long row, String rule, String field, String story, UnaryOperator<FiledRow> spoil) {
    list.add(new Defect(plan.id(), row, rule, Severity.WARNING, field, story, spoil));
  }
}
