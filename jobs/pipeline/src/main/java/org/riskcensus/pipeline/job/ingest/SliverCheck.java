package org.riskcensus.pipeline.job.ingest;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.riskcensus.core.finding.Finding;
import org.riskcensus.core.finding.Wording;
import org.riskcensus.core.geometry.CoverageParts;
import org.riskcensus.pipeline.contract.Rule;
import org.riskcensus.pipeline.spatial.PlaneProjection;

/** Finds polygons so thin that they are left over from overlay or digitizing 狭长碎屑. */
final class SliverCheck {

  private final Rule rule;
  private final double minWidthMetres;

  SliverCheck(RowRules rules) {
    this.rule = rules.rules().get("sliver");
    this.minWidthMetres = rules.limit("sliver", "min_width_m");
  }

  /**
   * The finding on the thinnest part of a geometry of the plane; none where all are wide enough.
   */
  List<Finding> check(@Nullable Geometry plane) {
    Polygon thinnest = null;
    double least = minWidthMetres;
    for (int i = 0; plane != null && i < plane.getNumGeometries(); i++) {
      if (plane.getGeometryN(i) instanceof Polygon part && CoverageParts.meanWidth(part) < least) {
        thinnest = part;
        least = CoverageParts.meanWidth(part);
      }
    }
    if (thinnest == null) {
      return List.of();
    }
    Coordinate at = PlaneProjection.toLonLat(thinnest).getCoordinate();
    String observed =
        String.format(
            Locale.ROOT, "%.3f m × %.1f m², (%.6f, %.6f)", least, thinnest.getArea(), at.x, at.y);
    String expected = "≥ " + Wording.limit(minWidthMetres) + " m";
    return List.of(
        new Finding(
            rule.id(),
            rule.severity(),
            "geometry",
            Wording.of(observed),
            Wording.of(expected),
            Wording.phrase("delete_crumb")));
  }
}
