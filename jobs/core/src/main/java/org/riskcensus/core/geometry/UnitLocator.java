package org.riskcensus.core.geometry;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Says to which unit of a coverage a point belongs: to exactly one.
 *
 * <p>A point inside a unit or on its border is that unit's; where several units qualify — on a
 * shared border, in a corner, or where sloppy boundaries overlap — it belongs to the unit whose id
 * comes first. So no point of the coverage is lost, not even on its outer border, and none counts
 * twice; the answer depends neither on the order of the units nor on rounding, for the test against
 * an edge is exact. Units and points must be in one reference system. Thread-safe.
 */
public final class UnitLocator {

  private final TreeMap<String, PointOnGeometryLocator> locators = new TreeMap<>();
  private final STRtree index = new STRtree();

  /** A locator over polygonal units by their id. */
  public UnitLocator(Map<String, ? extends Geometry> units) {
    units.forEach(
        (id, unit) -> {
          locators.put(id, new IndexedPointInAreaLocator(unit));
          index.insert(unit.getEnvelopeInternal(), id);
        });
    index.build();
  }

  /** The one unit that the point belongs to; empty when it lies in none. */
  public Optional<String> find(Coordinate point) {
    return claims(point).stream().findFirst();
  }

  /** All units that hold the point, borders included, in the order of their ids. */
  public SortedSet<String> claims(Coordinate point) {
    SortedSet<String> claims = new TreeSet<>();
    for (Object id : index.query(new Envelope(point))) {
      PointOnGeometryLocator locator = locators.get((String) id);
      if (locator != null && locator.locate(point) != Location.EXTERIOR) {
        claims.add((String) id);
      }
    }
    return claims;
  }
}
