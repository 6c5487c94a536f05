package org.riskcensus.formats.read;

import java.util.Optional;
import org.geotools.coverage.grid.io.imageio.geotiff.GeoTiffIIOMetadataDecoder;
import org.geotools.coverage.grid.io.imageio.geotiff.GeoTiffMetadata2CRSAdapter;
import org.riskcensus.formats.crs.CrsText;

/** The reference system of a GeoTIFF: by its number, else by the parameters in its keys. */
final class RasterCrs {

  private static final int MODEL_KEY = 1024;
  private static final int GEOGRAPHIC_KEY = 2048;
  private static final int PROJECTED_KEY = 3072;
  private static final String GEOGRAPHIC_MODEL = "2";
  private static final String USER_DEFINED = "32767";

  private RasterCrs() {}

  static Optional<String> find(GeoTiffIIOMetadataDecoder geo) {
    if (!geo.hasGeoKey()) {
      return Optional.empty();
    }
    boolean geographic = GEOGRAPHIC_MODEL.equals(geo.getGeoKey(MODEL_KEY));
    String number = geo.getGeoKey(geographic ? GEOGRAPHIC_KEY : PROJECTED_KEY);
    if (number != null && !number.equals(USER_DEFINED)) {
      return CrsText.findCode("EPSG:" + number);
    }
    return byParameters(geo);
  }

  /**
   * Keys that make no system leave it unknown, then it must be declared; the library throws
   * exceptions of many types for them.
   */
  private static Optional<String> byParameters(GeoTiffIIOMetadataDecoder geo) {
    try {
      return CrsText.findCode(new GeoTiffMetadata2CRSAdapter(null).createCoordinateSystem(geo));
    } catch (Exception e) {
      return Optional.empty();
    }
  }
}
