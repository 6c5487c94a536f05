package org.riskcensus.formats.write;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.wololo.flatgeobuf.ColumnMeta;
import org.wololo.flatgeobuf.Constants;
import org.wololo.flatgeobuf.HeaderMeta;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.GeometryType;

/**
 * FlatGeobuf without its optional index: features stay in the order they came in. They are spooled
 * first, because the header in front of them tells their number and extent.
 */
final class FlatGeobufEncoder implements LayerEncoder {

  private final LayerTarget target;
  private final byte geometryType;
  private final SpatialReference crs;
  private final Path spool;
  private final OutputStream spooled;
  private final Envelope extent = new Envelope();
  private long rows;

  private FlatGeobufEncoder(LayerTarget target, SpatialReference crs) throws IOException {
    this.target = target;
    this.crs = crs;
    this.geometryType = FlatGeobufValues.geometryType(LayerShape.of(target.schema()));
    this.spool = target.staged().resolveSibling("features.spool");
    this.spooled = new BufferedOutputStream(Files.newOutputStream(spool));
  }

  static LayerEncoder open(LayerTarget target) throws IOException {
    if (!target.hasGeometry()) {
      throw target.refuse("FlatGeobuf holds no table without geometry", "write .csv or .parquet");
    }
    return new FlatGeobufEncoder(target, SpatialReference.of(target));
  }

  @Override
  public void encode(List<@Nullable Object> values, @Nullable Geometry geometry)
      throws IOException {
    FlatBufferBuilder builder = new FlatBufferBuilder(1024);
    int properties = Feature.createPropertiesVector(builder, FlatGeobufValues.properties(values));
    int shape = 0;
    if (geometry != null && !geometry.isEmpty()) {
      extent.expandToInclude(geometry.getEnvelopeInternal());
      boolean typed = geometryType == GeometryType.Unknown;
      shape = new FlatGeobufShape(builder).write(geometry, typed);
    }
    builder.finishSizePrefixed(Feature.createFeature(builder, shape, properties, 0));
    ByteBuffer bytes = builder.dataBuffer();
    spooled.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
    rows++;
  }

  @Override
  public void finish() throws IOException {
    spooled.close();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target.staged()))) {
      out.write(Constants.MAGIC_BYTES);
      HeaderMeta.write(header(), out, new FlatBufferBuilder(1024));
      Files.copy(spool, out);
    }
    Files.delete(spool);
  }

  private HeaderMeta header() {
    HeaderMeta header = new HeaderMeta();
    header.name = target.schema().name();
    header.geometryType = geometryType;
    header.srid = crs.code();
    header.envelope = extent;
    header.featuresCount = rows;
    header.indexNodeSize = 0;
    header.columns = columns();
    return header;
  }

  private List<ColumnMeta> columns() {
    List<ColumnMeta> columns = new ArrayList<>();
    for (LayerField field : target.schema().fields()) {
      ColumnMeta column = new ColumnMeta();
      column.name = target.options().header(field);
      column.title = field.label();
      column.nullable = true;
      column.type =
          switch (field.type()) {
            case STRING -> ColumnType.String;
            case INTEGER -> ColumnType.Int;
            case LONG -> ColumnType.Long;
            case DOUBLE -> ColumnType.Double;
            case BOOLEAN -> ColumnType.Bool;
            case DATE -> ColumnType.DateTime;
          };
      columns.add(column);
    }
    return columns;
  }

  @Override
  public void close() throws IOException {
    spooled.close();
  }
}
