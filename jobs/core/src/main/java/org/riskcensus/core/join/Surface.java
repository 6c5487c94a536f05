package org.riskcensus.core.join;

import java.io.Serializable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Where coordinates lie, and so what area and distance between them are, in metres. */
public interface Surface extends Serializable {

  /** Area (m²) of the polygons of a geometry. */
  double area(Geometry geometry);

  /** Length (m) of the lines of a geometry; its areas have none. */
  double length(Geometry geometry);

  /** Shortest distance (m) between two geometries that are not empty; 0 where they meet. */
  double distance(Geometry a, Geometry b);

  /** Bounds that hold everything within a distance (m) of everything in {@code bounds}. */
  Envelope around(Envelope bounds, double metres);

  /** About how many metres the longer side of {@code bounds} measures. */
  double span(Envelope bounds);
}
