package org.riskcensus.formats.write;

import java.sql.SQLException;
import org.riskcensus.formats.style.StyledLayer;

/**
 * The table {@code layer_styles} of a GeoPackage, by which QGIS opens a layer in its default style.
 * It is registered as a table without geometry, as the standard asks.
 */
final class GeoPackageStyles {

  private static final String TABLE =
      """
      CREATE TABLE IF NOT EXISTS layer_styles (
        id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256),
        f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256),
        styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN,
        description TEXT, owner TEXT(30), ui TEXT(30), update_time DATETIME)""";

  private static final String REGISTER =
      "INSERT OR IGNORE INTO gpkg_contents VALUES"
          + " ('layer_styles', 'attributes', 'layer_styles', '', ?, NULL, NULL, NULL, NULL, 0)";

  private static final String STYLE =
      "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name,"
          + " f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner,"
          + " update_time) VALUES ('', '', ?, 'geom', ?, ?, ?, 1, ?, '', ?)";

  private GeoPackageStyles() {}

  static void add(GeoPackageFile file, String layer, StyledLayer style) throws SQLException {
    file.execute(TABLE);
    file.insert(REGISTER, GeoPackageEncoder.LAST_CHANGE);
    file.insert(
        STYLE,
        layer,
        layer,
        style.qml(),
        style.sld(),
        style.title(),
        GeoPackageEncoder.LAST_CHANGE);
  }
}
