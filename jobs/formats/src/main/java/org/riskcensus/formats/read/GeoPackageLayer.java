package org.riskcensus.formats.read;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.riskcensus.formats.crs.CrsText;

/**
 * A layer as the tables of a GeoPackage describe it.
 *
 * @param table name of its table
 * @param geometryColumn null for a table without geometry
 * @param crs code of its reference system, where it is known
 */
record GeoPackageLayer(String table, @Nullable String geometryColumn, Optional<String> crs) {

  private static final String LAYERS =
      "SELECT c.table_name, g.column_name, s.organization, s.organization_coordsys_id,"
          + " s.definition FROM gpkg_contents c"
          + " LEFT JOIN gpkg_geometry_columns g ON lower(g.table_name) = lower(c.table_name)"
          + " LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id"
          + " WHERE c.data_type = ? ORDER BY c.table_name";

  static GeoPackageLayer choose(SourceFile file, Connection database)
      throws SQLException, UnreadableFileException {
    List<GeoPackageLayer> layers = list(database, "features");
    List<GeoPackageLayer> tables = list(database, "attributes");
    String wanted = file.spec().layer();
    List<GeoPackageLayer> all = new ArrayList<>(layers);
    all.addAll(tables);
    if (wanted != null) {
      return all.stream()
          .filter(layer -> layer.table.equalsIgnoreCase(wanted.strip()))
          .findFirst()
          .orElseThrow(
              () ->
                  file.unreadable(
                      "it has no layer '" + wanted + "'", "choose among " + names(all)));
    }
    List<GeoPackageLayer> likely = layers.isEmpty() ? tables : layers;
    if (likely.size() == 1) {
      return likely.get(0);
    }
    throw likely.isEmpty()
        ? file.unreadable("it has no layer of features", "export it again")
        : file.unreadable("it has several layers: " + names(likely), "name one of them");
  }

  private static String names(List<GeoPackageLayer> layers) {
    return String.join(", ", layers.stream().map(GeoPackageLayer::table).toList());
  }

  private static List<GeoPackageLayer> list(Connection database, String kind) throws SQLException {
    List<GeoPackageLayer> layers = new ArrayList<>();
    try (PreparedStatement query = database.prepareStatement(LAYERS)) {
      query.setString(1, kind);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          layers.add(new GeoPackageLayer(rows.getString(1), rows.getString(2), crs(rows)));
        }
      }
    }
    return layers;
  }

  private static Optional<String> crs(ResultSet row) throws SQLException {
    String organization = row.getString(3);
    String number = row.getString(4);
    if ("EPSG".equalsIgnoreCase(organization) && number != null) {
      return CrsText.findCode("EPSG:" + number);
    }
    String definition = row.getString(5);
    return definition == null ? Optional.empty() : CrsText.findCode(definition);
  }
}
