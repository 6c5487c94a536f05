package org.riskcensus.formats.write;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The SQLite database of a GeoPackage, with the tables every GeoPackage has. One transaction. */
final class GeoPackageFile implements Closeable {

  /** "GPKG" in ASCII, and version 1.3.0. */
  private static final List<String> IDENTITY =
      List.of("PRAGMA application_id = 1196444487", "PRAGMA user_version = 10300");

  private static final List<String> CORE =
      List.of(
          """
          CREATE TABLE IF NOT EXISTS gpkg_spatial_ref_sys (
            srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY,
            organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL,
            definition TEXT NOT NULL, description TEXT)""",
          """
          CREATE TABLE IF NOT EXISTS gpkg_contents (
            table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL,
            identifier TEXT UNIQUE, description TEXT DEFAULT '',
            last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
            min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
            CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id)
              REFERENCES gpkg_spatial_ref_sys(srs_id))""",
          """
          CREATE TABLE IF NOT EXISTS gpkg_geometry_columns (
            table_name TEXT NOT NULL, column_name TEXT NOT NULL,
            geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
            z TINYINT NOT NULL, m TINYINT NOT NULL,
            CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
            CONSTRAINT uk_gc_table_name UNIQUE (table_name),
            CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
            CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))""",
          """
          CREATE TABLE IF NOT EXISTS gpkg_extensions (
            table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL,
            definition TEXT NOT NULL, scope TEXT NOT NULL,
            CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))""",
          """
          CREATE TABLE IF NOT EXISTS gpkg_data_columns (
            table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT,
            description TEXT, mime_type TEXT, constraint_name TEXT,
            CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),
            CONSTRAINT gdc_tn UNIQUE (table_name, name))""");

  private static final String SRS =
      "INSERT OR IGNORE INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)";

  private final Connection connection;

  private GeoPackageFile(Connection connection) {
    this.connection = connection;
  }

  static GeoPackageFile open(Path file) throws IOException {
    try {
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      GeoPackageFile geoPackage = new GeoPackageFile(connection);
      geoPackage.prepare();
      return geoPackage;
    } catch (SQLException e) {
      throw new IOException("cannot write GeoPackage " + file, e);
    }
  }

  private void prepare() throws SQLException {
    for (String sql : IDENTITY) {
      execute(sql);
    }
    execute("PRAGMA journal_mode = OFF");
    execute("PRAGMA synchronous = OFF");
    connection.setAutoCommit(false);
    for (String sql : CORE) {
      execute(sql);
    }
    insert(SRS, "Undefined Cartesian", -1, "NONE", -1, "undefined", null);
    insert(SRS, "Undefined geographic", 0, "NONE", 0, "undefined", null);
    try {
      register(SpatialReference.of("EPSG:4326"));
    } catch (org.geotools.api.referencing.FactoryException e) {
      throw new IllegalStateException("the EPSG register is not on the classpath", e);
    }
    execute(
        "INSERT OR IGNORE INTO gpkg_extensions VALUES ('gpkg_data_columns', NULL, 'gpkg_schema',"
            + " 'http://www.geopackage.org/spec121/#extension_schema', 'read-write')");
  }

  void register(SpatialReference crs) throws SQLException {
    insert(SRS, crs.name(), crs.code(), "EPSG", crs.code(), crs.wkt(), null);
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  void insert(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = prepare(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  boolean contains(String table) throws SQLException {
    try (PreparedStatement statement =
        prepare("SELECT 1 FROM sqlite_master WHERE lower(name) = lower(?)")) {
      statement.setString(1, table);
      try (ResultSet found = statement.executeQuery()) {
        return found.next();
      }
    }
  }

  PreparedStatement prepare(String sql) throws SQLException {
    return connection.prepareStatement(sql);
  }

  void commit() throws SQLException {
    connection.commit();
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IOException("cannot close GeoPackage", e);
    }
  }
}
