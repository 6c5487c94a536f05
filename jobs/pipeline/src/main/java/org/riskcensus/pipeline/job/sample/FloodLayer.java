package org.riskcensus.pipeline.job.sample;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.riskcensus.pipeline.job.sample.terrain.Contours;
import org.riskcensus.pipeline.job.sample.terrain.Dice;
import org.riskcensus.pipeline.job.sample.terrain.River;

/**
 * Flood extents 洪水淹没范围: the water of a return period stands at a height above the river, the depth
 * at a place is that height less the place's own. Hence extents nest, and depth grows with the
 * return period, at every place. Each depth class is one polygon; the extents of two rivers overlap
 * where they meet.
 */
final class FloodLayer implements Layer {

  static final int[] RETURN_PERIODS = {5, 10, 20, 50, 100};
  private static final int BACKWATER_FROM_A = 50;
  private static final double SIMPLIFY_M = 18;
  private static final double MIN_AREA_M2 = 2_000;

  /**
   * What a kind of flood is like.
   *
   * @param type 河洪 or 山洪
   * @param stages water above the river at each return period, m
   * @param classes lower bounds of the depth classes, m
   * @param depths what stands for each class, m
   * @param spacing of the lattice the ground is sampled on, m
   */
  record Kind(
      String type, List<Double> stages, List<Double> classes, List<Double> depths, double spacing) {

    static final Kind RIVER =
        new Kind(
            "河洪",
            List.of(1.1, 2.3, 3.2, 3.9, 4.6),
            List.of(0.0, 0.5, 1.0, 2.0, 3.0),
            List.of(0.3, 0.8, 1.5, 2.5, 3.2),
            240);
    static final Kind FLASH =
        new Kind(
            "山洪",
            List.of(1.3, 1.9, 2.6, 3.3, 4.0),
            List.of(0.0, 1.0, 2.0, 3.0),
            List.of(0.7, 1.5, 2.5, 3.3),
            140);
  }

  private final County county;
  private final Kind kind;
  private final List<River> rivers;
  private final PreparedGeometry border;

  FloodLayer(County county, Kind kind, List<River> rivers) {
    this.county = county;
    this.border = PreparedGeometryFactory.prepare(county.map().county().shape());
    this.kind = kind;
    this.rivers = rivers;
  }

  @Override
  public SourcePlan plan(int year) {
    String id = "flood_extent-" + county.code();
    String columns =
        "flood_type 洪水类型 string, return_period_a 重现期=重现期(年) integer,"
            + " depth_m 水深米=最大水深(m) double, velocity_ms 流速 double,"
            + " duration_h 历时小时 double, source_river 河流 string";
    return SourcePlan.table(
            id, county.code(), county.sharedFile("洪水淹没范围.gpkg"), FiledColumn.survey(columns))
        .with("MULTIPOLYGON", county.map().plan().crs());
  }

  @Override
  public void write(int year, RowTarget target) throws IOException {
    for (River river : rivers) {
      Contours contours = new Contours(river::heightAbove, river.box(), kind.spacing());
      for (int p = 0; p < RETURN_PERIODS.length; p++) {
        List<MultiPolygon> bands = bands(contours, kind.stages().get(p));
        List<FloodFlow> flows = flows(river, RETURN_PERIODS[p]);
        for (int b = 0; b < bands.size(); b++) {
          if (!bands.get(b).isEmpty()) {
            target.write(
                row(river, RETURN_PERIODS[p], b, bands.get(b))
                    .with("velocity_ms", flows.get(b).velocity())
                    .with("duration_h", flows.get(b).duration()));
          }
        }
      }
    }
  }

  /** The rivers below the first flow off into it, and are held back when both are high. */
  private List<FloodFlow> flows(River river, int period) {
    boolean flash = kind.equals(Kind.FLASH);
    int backwaterFrom = flash || rivers.indexOf(river) == 0 ? Integer.MAX_VALUE : BACKWATER_FROM_A;
    Dice dice = county.dice("flood flow/" + rivers.indexOf(river) + "/" + period);
    return FloodFlow.of(dice, new FloodFlow.Regime(flash, backwaterFrom), period, kind.depths());
  }

  private FiledRow row(River river, int period, int band, MultiPolygon shape) {
    double depth = kind.depths().get(band);
    return FiledRow.of(
        shape,
        "object_id",
        "F%s-%02d-%03d-%d".formatted(county.code(), rivers.indexOf(river) + 1, period, band + 1),
        "admin_code",
        county.unitCode(),
        "source_department",
        county.map().plan().name() + "水利局",
        "survey_date",
        java.time.LocalDate.of(2024, 4, 20),
        "flood_type",
        kind.type(),
        "return_period_a",
        period,
        "depth_m",
        depth,
        "source_river",
        river.name());
  }

  /** The depth classes of one return period, from the shallowest, cut at the county's border. */
  private List<MultiPolygon> bands(Contours contours, double stage) {
    List<Polygon> polygons = new ArrayList<>();
    List<Integer> classOf = new ArrayList<>();
    for (int b = 0; b < kind.classes().size() && kind.classes().get(b) < stage; b++) {
      boolean deepest = b + 1 == kind.classes().size() || kind.classes().get(b + 1) >= stage;
      double low = deepest ? Double.NEGATIVE_INFINITY : stage - kind.classes().get(b + 1);
      for (Polygon polygon : contours.between(low, stage - kind.classes().get(b))) {
        polygons.add(polygon);
        classOf.add(b);
      }
    }
    Geometry[] simple = CoverageSimplifier.simplify(polygons.toArray(Geometry[]::new), SIMPLIFY_M);
    List<MultiPolygon> bands = new ArrayList<>();
    for (int b = 0; b < kind.classes().size(); b++) {
      List<Polygon> parts = new ArrayList<>();
      for (int i = 0; i < simple.length; i++) {
        if (classOf.get(i) == b) {
          parts.addAll(insideCounty(simple[i]));
        }
      }
      bands.add(Ground.FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new)));
    }
    return bands;
  }

  private List<Polygon> insideCounty(Geometry polygon) {
    if (border.covers(polygon)) {
      return List.of((Polygon) polygon);
    }
    Geometry cut =
        OverlayNGRobust.overlay(polygon, county.map().county().shape(), OverlayNG.INTERSECTION);
    return Contours.polygons(cut).stream().filter(p -> p.getArea() >= MIN_AREA_M2).toList();
  }
}
