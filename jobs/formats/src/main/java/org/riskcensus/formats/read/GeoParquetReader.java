package org.riskcensus.formats.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.formats.write.FieldType;

/**
 * GeoParquet, in any of its encodings, and plain Parquet as a table without geometry. A row group
 * is held at a time. Geometry that is not what the metadata declares is a problem of its row; as
 * such files are written by programs, one in which that is so for every row is refused.
 */
final class GeoParquetReader extends StreamingReader {

  private static final double BOUNDS_TOLERANCE = 1e-9;
  private static final String AGAIN = "write it again as GeoParquet 1.1";

  private final List<Type> columns;
  private final @Nullable GeoParquetMetadata geo;
  private final GeoParquetGeometry geometries = new GeoParquetGeometry();
  private final ParquetReader<Group> rows;
  private long rowNumber;
  private long broken;
  private @Nullable String firstProblem;

  private GeoParquetReader(
      SourceFile file,
      List<Type> columns,
      @Nullable GeoParquetMetadata geo,
      ParquetReader<Group> rows) {
    super(file);
    this.columns = columns;
    this.geo = geo;
    this.rows = rows;
  }

  static GeoParquetReader open(SourceFile file) throws IOException {
    InputFile input = new LocalInputFile(file.path());
    ParquetMetadata footer = footer(file, input);
    MessageType schema = footer.getFileMetaData().getSchema();
    List<String> names = schema.getFields().stream().map(Type::getName).toList();
    String json = footer.getFileMetaData().getKeyValueMetaData().get("geo");
    GeoParquetMetadata geo = json == null ? null : GeoParquetMetadata.of(file, json, names);
    if (geo == null) {
      checkTable(file, schema);
    } else {
      GeoParquetGeometry.check(file, schema.getType(geo.column()), geo.encoding());
    }
    List<Type> columns = new ArrayList<>();
    for (Type column : schema.getFields()) {
      boolean spatial =
          geo != null
              && (column.getName().equals(geo.column()) || column.getName().equals(geo.covering()));
      if (!spatial && ParquetText.isText(column)) {
        columns.add(column);
      }
    }
    return new GeoParquetReader(file, columns, geo, new Builder(input).build());
  }

  private static ParquetMetadata footer(SourceFile file, InputFile input) throws IOException {
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
    try (ParquetFileReader reader = ParquetFileReader.open(input, options)) {
      ParquetMetadata footer = reader.getFooter();
      for (BlockMetaData block : footer.getBlocks()) {
        for (ColumnChunkMetaData chunk : block.getColumns()) {
          long end = chunk.getStartingPos() + chunk.getTotalSize();
          if (chunk.getStartingPos() < 0 || chunk.getTotalSize() < 0 || end > input.getLength()) {
            throw file.unreadable(
                "its column " + chunk.getPath().toDotString() + " is said to end at byte " + end,
                "it was cut off or is damaged: send it again");
          }
        }
      }
      return footer;
    }
  }

  /** Plain Parquet is a table; a column that looks like geometry without its metadata is not. */
  private static void checkTable(SourceFile file, MessageType schema)
      throws UnreadableFileException {
    for (Type column : schema.getFields()) {
      if (column.getName().toLowerCase(java.util.Locale.ROOT).matches("geometry|geom|wkb|the_geom")
          && !(column.isPrimitive() && ParquetText.isText(column))) {
        throw file.unreadable(
            "its column " + column.getName() + " has no geo metadata, so it is no GeoParquet",
            AGAIN);
      }
    }
  }

  @Override
  @Nullable SourceRow advance() throws IOException {
    Group row = rows.read();
    if (row == null) {
      refuseWhenAllAreBroken();
      return null;
    }
    rowNumber++;
    Map<String, String> attributes = new LinkedHashMap<>();
    for (Type column : columns) {
      String text = ParquetText.of(row, column);
      if (text != null && !text.isBlank()) {
        attributes.put(column.getName(), text);
      }
    }
    if (geo == null) {
      return new SourceRow(rowNumber, attributes, null, null);
    }
    try {
      return new SourceRow(rowNumber, attributes, geometry(row, geo), null);
    } catch (FiledGeometry.Unfit e) {
      broken++;
      firstProblem =
          firstProblem == null ? "row " + rowNumber + ": " + e.getMessage() : firstProblem;
      return new SourceRow(rowNumber, attributes, null, "geometry: " + e.getMessage());
    }
  }

  private void refuseWhenAllAreBroken() throws UnreadableFileException {
    if (firstProblem != null && broken == rowNumber) {
      throw file().unreadable("the geometry of none of its rows fits; " + firstProblem, AGAIN);
    }
  }

  private @Nullable Geometry geometry(Group row, GeoParquetMetadata declared)
      throws FiledGeometry.Unfit {
    Geometry geometry = geometries.read(row, declared);
    if (geometry == null) {
      return null;
    }
    String type = geometry.getGeometryType().toUpperCase(java.util.Locale.ROOT);
    if (!declared.types().isEmpty() && !declared.types().contains(type)) {
      throw new FiledGeometry.Unfit(
          "it is a " + type + " but the metadata declares " + declared.types());
    }
    Envelope bounds = declared.bounds();
    if (bounds != null && !geometry.isEmpty()) {
      Envelope wider = bounds.copy();
      wider.expandBy(
          BOUNDS_TOLERANCE * Math.max(1, Math.max(bounds.getWidth(), bounds.getHeight())));
      if (!wider.contains(geometry.getEnvelopeInternal())) {
        throw new FiledGeometry.Unfit("it lies outside the bbox the metadata declares, " + bounds);
      }
    }
    return geometry;
  }

  @Override
  public List<String> fields() {
    return columns.stream().map(Type::getName).toList();
  }

  @Override
  public Map<String, FieldType> types() {
    Map<String, FieldType> types = new HashMap<>();
    for (Type column : columns) {
      FieldType type = ParquetText.type(column);
      if (type != FieldType.STRING) {
        types.put(column.getName(), type);
      }
    }
    return types;
  }

  @Override
  Optional<String> ownCrs() {
    return geo == null ? Optional.empty() : geo.crs();
  }

  @Override
  public boolean hasGeometry() {
    return geo != null;
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }

  private static final class Builder extends ParquetReader.Builder<Group> {

    Builder(InputFile input) {
      super(input, new PlainParquetConfiguration());
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport();
    }
  }
}
