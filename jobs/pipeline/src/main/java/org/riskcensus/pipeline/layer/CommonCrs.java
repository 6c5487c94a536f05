package org.riskcensus.pipeline.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.geometry.Ellipsoid;
import org.riskcensus.core.join.EllipsoidSurface;
import org.riskcensus.core.join.PlaneSurface;
import org.riskcensus.core.join.Surface;
import org.riskcensus.formats.crs.CoordinateTransform;
import org.riskcensus.formats.crs.Crs;

/**
 * The one reference system in which two sides are joined: the left side's. Sides in the same system
 * are joined on their coordinates as filed. Longitude and latitude of CGCS2000 and of WGS 84 count
 * as the same: they differ by less than a metre, and no shift between them is published.
 *
 * @param crs the system; null for a plain plane in metres
 * @param toLeft how the right side gets there; null where its coordinates stay
 * @param notes what was assumed
 */
public record CommonCrs(
    @Nullable Crs crs, @Nullable CoordinateTransform toLeft, List<String> notes) {

  private static final Set<String> CENTRED = Set.of("EPSG:4326", "EPSG:4490");

  /** Settles the system of two sides. */
  public static CommonCrs of(LayerInput left, LayerInput right) {
    List<String> notes = new ArrayList<>();
    Crs leftCrs = crs(left, right, notes);
    Crs rightCrs = crs(right, left, notes);
    if (leftCrs == null || rightCrs == null) {
      notes.add(
          "no reference system is declared or found: coordinates are taken as metres in a plane;"
              + " else name it with the options that end in -crs");
      return new CommonCrs(null, null, notes);
    }
    if (leftCrs.equals(rightCrs)
        || (CENTRED.contains(leftCrs.code()) && CENTRED.contains(rightCrs.code()))) {
      return new CommonCrs(leftCrs, null, notes);
    }
    CoordinateTransform transform = CoordinateTransform.between(rightCrs, leftCrs);
    notes.add(right.name() + " is brought from " + rightCrs + " to " + leftCrs);
    transform.caveat().ifPresent(notes::add);
    return new CommonCrs(leftCrs, transform, notes);
  }

  private static @Nullable Crs crs(LayerInput side, LayerInput other, List<String> notes) {
    if (side.crs() != null) {
      return side.crs();
    }
    Crs assumed = other.crs();
    if (side.lonLat() && (assumed == null || !assumed.geographic())) {
      assumed = Crs.CGCS2000;
    }
    if (assumed != null) {
      notes.add(side.name() + " names no reference system and is taken to be in " + assumed);
    }
    return assumed;
  }

  /** What distances and areas are measured on. */
  public Surface surface() {
    return crs != null && crs.geographic()
        ? new EllipsoidSurface(ellipsoid(crs))
        : new PlaneSurface();
  }

  private static Ellipsoid ellipsoid(Crs geographic) {
    return new Ellipsoid(geographic.semiMajorMetres(), geographic.inverseFlattening());
  }
}
