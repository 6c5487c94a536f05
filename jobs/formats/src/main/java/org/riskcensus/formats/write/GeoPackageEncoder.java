package org.riskcensus.formats.write;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.formats.style.StyledLayer;

/**
 * A layer or plain table of an OGC GeoPackage 1.3, with a spatial index. Columns are named by the
 * schema; the Chinese labels are kept as titles in {@code gpkg_data_columns}. The time of the last
 * change is a fixed one, so that equal layers are equal files.
 */
final class GeoPackageEncoder implements LayerEncoder {

  static final String LAST_CHANGE = "2026-01-01T00:00:00.000Z";

  private final LayerTarget target;
  private final GeoPackageFile file;
  private final GeoPackageLayer layer;
  private final @Nullable SpatialReference crs;
  private final Envelope extent = new Envelope();
  private final PreparedStatement insert;
  private final @Nullable PreparedStatement index;
  private long rows;

  private GeoPackageEncoder(LayerTarget target, GeoPackageFile file, @Nullable SpatialReference crs)
      throws SQLException, IOException {
    this.target = target;
    this.file = file;
    this.crs = crs;
    this.layer = new GeoPackageLayer(target);
    if (file.contains(layer.name())) {
      throw target.refuse(
          "layer " + layer.name() + " exists already", "name another layer, or do not append");
    }
    file.execute(layer.createTable());
    this.insert = file.prepare(layer.insert());
    if (crs != null) {
      file.register(crs);
      file.execute(layer.createIndex());
      this.index = file.prepare(layer.insertIndex());
    } else {
      this.index = null;
    }
  }

  static LayerEncoder open(LayerTarget target) throws IOException {
    if (target.options().append() && Files.exists(target.file())) {
      Files.copy(target.file(), target.staged());
    }
    SpatialReference crs = target.hasGeometry() ? SpatialReference.of(target) : null;
    GeoPackageFile file = GeoPackageFile.open(target.staged());
    boolean opened = false;
    try {
      LayerEncoder encoder = new GeoPackageEncoder(target, file, crs);
      opened = true;
      return encoder;
    } catch (SQLException e) {
      throw new IOException("cannot create the layer in " + target.file(), e);
    } finally {
      if (!opened) {
        file.close();
      }
    }
  }

  @Override
  public void encode(List<@Nullable Object> values, @Nullable Geometry geometry)
      throws IOException {
    rows++;
    try {
      insert.setLong(1, rows);
      int parameter = 2;
      if (crs != null) {
        insert.setBytes(
            parameter++, geometry == null ? null : GeoPackageGeometry.encode(geometry, crs.code()));
      }
      for (Object value : values) {
        insert.setObject(parameter++, stored(value));
      }
      insert.executeUpdate();
      if (geometry != null && !geometry.isEmpty()) {
        addToIndex(geometry.getEnvelopeInternal());
      }
    } catch (SQLException e) {
      throw new IOException("cannot write row " + rows + " of " + target.file(), e);
    }
  }

  private static @Nullable Object stored(@Nullable Object value) {
    if (value instanceof Boolean truth) {
      return truth ? 1 : 0;
    }
    return value instanceof java.time.LocalDate date ? date.toString() : value;
  }

  private void addToIndex(Envelope envelope) throws SQLException {
    if (index != null) {
      extent.expandToInclude(envelope);
      index.setLong(1, rows);
      index.setDouble(2, envelope.getMinX());
      index.setDouble(3, envelope.getMaxX());
      index.setDouble(4, envelope.getMinY());
      index.setDouble(5, envelope.getMaxY());
      index.executeUpdate();
    }
  }

  @Override
  public void finish() throws IOException {
    try {
      file.insert(
          "INSERT INTO gpkg_contents VALUES (?, ?, ?, '', ?, ?, ?, ?, ?, ?)", contents().toArray());
      if (crs != null) {
        file.insert(
            "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)",
            layer.name(),
            LayerShape.of(target.schema()).name(),
            crs.code());
        for (String trigger : layer.indexTriggers()) {
          file.execute(trigger);
        }
        file.insert(
            "INSERT INTO gpkg_extensions VALUES (?, 'geom', 'gpkg_rtree_index',"
                + " 'http://www.geopackage.org/spec121/#extension_rtree', 'write-only')",
            layer.name());
      }
      for (LayerField field : target.schema().fields()) {
        file.insert(
            "INSERT INTO gpkg_data_columns VALUES (?, ?, NULL, ?, NULL, NULL, NULL)",
            layer.name(),
            target.options().header(field),
            field.label());
      }
      file.commit();
    } catch (SQLException e) {
      throw new IOException("cannot finish " + target.file(), e);
    }
  }

  @Override
  public boolean keepStyle(StyledLayer style) throws IOException {
    try {
      GeoPackageStyles.add(file, layer.name(), style);
      return true;
    } catch (SQLException e) {
      throw new IOException("cannot keep the style in " + target.file(), e);
    }
  }

  private List<@Nullable Object> contents() {
    String type = crs == null ? "attributes" : "features";
    List<@Nullable Object> row =
        new java.util.ArrayList<>(List.of(layer.name(), type, layer.name(), LAST_CHANGE));
    if (crs == null || extent.isNull()) {
      row.addAll(Collections.nCopies(4, null));
    } else {
      row.addAll(List.of(extent.getMinX(), extent.getMinY(), extent.getMaxX(), extent.getMaxY()));
    }
    row.add(crs == null ? 0 : crs.code());
    return row;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
