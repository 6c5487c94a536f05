package org.riskcensus.formats.map;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.riskcensus.formats.crs.CoordinateTransform;
import org.riskcensus.formats.crs.Crs;

/**
 * From longitude and latitude to the sheet: the Gauss-Kruger 3° zone of the county's middle, at the
 * largest round scale at which the county fits the frame. The scale is true at the middle of the
 * map: the scale factor of the zone there, {@code 1 + (E - 500 km)² / 2R²}, is taken out.
 */
final class SheetProjection {

  private static final double EARTH_RADIUS = 6_371_000;
  private static final double[] ROUND = {1, 1.25, 1.5, 1.75, 2, 2.5, 3, 3.5, 4, 4.5, 5, 6, 7, 8, 9};

  private final int meridian;
  private final CoordinateTransform toPlane;
  private final CoordinateTransform toDegrees;
  private final Coordinate middle;
  private final Rectangle2D frame;
  private final double denominator;
  private final double metresPerUnit;

  private SheetProjection(Geometry county, Rectangle2D frame, double millimetresPerUnit) {
    this.frame = frame;
    Coordinate place = county.getEnvelopeInternal().centre();
    int zone = (int) Math.round(place.x / 3);
    this.meridian = 3 * zone;
    Crs plane = Crs.of("EPSG:" + (4534 + zone - 25));
    this.toPlane = CoordinateTransform.between(Crs.CGCS2000, plane);
    this.toDegrees = CoordinateTransform.between(plane, Crs.CGCS2000);
    Envelope extent = toPlane.apply(county).getEnvelopeInternal();
    this.middle = extent.centre();
    double east = middle.x - 500_000;
    double factor = 1 + east * east / (2 * EARTH_RADIUS * EARTH_RADIUS);
    double needed =
        Math.max(extent.getWidth() / frame.getWidth(), extent.getHeight() / frame.getHeight());
    this.denominator = round(needed / factor * 1000 / millimetresPerUnit);
    this.metresPerUnit = denominator / 1000 * millimetresPerUnit * factor;
  }

  /**
   * Fits a county into a frame.
   *
   * @param county longitude and latitude, 73.5°E to 136.5°E
   * @param frame in sheet units
   */
  static SheetProjection fit(Geometry county, Rectangle2D frame, double millimetresPerUnit) {
    return new SheetProjection(county, frame, millimetresPerUnit);
  }

  /** The next larger number that a scale is given in. */
  static double round(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double digit : ROUND) {
      if (digit * power >= least) {
        return digit * power;
      }
    }
    return 10 * power;
  }

  int centralMeridian() {
    return meridian;
  }

  /** D of the scale 1:D. */
  double denominator() {
    return denominator;
  }

  Point2D place(Coordinate degrees) {
    return onSheet(toPlane.apply(degrees));
  }

  Coordinate degrees(double x, double y) {
    Coordinate plane =
        new Coordinate(
            middle.x + (x - frame.getCenterX()) * metresPerUnit,
            middle.y - (y - frame.getCenterY()) * metresPerUnit);
    return toDegrees.apply(plane);
  }

  /** Geometry in sheet units. */
  Geometry onSheet(Geometry degrees) {
    Geometry plane = toPlane.apply(degrees);
    plane.apply(
        (Coordinate c) -> {
          Point2D place = onSheet(c);
          c.x = place.getX();
          c.y = place.getY();
        });
    plane.geometryChanged();
    return plane;
  }

  private Point2D onSheet(Coordinate plane) {
    return new Point2D.Double(
        frame.getCenterX() + (plane.x - middle.x) / metresPerUnit,
        frame.getCenterY() - (plane.y - middle.y) / metresPerUnit);
  }

  /** Geometry in sheet units as a shape; holes stay open. */
  static Path2D shape(Geometry onSheet) {
    Path2D shape = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    for (int i = 0; i < onSheet.getNumGeometries(); i++) {
      Geometry part = onSheet.getGeometryN(i);
      if (part instanceof Polygon polygon && !polygon.isEmpty()) {
        append(shape, polygon.getExteriorRing());
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          append(shape, polygon.getInteriorRingN(hole));
        }
      } else if (part instanceof LineString line) {
        append(shape, line);
      }
    }
    return shape;
  }

  private static void append(Path2D shape, LineString line) {
    CoordinateSequence vertices = line.getCoordinateSequence();
    for (int i = 0; i < vertices.size(); i++) {
      if (i == 0) {
        shape.moveTo(vertices.getX(i), vertices.getY(i));
      } else {
        shape.lineTo(vertices.getX(i), vertices.getY(i));
      }
    }
    if (line.isClosed() && !line.isEmpty()) {
      shape.closePath();
    }
  }
}
