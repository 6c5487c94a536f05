package org.riskcensus.pipeline.job.sample;

import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.finding.Severity;

/**
 * Crumbs that the cut at the county's border leaves of flood extents, as real maps have them: the
 * generator does not make them on purpose, but knows them when it sees them.
 */
final class Slivers {

  private static final double WIDTH_M = 0.2;

  private Slivers() {}

  /** Whether a part of a polygon in metres is thinner on average than 20 cm. */
  static boolean has(Geometry shape) {
    for (int i = 0; shape.getDimension() == 2 && i < shape.getNumGeometries(); i++) {
      Geometry part = shape.getGeometryN(i);
      if (2 * part.getArea() < WIDTH_M * part.getLength()) {
        return true;
      }
    }
    return false;
  }

  /** The finding that must be made of row {@code row}, which stays as it is. */
  static Defect told(String source, long row) {
    String story = "crumb left by the cut at the border";
    return new Defect(source, row, "sliver", Severity.WARNING, "geometry", story, r -> r);
  }
}
