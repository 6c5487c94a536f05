package org.riskcensus.pipeline.job.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A small made-up census: county A of 2000 × 1500 m with two townships of two villages each and
 * every hazard and exposure; county B with a geohazard point, no village and no building.
 */
final class TwoCounties {

  static final GeometryFactory GEOMETRY = new GeometryFactory();
  static final String COUNTY = "370321000000";
  static final double X = 1_100_037;
  static final double Y = 4_050_011;
  static final Geometry OUTLINE =
      ring(0, 0, 1000, 0, 2000, 0, 2000, 750, 2000, 1500, 1000, 1500, 0, 1500, 0, 750);

  final StagingTables tables;
  final List<Geometry> floods = new ArrayList<>();
  final List<Geometry> farms = new ArrayList<>();
  final List<Geometry> buildings = new ArrayList<>();
  final List<Geometry> pixels = new ArrayList<>();

  TwoCounties(StagingTables tables) {
    this.tables = tables;
    units();
    hazards();
    areas(new Random(5));
    objects(new Random(6));
    resources();
    otherCounty();
  }

  static Geometry box(double x0, double y0, double x1, double y1) {
    return GEOMETRY.toGeometry(new Envelope(X + x0, X + x1, Y + y0, Y + y1));
  }

  static Geometry point(double x, double y) {
    return GEOMETRY.createPoint(new Coordinate(X + x, Y + y));
  }

  static Geometry ring(double... xy) {
    Coordinate[] vertices = new Coordinate[xy.length / 2 + 1];
    for (int i = 0; i < xy.length / 2; i++) {
      vertices[i] = new Coordinate(X + xy[2 * i], Y + xy[2 * i + 1]);
    }
    vertices[vertices.length - 1] = vertices[0].copy();
    return GEOMETRY.createPolygon(vertices);
  }

  private void units() {
    unit(COUNTY, "甲县", "county", OUTLINE);
    unit(
        "370321101000",
        "西镇",
        "township",
        ring(0, 0, 1000, 0, 1000, 750, 1000, 1500, 0, 1500, 0, 750));
    unit(
        "370321102000",
        "东镇",
        "township",
        ring(1000, 0, 2000, 0, 2000, 750, 2000, 1500, 1000, 1500, 1000, 750));
    unit("370321101201", "西南村", "village", box(0, 0, 1000, 750));
    unit("370321101202", "西北村", "village", box(0, 750, 1000, 1500));
    unit("370321102201", "东南村", "village", box(1000, 0, 2000, 750));
    unit("370321102202", "东北村", "village", box(1000, 750, 2000, 1500));
  }

  private void unit(String code, String name, String level, Geometry shape) {
    tables.add("admin_unit", code, shape, "name", name, "level", level);
  }

  private void hazards() {
    floods.add(box(200, 200, 700, 900));
    floods.add(box(-50, 100, 1200, 1000));
    flood("F1", floods.get(0), 1.2, 5);
    flood("F2", floods.get(1), 0.3, 5);
    tables.add(
        "subsidence_zone",
        COUNTY,
        box(1500, 1000, 2200, 1400),
        "object_id",
        "S1",
        "rate_mm_a",
        32.0,
        "cumulative_mm",
        200.0);
    tables.add(
        "reed_wetland",
        COUNTY,
        box(1300, 200, 1700, 500),
        "object_id",
        "R1",
        "name",
        "苇场",
        "fuel_load_t_ha",
        12.0,
        "fires_10a",
        3);
    tables.add("ignition_source", COUNTY, point(1350, 190), "object_id", "I1", "kind", "grave");
    geohazard("370321101201", "G1", point(500, 500), "registered");
    geohazard("370321101201", "G2", point(900, 100), "relocated");
  }

  private void flood(String id, Geometry shape, double depth, int period) {
    tables.add(
        "flood_extent",
        COUNTY,
        shape,
        "object_id",
        id,
        "flood_type",
        "river",
        "depth_m",
        depth,
        "return_period_a",
        period);
  }

