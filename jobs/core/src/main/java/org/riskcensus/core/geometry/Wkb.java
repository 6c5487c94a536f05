package org.riskcensus.core.geometry;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/**
 * The one seam through which geometry is stored: two-dimensional little-endian OGC WKB without
 * SRID. The reference system is a property of the column, not of the value.
 */
public final class Wkb {

  private Wkb() {}

  /** Encodes {@code geometry}; equal geometries give equal bytes. */
  public static byte[] write(Geometry geometry) {
    return new WKBWriter(2, org.locationtech.jts.io.ByteOrderValues.LITTLE_ENDIAN).write(geometry);
  }

  /**
   * Decodes bytes written by {@link #write}.
   *
   * @throws IllegalArgumentException when the bytes are no WKB
   */
  public static Geometry read(byte[] wkb) {
    try {
      return new WKBReader().read(wkb);
    } catch (ParseException e) {
      throw new IllegalArgumentException("not a WKB geometry: " + e.getMessage(), e);
    }
  }
}
