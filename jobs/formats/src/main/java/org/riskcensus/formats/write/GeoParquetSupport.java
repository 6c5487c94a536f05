package org.riskcensus.formats.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/** Lays rows out as Parquet records and gathers what the {@code geo} metadata tells of them. */
final class GeoParquetSupport extends WriteSupport<GeoParquetRow> {

  private static final List<String> BOX = List.of("xmin", "ymin", "xmax", "ymax");

  private final LayerTarget target;
  private final @Nullable String projjson;
  private final WKBWriter wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN);
  private final Envelope extent = new Envelope();
  private final TreeSet<String> geometryTypes = new TreeSet<>();
  private @Nullable RecordConsumer out;

  GeoParquetSupport(LayerTarget target, @Nullable String projjson) {
    this.target = target;
    this.projjson = projjson;
  }

  @Override
  @SuppressWarnings("deprecation") // abstract, so it must be there
  public WriteContext init(Configuration configuration) {
    return new WriteContext(schema(), Map.of());
  }

  @Override
  public WriteContext init(ParquetConfiguration configuration) {
    return new WriteContext(schema(), Map.of());
  }

  private MessageType schema() {
    List<Type> columns = new ArrayList<>();
    for (LayerField field : target.schema().fields()) {
      columns.add(type(field.type()).named(target.options().header(field)));
    }
    if (target.hasGeometry()) {
      columns.add(Types.optional(PrimitiveTypeName.BINARY).named("geometry"));
      Types.GroupBuilder<GroupType> box = Types.optionalGroup();
      for (String side : BOX) {
        box = box.required(PrimitiveTypeName.DOUBLE).named(side);
      }
      columns.add(box.named("bbox"));
    }
    return new MessageType("layer", columns);
  }

  private static Types.PrimitiveBuilder<org.apache.parquet.schema.PrimitiveType> type(
      FieldType type) {
    return switch (type) {
      case STRING ->
          Types.optional(PrimitiveTypeName.BINARY).as(LogicalTypeAnnotation.stringType());
      case INTEGER -> Types.optional(PrimitiveTypeName.INT32);
      case LONG -> Types.optional(PrimitiveTypeName.INT64);
      case DOUBLE -> Types.optional(PrimitiveTypeName.DOUBLE);
      case BOOLEAN -> Types.optional(PrimitiveTypeName.BOOLEAN);
      case DATE -> Types.optional(PrimitiveTypeName.INT32).as(LogicalTypeAnnotation.dateType());
    };
  }

  @Override
  public void prepareForWrite(RecordConsumer recordConsumer) {
    this.out = recordConsumer;
  }

  @Override
  public void write(GeoParquetRow row) {
    RecordConsumer record = java.util.Objects.requireNonNull(out);
    record.startMessage();
    int column = 0;
    for (Object value : row.values()) {
      if (value != null) {
        LayerField field = target.schema().fields().get(column);
        String name = target.options().header(field);
        record.startField(name, column);
        writeValue(record, field.type(), value);
        record.endField(name, column);
      }
      column++;
    }
    Geometry geometry = row.geometry();
    if (geometry != null && target.hasGeometry()) {
      writeGeometry(record, geometry, column);
    }
    record.endMessage();
  }

  private static void writeValue(RecordConsumer record, FieldType type, Object value) {
    switch (type) {
      case STRING -> record.addBinary(Binary.fromString((String) value));
      case INTEGER -> record.addInteger((Integer) value);
      case LONG -> record.addLong((Long) value);
      case DOUBLE -> record.addDouble((Double) value);
      case BOOLEAN -> record.addBoolean((Boolean) value);
      case DATE -> record.addInteger(Math.toIntExact(((java.time.LocalDate) value).toEpochDay()));
    }
  }

  private void writeGeometry(RecordConsumer record, Geometry geometry, int column) {
    geometryTypes.add(geometry.getGeometryType());
    record.startField("geometry", column);
    record.addBinary(Binary.fromConstantByteArray(wkb.write(geometry)));
    record.endField("geometry", column);
    if (geometry.isEmpty()) {
      return;
    }
    Envelope box = geometry.getEnvelopeInternal();
    extent.expandToInclude(box);
    double[] sides = {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()};
    record.startField("bbox", column + 1);
    record.startGroup();
    for (int i = 0; i < sides.length; i++) {
      record.startField(BOX.get(i), i);
      record.addDouble(sides[i]);
      record.endField(BOX.get(i), i);
    }
    record.endGroup();
    record.endField("bbox", column + 1);
  }

  @Override
  public FinalizedWriteContext finalizeWrite() {
    return new FinalizedWriteContext(
        projjson == null
            ? Map.of()
            : Map.of("geo", GeoMetadata.of(projjson, geometryTypes, extent)));
  }
}
