package org.riskcensus.formats.crs;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.geotools.referencing.operation.projection.MapProjection;

/**
 * Keeps GeoTools from writing to the console: the JDK's preferences store, which its image code
 * touches, complains every half minute where the home folder cannot be written, and map projections
 * print a warning for each point off their area. Points are checked by {@link CoordinateTransform}
 * instead.
 */
final class GeoToolsQuiet {

  /** Held, because the logging system forgets the level of a logger nobody refers to. */
  private static final Logger PREFERENCES = Logger.getLogger("java.util.prefs");

  private GeoToolsQuiet() {}

  static void settle() {
    PREFERENCES.setLevel(Level.OFF);
    MapProjection.SKIP_SANITY_CHECKS = true;
  }
}
