package org.riskcensus.pipeline.job.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.riskcensus.pipeline.job.sample.terrain.Contours;
import org.riskcensus.pipeline.job.sample.terrain.Field;
import org.riskcensus.pipeline.job.sample.terrain.Noise;
import org.riskcensus.pipeline.job.sample.terrain.River;

/**
 * Factors of geohazard susceptibility 易发性因子: slope, rock group and distance to rivers, each a map
 * that tiles the county but for crumbs at its border. Near rivers ground is steep and rock soft;
 * geohazard points are near rivers too, hence denser in these classes. Slope and distance are filed
 * as numbers, one for each band; rock groups by name.
 */
final class GeoFactorLayer implements Layer {

  private static final double SPACING_M = 300;
  private static final double SIMPLIFY_M = 40;
  private static final double MIN_AREA_M2 = 2_000;

  /** No value of a factor is as large; the margin of a lattice is larger. */
  private static final double HIGHEST = 1e8;

  /**
   * One factor.
   *
   * @param name in Chinese
   * @param letter that the ids of its polygons begin with
   * @param column that its values are filed in
   * @param field to draw bands of
   * @param breaks between bands
   * @param values what is filed of each band, one more than breaks
   */
  private record Factor(
      String name,
      char letter,
      String column,
      Field field,
      List<Double> breaks,
      List<Object> values) {}

  /** One polygon of a factor, and what is filed of it. */
  private record Band(Object value, Polygon shape) {}

  private final County county;
  private final PreparedGeometry border;
  private final IndexedFacetDistance rivers;

  GeoFactorLayer(County county) {
    this.county = county;
    this.border = PreparedGeometryFactory.prepare(county.map().county().shape());
    Geometry[] courses = county.rivers().stream().map(River::line).toArray(Geometry[]::new);
    this.rivers = new IndexedFacetDistance(Ground.FACTORY.createGeometryCollection(courses));
  }

  @Override
  public SourcePlan plan(int year) {
    return SourcePlan.table(
            "geo_factor-" + county.code(),
            county.code(),
            county.sharedFile("地质灾害易发性因子.gpkg"),
            FiledColumn.survey(
                "factor 因子 string, factor_class 因子类别=类别 string, value 因子数值=数值 double"))
        .with("POLYGON", county.map().plan().crs());
  }

  @Override
  public void write(int year, RowTarget target) throws IOException {
    for (Factor factor : factors()) {
      int written = 0;
      for (Band band : bands(factor)) {
        for (Polygon part : insideCounty(band.shape())) {
          target.write(row(factor, band.value(), ++written, part));
        }
      }
    }
  }

  /** Bands that share their vertices, drawn beyond the border. */
  private List<Band> bands(Factor factor) {
    Envelope box = county.map().county().shape().getEnvelopeInternal();
    box.expandBy(3 * SPACING_M);
    Contours contours = new Contours(factor.field(), box, SPACING_M);
    List<Band> bands = new ArrayList<>();
    for (int b = 0; b <= factor.breaks().size(); b++) {
      double low = b == 0 ? Double.NEGATIVE_INFINITY : factor.breaks().get(b - 1);
      double high = b == factor.breaks().size() ? HIGHEST : factor.breaks().get(b);
      for (Polygon polygon : contours.between(low, high)) {
        bands.add(new Band(factor.values().get(b), polygon));
      }
    }
    Geometry[] drawn = bands.stream().map(Band::shape).toArray(Geometry[]::new);
    Geometry[] simple = CoverageSimplifier.simplify(drawn, SIMPLIFY_M);
    for (int i = 0; i < simple.length; i++) {
      bands.set(i, new Band(bands.get(i).value(), (Polygon) simple[i]));
    }
    return bands;
  }

  private FiledRow row(Factor factor, Object value, int number, Polygon shape) {
    return FiledRow.of(
        shape,
        "object_id",
        String.format(Locale.ROOT, "%c%s-%03d", factor.letter(), county.code(), number),
        "admin_code",
        county.unitCode(),
        "source_department",
        county.map().plan().name() + "规划和自然资源局",
        "survey_date",
        LocalDate.of(2023, 11, 30),
        "factor",
        factor.name(),
        factor.column(),
        value);
  }

  private List<Factor> factors() {
    Noise relief = new Noise(county.seed() + 81, 8_000);
    Noise strata = new Noise(county.seed() + 82, 12_000);
    return List.of(
        new Factor(
            "坡度",
            'S',
            "value",
            (x, y) -> slope(riverDistance(x, y)) + 13 * relief.at(x, y),
            List.of(8.0, 15.0, 25.0, 35.0, 45.0),
            List.of(5.0, 11.5, 20.0, 30.0, 40.0, 48.0)),
        new Factor(
            "工程岩组",
            'Y',
            "factor_class",
            (x, y) -> softness(riverDistance(x, y)) + alongStrike(strata, x, y),
            List.of(-15.0, 15.0, 50.0),
            List.of("坚硬厚层状碳酸盐岩组", "较坚硬中厚层状碎屑岩组", "软硬相间层状碎屑岩组", "软弱薄层状泥岩岩组")),
        new Factor(
            "距水系距离",
            'H',
            "value",
            this::riverDistance,
            List.of(200.0, 500.0, 1000.0, 2000.0),
            List.of(100.0, 350.0, 750.0, 1500.0, 3500.0)));
  }

  /** Metres to the nearest river. */
  private double riverDistance(double x, double y) {
    return rivers.distance(Ground.point(new Coordinate(x, y)));
  }

  /** Degrees of slope at a distance from the river. */
  private static double slope(double distance) {
    return 14 + 24 * StrictMath.exp(-distance / 1800);
  }

  /** Softness of the rock in hundredths, at a distance from the river. */
  private static double softness(double distance) {
    return 90 * StrictMath.exp(-distance / 2500) - 25;
  }

  /** Strata run from south-west to north-east, as the folds of the region do. */
  private static double alongStrike(Noise strata, double x, double y) {
    double along = 0.8 * x + 0.6 * y;
    double across = 0.8 * y - 0.6 * x;
    return 100 * strata.at(along / 2, across);
  }

  private List<Polygon> insideCounty(Polygon polygon) {
    if (border.covers(polygon)) {
      return List.of(polygon);
    }
    Geometry cut =
        OverlayNGRobust.overlay(polygon, county.map().county().shape(), OverlayNG.INTERSECTION);
    return Contours.polygons(cut).stream().filter(p -> p.getArea() >= MIN_AREA_M2).toList();
  }
}
