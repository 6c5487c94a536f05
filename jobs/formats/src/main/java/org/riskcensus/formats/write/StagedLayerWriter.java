package org.riskcensus.formats.write;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.formats.style.StyledLayer;

/** Checks each row against the schema, hands it to the format, and publishes the file on close. */
final class StagedLayerWriter implements LayerWriter {

  private final StagedFiles files;
  private final LayerTarget target;
  private final LayerShape shape;
  private final LayerEncoder encoder;
  private final FieldNames names;
  private final @Nullable StyledLayer style;
  private long rows;
  private boolean abandoned;
  private boolean closed;

  StagedLayerWriter(
      StagedFiles files,
      LayerTarget target,
      LayerEncoder encoder,
      FieldNames names,
      @Nullable StyledLayer style) {
    this.files = files;
    this.target = target;
    this.shape = LayerShape.of(target.schema());
    this.encoder = encoder;
    this.names = names;
    this.style = style;
  }

  @Override
  public void write(List<? extends @Nullable Object> values, @Nullable Geometry geometry)
      throws IOException {
    if (closed || abandoned) {
      throw new IllegalStateException(target.file() + " takes no more rows");
    }
    rows++;
    abandoned = true;
    encoder.encode(converted(values), shaped(geometry));
    abandoned = false;
  }

  private List<@Nullable Object> converted(List<? extends @Nullable Object> values)
      throws IOException {
    List<LayerField> fields = target.schema().fields();
    if (values.size() != fields.size()) {
      throw new IllegalArgumentException(
          values.size() + " values for " + fields.size() + " fields of " + target.file());
    }
    List<@Nullable Object> converted = new ArrayList<>(fields.size());
    for (int i = 0; i < fields.size(); i++) {
      Object value = values.get(i);
      if (style != null && fields.get(i).name().equals(style.groupField())) {
        style.see(value);
      }
      converted.add(value == null ? null : converted(fields.get(i), value));
    }
    return converted;
  }

  private Object converted(LayerField field, Object value) throws IOException {
    try {
      return field.type().convert(value);
    } catch (ClassCastException | ArithmeticException e) {
      UnwritableLayerException refusal =
          target.refuse(
              "row " + rows + ": " + field.name() + " = " + value + " is no " + field.type(),
              "write a value of the declared type");
      refusal.initCause(e);
      throw refusal;
    }
  }

  private @Nullable Geometry shaped(@Nullable Geometry geometry) throws IOException {
    if (geometry == null) {
      return null;
    }
    Geometry conforming = shape.find(geometry);
    if (conforming == null) {
      throw target.refuse(
          "row " + rows + ": a " + geometry.getGeometryType() + " in a layer of " + shape.name(),
          "declare the layer's geometry as GEOMETRY or write the geometry to another layer");
    }
    return conforming;
  }

  @Override
  public Map<String, String> cutNames() {
    return names.cut();
  }

  private void writeStyle() throws IOException {
    if (style != null && !encoder.keepStyle(style)) {
      Files.writeString(target.beside(".qml"), style.qml());
      Files.writeString(target.beside(".sld"), style.sld());
    }
  }

  @Override
  public void abandon() {
    abandoned = true;
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (files) {
      try (encoder) {
        if (!abandoned) {
          writeStyle();
          encoder.finish();
        }
      }
      if (!abandoned) {
        files.publish();
      }
    }
  }
}
