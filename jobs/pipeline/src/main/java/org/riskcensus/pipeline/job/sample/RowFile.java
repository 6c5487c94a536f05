package org.riskcensus.pipeline.job.sample;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.formats.write.FieldType;
import org.riskcensus.formats.write.LayerField;
import org.riskcensus.formats.write.LayerSchema;
import org.riskcensus.formats.write.LayerWriter;
import org.riskcensus.formats.write.LayerWriters;
import org.riskcensus.formats.write.WriteOptions;

/** A file that takes rows in its own coordinates, in whatever format its name asks for. */
interface RowFile extends Closeable {

  void write(FiledRow row) throws IOException;

  /** Opens the file of {@code plan} under {@code root}. */
  static RowFile open(Path root, SourcePlan plan) throws IOException {
    Path path = root.resolve(plan.file());
    if (plan.is("tif")) {
      return new GridFile(path, plan);
    }
    return plan.is("xlsx") ? TitledSheet.open(path, plan) : new OfWriter(path, plan);
  }

  /** Rows through the project's writers; CSV holds text, so that a cell can be wrong. */
  final class OfWriter implements RowFile {

    private final SourcePlan plan;
    private final LayerWriter writer;

    private OfWriter(Path path, SourcePlan plan) throws IOException {
      this.plan = plan;
      List<LayerField> fields = plan.columns().stream().map(this::field).toList();
      LayerSchema schema = new LayerSchema(plan.layer(), fields, plan.geometry(), plan.crs());
      this.writer =
          LayerWriters.create(path, schema, new WriteOptions(plan.charset(), true, false));
    }

    private LayerField field(FiledColumn column) {
      FieldType type = plan.is("csv") ? FieldType.STRING : column.type();
      return new LayerField(column.name(), column.header(), type);
    }

    @Override
    public void write(FiledRow row) throws IOException {
      List<@Nullable Object> values = new ArrayList<>();
      for (FiledColumn column : plan.columns()) {
        Object value = row.find(column.name());
        values.add(plan.is("csv") && value != null ? text(value) : value);
      }
      Geometry geometry = plan.geometry() == null ? null : row.geometry();
      writer.write(values, geometry);
    }

    /** As people type: dates with slashes, whole numbers without a point. */
    private static String text(Object value) {
      if (value instanceof LocalDate date) {
        return date.getYear() + "/" + date.getMonthValue() + "/" + date.getDayOfMonth();
      }
      return value instanceof Double number ? plain(number) : value.toString();
    }

    private static String plain(double value) {
      return new java.math.BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    @Override
    public void close() throws IOException {
      writer.close();
    }
  }
}
