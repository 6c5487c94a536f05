package org.riskcensus.formats.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.formats.write.FieldType;
import org.sqlite.SQLiteConfig;

/**
 * One layer of a GeoPackage, opened read-only: the layer named, or the only one. Rows come in the
 * order of the table, one at a time.
 */
final class GeoPackageReader extends StreamingReader {

  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  private final Connection database;
  private final GeoPackageLayer layer;
  private final Statement statement;
  private final ResultSet rows;
  private final GeoPackageColumns columns;
  private final WkbGeometry geometries = new WkbGeometry();
  private long rowNumber;

  private GeoPackageReader(SourceFile file, Connection database) throws IOException, SQLException {
    super(file);
    this.database = database;
    layer = GeoPackageLayer.choose(file, database);
    statement = database.createStatement();
    rows = statement.executeQuery("SELECT * FROM " + quoted(layer.table()));
    columns = GeoPackageColumns.of(file, layer, rows.getMetaData());
  }

  static RowReader open(SourceFile file) throws IOException {
    checkKind(file);
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    Connection database = null;
    try {
      database = config.createConnection("jdbc:sqlite:" + file.path().toAbsolutePath());
      return new GeoPackageReader(file, database);
    } catch (SQLException e) {
      close(database);
      throw file.broken(e);
    } catch (IOException | RuntimeException e) {
      close(database);
      throw e;
    }
  }

  private static void checkKind(SourceFile file) throws IOException {
    try (InputStream in = Files.newInputStream(file.path())) {
      if (!java.util.Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
        throw file.unreadable("this is no GeoPackage", "export it again as GeoPackage");
      }
    }
  }

  private static void close(@Nullable Connection database) throws IOException {
    try {
      if (database != null) {
        database.close();
      }
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  /** An identifier as SQL takes it literally, whatever it contains. */
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  @Override
  @Nullable SourceRow advance() throws IOException {
    try {
      return rows.next() ? row() : null;
    } catch (SQLException e) {
      throw file().broken(" after row " + rowNumber, e);
    }
  }

  private SourceRow row() throws SQLException {
    rowNumber++;
    List<String> problems = new ArrayList<>();
    Map<String, String> attributes = new LinkedHashMap<>();
    for (GeoPackageColumns.Column column : columns.attributes()) {
      String text = column.text(rows);
      if (text != null && !text.isBlank()) {
        attributes.put(column.name(), text);
      }
    }
    Geometry geometry = geometry(problems);
    String problem = problems.isEmpty() ? null : String.join("; ", problems);
    return new SourceRow(rowNumber, attributes, geometry, problem);
  }

  private @Nullable Geometry geometry(List<String> problems) throws SQLException {
    byte[] blob = columns.geometry() == 0 ? null : rows.getBytes(columns.geometry());
    try {
      return blob == null ? null : geometries.readGeoPackage(blob);
    } catch (FiledGeometry.Unfit e) {
      problems.add("geometry: " + e.getMessage());
      return null;
    }
  }

  @Override
  public List<String> fields() {
    return columns.attributes().stream().map(GeoPackageColumns.Column::name).toList();
  }

  @Override
  public Map<String, FieldType> types() {
    return columns.types();
  }

  @Override
  Optional<String> ownCrs() {
    return layer.crs();
  }

  @Override
  public boolean hasGeometry() {
    return columns.geometry() > 0;
  }

  @Override
  public void close() throws IOException {
    try {
      rows.close();
      statement.close();
    } catch (SQLException e) {
      throw new IOException(e);
    } finally {
      close(database);
    }
  }
}
