package org.riskcensus.pipeline.job.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.riskcensus.pipeline.job.sample.terrain.Curve;
import org.riskcensus.pipeline.job.sample.terrain.Dice;
import org.riskcensus.pipeline.job.sample.terrain.Noise;
import org.riskcensus.pipeline.job.sample.terrain.Unit;

/**
 * Roads 公路: an expressway across the county, a tree of national, provincial and county roads that
 * joins the townships, and a road from each village to the seat of its township; lanes in the
 * villages come with the scale. Lines are cut at the county's border.
 */
final class RoadLayer implements Layer {

  private static final double STEP_M = 180;

  private final County county;
  private final double[] expressway;
  private int written;

  /**
   * Roads of a county.
   *
   * @param expressway kilometres east and north of the centre, in turn
   */
  RoadLayer(County county, double... expressway) {
    this.county = county;
    this.expressway = expressway.clone();
  }

  @Override
  public SourcePlan plan(int year) {
    return SourcePlan.table(
            "road-" + county.code(),
            county.code(),
            county.sharedFile("道路.gpkg"),
            FiledColumn.survey("name 名称 string, grade 等级=技术等级 string"))
        .with("MULTILINESTRING", county.map().plan().crs());
  }

  @Override
  public void write(int year, RowTarget target) throws IOException {
    written = 0;
    List<Coordinate> fast = new ArrayList<>();
    for (int i = 0; i < expressway.length; i += 2) {
      fast.add(county.map().plan().at(expressway[i], expressway[i + 1]));
    }
    write(target, "绕城高速(合成)", "高速", fast, 500);
    List<Coordinate> seats = county.map().townships().stream().map(this::seat).toList();
    writeTree(target, seats);
    for (int v = 0; v < county.villages().size(); v++) {
      Unit village = county.villages().get(v);
      Coordinate home = county.ground().centre(v);
      Coordinate seat = seats.get(townshipOf(village));
      if (home.distance(seat) > STEP_M) {
        write(target, village.name() + "公路", "乡村道路", List.of(home, seat), 260);
      }
      writeLanes(target, v);
    }
  }

  private int townshipOf(Unit village) {
    List<Unit> townships = county.map().townships();
    for (int t = 0; t < townships.size(); t++) {
      if (townships.get(t).code().equals(village.parent())) {
        return t;
      }
    }
    throw new IllegalStateException("no township of " + village);
  }

  private Coordinate seat(Unit township) {
    for (int v = 0; v < county.villages().size(); v++) {
      if (county.villages().get(v).parent().equals(township.code())) {
        return county.ground().centre(v);
      }
    }
    throw new IllegalStateException("no village in " + township);
  }

  /** Joins each seat to the nearest one already joined. */
  private void writeTree(RowTarget target, List<Coordinate> seats) throws IOException {
    List<Integer> joined = new ArrayList<>(List.of(0));
    while (joined.size() < seats.size()) {
      int from = 0;
      int to = -1;
      double least = Double.POSITIVE_INFINITY;
      for (int a : joined) {
        for (int b = 0; b < seats.size(); b++) {
          if (!joined.contains(b) && seats.get(a).distance(seats.get(b)) < least) {
            least = seats.get(a).distance(seats.get(b));
            from = a;
            to = b;
          }
        }
      }
      joined.add(to);
      int n = joined.size();
      String grade = n % 5 == 2 ? "国道" : n % 5 == 4 ? "省道" : "县道";
      write(target, grade + (100 + n), grade, List.of(seats.get(from), seats.get(to)), 420);
    }
  }

  private void writeLanes(RowTarget target, int village) throws IOException {
    Dice dice = county.dice("lanes/" + village);
    for (long n = 1; n < county.scale(); n++) {
      Coordinate a = county.ground().somewhere(village, dice);
      Coordinate b = county.ground().somewhere(village, dice);
      if (a.distance(b) > 50) {
        write(target, county.villages().get(village).name() + "小路", "乡村道路", List.of(a, b), 40);
      }
    }
  }

  private void write(
      RowTarget target, String name, String grade, List<Coordinate> drawn, double bend)
      throws IOException {
    Noise noise = new Noise(county.seed() + 40, 1800);
    List<Coordinate> course = Curve.through(drawn, STEP_M, noise, bend);
    Geometry line = Ground.FACTORY.createLineString(course.toArray(Coordinate[]::new));
    Geometry inside = line.intersection(county.map().county().shape());
    List<LineString> parts = new ArrayList<>();
    for (int i = 0; i < inside.getNumGeometries(); i++) {
      if (inside.getGeometryN(i) instanceof LineString part && !part.isEmpty()) {
        parts.add(part);
      }
    }
    MultiLineString shape = Ground.FACTORY.createMultiLineString(parts.toArray(LineString[]::new));
    target.write(
        FiledRow.of(
            shape,
            "object_id",
            "L%s-%06d".formatted(county.code(), ++written),
            "admin_code",
            county.unitCode(),
            "source_department",
            county.map().plan().name() + "交通运输局",
            "survey_date",
            LocalDate.of(2024, 5, 10),
            "name",
            name,
            "grade",
            grade));
  }
}
