package org.riskcensus.pipeline.job.ingest;

import java.io.Serializable;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.riskcensus.core.geometry.Gcj02;
import org.riskcensus.pipeline.audit.check.UnitFit;
import org.riskcensus.pipeline.spatial.PlaneProjection;

/**
 * Tries whether the centre of an object changes between in and out of its unit when the GCJ-02
 * offset is taken back.
 *
 * @param maxObjectMetres objects larger than this have no one place and are not tried
 */
record OffsetTest(double maxObjectMetres) implements Serializable {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** How the object fits its unit, where the offset makes a difference. */
  Optional<UnitFit> fit(Geometry plane, PreparedGeometry unit) {
    Envelope extent = plane.getEnvelopeInternal();
    if (Math.max(extent.getWidth(), extent.getHeight()) > maxObjectMetres) {
      return Optional.empty();
    }
    Point filed = FACTORY.createPoint(extent.centre());
    Coordinate drawn = PlaneProjection.toLonLat(filed).getCoordinate();
    Geometry shifted =
        PlaneProjection.toPlane(FACTORY.createPoint(Gcj02.inverse(new Coordinate(drawn))));
    boolean asFiled = unit.intersects(filed);
    if (asFiled == unit.intersects(shifted)) {
      return Optional.empty();
    }
    return Optional.of(asFiled ? UnitFit.ONLY_AS_FILED : UnitFit.ONLY_SHIFTED);
  }
}