  private void geohazard(String code, String id, Geometry place, String status) {
    tables.add(
        "geohazard_point",
        code,
        place,
        "object_id",
        id,
        "name",
        "滑坡" + id,
        "kind",
        "landslide",
        "scale_grade",
        "medium",
        "trend",
        "unstable",
        "status",
        status,
        "threatened_persons",
        600,
        "threatened_property_wan",
        10.0);
  }

  private void areas(Random random) {
    for (int i = 0; i < 8; i++) {
      for (int j = 0; j < 6; j++) {
        Geometry pixel = box(-60 + i * 270, -60 + j * 270, 210 + i * 270, 210 + j * 270);
        pixels.add(pixel);
        tables.add(
            "population",
            COUNTY,
            pixel,
            "object_id",
            "P" + i + "-" + j,
            "population",
            10.0 + i * j);
      }
    }
    tables.add("population", "370321101201", null, "object_id", "PV", "population", 50.0);
    tables.add("population", "370321999999", null, "object_id", "PX", "population", 7.0);
    tables.add("gdp", COUNTY, null, "object_id", "GDP", "gdp_wan", 12345.678);
    for (int i = 0; i < 25; i++) {
      Geometry field =
          point(random.nextDouble() * 2000, random.nextDouble() * 1500)
              .buffer(30 + random.nextDouble() * 150, 3);
      farms.add(field);
      tables.add("farmland", COUNTY, field, "object_id", "L" + i, "area_ha", 1.0);
    }
  }

  private void objects(Random random) {
    for (int i = 0; i < 120; i++) {
      double x = random.nextDouble() * 2000;
      double y = random.nextDouble() * 1500;
      Geometry shape = i % 3 == 0 ? box(x, y, x + 12, y + 9) : point(x, y);
      buildings.add(shape);
      tables.add(
          "building",
          "370321101201",
          shape,
          "object_id",
          "B" + i,
          "structure",
          i % 2 == 0 ? "adobe" : "brick_concrete",
          "floors",
          2,
          "floor_area_m2",
          100.0 + i,
          "built_year",
          1990,
          "use",
          "dwelling",
          "value_wan",
          10.5);
    }
    Coordinate[] line = {
      new Coordinate(X - 100, Y + 300), new Coordinate(X + 1000, Y + 300),
      new Coordinate(X + 1000, Y + 1200), new Coordinate(X + 1900, Y + 1201)
    };
    tables.add(
        "road", COUNTY, GEOMETRY.createLineString(line), "object_id", "W1", "grade", "county");
    tables.add(
        "facility",
        "370321101201",
        point(450, 450),
        "object_id",
        "H1",
        "name",
        "小学",
        "kind",
        "school",
        "capacity",
        300);
  }

  private void resources() {
    tables.add(
        "shelter",
        "370321101201",
        point(100, 100),
        "object_id",
        "Z1",
        "name",
        "广场",
        "area_m2",
        500.0,
        "capacity_persons",
        200);
    tables.add(
        "rescue_team",
        COUNTY,
        point(100, 100),
        "object_id",
        "T1",
        "name",
        "队",
        "kind",
        "fire",
        "members",
        20);
    tables.add(
        "loss_annual",
        COUNTY,
        null,
        "object_id",
        "Y1",
        "year",
        2024,
        "hazard_kind",
        "flood",
        "direct_loss_wan",
        120.0);
    tables.add(
        "information_officer",
        "370321101201",
        null,
        "object_id",
        "O1",
        "level",
        "village",
        "post",
        "A");
  }

  private void otherCounty() {
    Geometry square = box(50_000, 0, 51_000, 1000);
    tables.add("admin_unit", "500237000000", square, "name", "乙县", "level", "county");
    geohazard("500237000000", "G9", point(50_500, 500), "treated");
  }
}
