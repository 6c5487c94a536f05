package org.riskcensus.pipeline.job.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.pipeline.job.sample.terrain.Dice;
import org.riskcensus.pipeline.job.sample.terrain.Unit;

/** The houses of a county, village by village, in a few hamlets each. */
final class Houses {

  private static final double SPACING_M = 34;
  private static final int HAMLETS = 3;
  private static final int VALUE_YUAN_M2 = 1500;

  private final County county;
  private final boolean footprints;

  /**
   * Houses as footprints or as points.
   *
   * @param footprints polygons rather than points
   */
  Houses(County county, boolean footprints) {
    this.county = county;
    this.footprints = footprints;
  }

  /**
   * Writes {@code count} houses in proportion to residents.
   *
   * @param prefix of the ids
   * @param builtFrom earliest year of completion
   */
  void write(long count, String prefix, int builtFrom, int builtTo, Layer.RowTarget target)
      throws IOException {
    long[] residents = county.residents(2024);
    long total = county.figures(2024).population();
    long before = 0;
    long written = 0;
    for (int v = 0; v < residents.length; v++) {
      before += residents[v];
      long until = Math.round(count * (double) before / total);
      Dice dice = county.dice(prefix + "/" + v);
      List<Slots> hamlets = hamlets(v, dice);
      while (written < until) {
        written++;
        String id = "%s%s-%06d".formatted(prefix, county.code(), written);
        Slots hamlet = hamlets.get(dice.pickByWeight(0.6, 0.25, 0.15));
        target.write(row(id, v, hamlet, dice, dice.between(builtFrom, builtTo)));
      }
    }
  }

  private List<Slots> hamlets(int village, Dice dice) {
    double spacing = SPACING_M / Math.max(1, StrictMath.sqrt(county.scale() / 20.0));
    List<Slots> hamlets = new ArrayList<>();
    for (int i = 0; i < HAMLETS; i++) {
      Coordinate centre = county.ground().near(village, dice, i == 0 ? 0.3 : 0.9);
      hamlets.add(new Slots(county.ground(), village, centre, spacing, dice));
    }
    return hamlets;
  }

  private FiledRow row(String id, int village, Slots hamlet, Dice dice, int built) {
    Unit unit = county.villages().get(village);
    boolean town = unit.name().endsWith("社区");
    int structure = structure(town, built, dice);
    int floors = floors(town, structure, dice);
    double width = Rounded.to1(hamlet.spacing() * dice.uniform(0.35, 0.75));
    double depth = Rounded.to1(hamlet.spacing() * dice.uniform(0.25, 0.5));
    int area = (int) Math.round(width * depth * floors) + 1;
    double worth = new double[] {1.6, 1.0, 0.6, 0.3, 0.5}[structure] * dice.uniform(0.8, 1.25);
    int degree = structure <= 1 && built >= 2002 ? 7 : structure <= 1 && built >= 1990 ? 6 : 0;
    Coordinate place = hamlet.next();
    Geometry shape =
        footprints ? rectangle(place, width, depth, hamlet.turn()) : Ground.point(place);
    return FiledRow.of(
        shape,
        "object_id",
        id,
        "admin_code",
        unit.code(),
        "source_department",
        county.map().plan().name() + "住房和城乡建设局",
        "survey_date",
        LocalDate.of(2024, 3, 1).plusDays(dice.between(0, 120)),
        "structure",
        List.of("钢混", "砖混", "砖木", "土木", "其他").get(structure),
        "floors",
        floors,
        "floor_area_m2",
        (double) area,
        "built_year",
        built,
        "use",
        use(town, dice),
        "fortification_degree",
        degree,
        "value_wan",
        Rounded.to2(area * VALUE_YUAN_M2 * worth / 10_000));
  }

  private static int structure(boolean town, int built, Dice dice) {
    if (built >= 2005) {
      return town
          ? dice.pickByWeight(0.6, 0.38, 0, 0, 0.02)
          : dice.pickByWeight(0.15, 0.75, 0.08, 0, 0.02);
    }
    return town
        ? dice.pickByWeight(0.2, 0.7, 0.08, 0.01, 0.01)
        : dice.pickByWeight(0.02, 0.53, 0.3, 0.13, 0.02);
  }

  private static int floors(boolean town, int structure, Dice dice) {
    if (structure == 0) {
      return town ? dice.between(3, 18) : dice.between(2, 6);
    }
    return structure == 1 ? dice.between(1, town ? 6 : 3) : 1;
  }

  private static String use(boolean town, Dice dice) {
    return List.of("住宅", "公共建筑", "工业厂房", "商业", "其他")
        .get(town ? dice.pickByWeight(70, 8, 6, 13, 3) : dice.pickByWeight(88, 3, 3, 3, 3));
  }

  private static Geometry rectangle(Coordinate c, double width, double depth, double turn) {
    double sin = StrictMath.sin(turn);
    double cos = StrictMath.cos(turn);
    double[][] corners = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}, {-1, -1}};
    Coordinate[] ring = new Coordinate[corners.length];
    for (int i = 0; i < ring.length; i++) {
      double u = corners[i][0] * width / 2;
      double v = corners[i][1] * depth / 2;
      ring[i] = new Coordinate(c.x + u * cos - v * sin, c.y + u * sin + v * cos);
    }
    return Ground.FACTORY.createPolygon(ring);
  }
}
