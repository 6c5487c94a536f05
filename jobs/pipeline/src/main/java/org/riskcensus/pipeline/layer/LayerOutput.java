package org.riskcensus.pipeline.layer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntSupplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;
import org.riskcensus.formats.crs.Crs;
import org.riskcensus.formats.write.LayerField;
import org.riskcensus.formats.write.LayerSchema;
import org.riskcensus.formats.write.LayerWriter;
import org.riskcensus.formats.write.LayerWriters;
import org.riskcensus.formats.write.WriteOptions;
import org.riskcensus.pipeline.spatial.SpatialSide;

/**
 * Rows laid out as {@link SpatialSide} says, on their way to a file of any format. A name that is
 * taken already gets {@code _right}, and {@code fid} becomes {@code fid_filed}. A table of text
 * that holds the coordinates of its points among the fields gets no columns for them again.
 */
public final class LayerOutput {

  /** Columns a GeoPackage has of its own, so that those of a filed one need other names. */
  private static final Set<String> KEPT_BY_GEOPACKAGE = Set.of("fid", "geom");

  private static final String FILED = "_filed";
  private static final Set<String> TEXT = Set.of("csv", "xlsx");

  private final LayerInput shapes;
  private final @Nullable Crs crs;
  private final List<LayerField> fields = new ArrayList<>();
  private final List<Integer> positions = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();

  /**
   * Output that has no fields yet.
   *
   * @param shapes the layer whose geometry the rows carry
   * @param crs the system it is in; null for a plain plane
   */
  public LayerOutput(LayerInput shapes, @Nullable Crs crs) {
    this.shapes = shapes;
    this.crs = crs;
  }

  /** Adds a column of the rows as a field. */
  public void add(String name, StructType rows, int position) {
    String free = KEPT_BY_GEOPACKAGE.contains(name.toLowerCase(Locale.ROOT)) ? name + FILED : name;
    while (!taken.add(free.toLowerCase(Locale.ROOT))) {
      free += "_right";
    }
    fields.add(new LayerField(free, free, FieldTypes.of(rows.apply(position).dataType())));
    positions.add(position);
  }

  /** The rows with only the columns that are fields, under the names of those. */
  public Dataset<Row> named(Dataset<Row> rows, Column... more) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      String column = rows.columns()[positions.get(i)];
      columns.add(functions.col(column).as(fields.get(i).name()));
    }
    columns.addAll(List.of(more));
    return rows.select(columns.toArray(Column[]::new));
  }

  /** What is done with each row besides. */
  public interface RowListener {
    /** Called once a row, in order. */
    void written(Row row);
  }

  /**
   * Streams rows through the driver into a file; gives their number. If it fails, no file is left.
   *
   * @param rows computed once and kept on disk meanwhile, as sorting asks for them twice
   * @param order a total one, so that equal inputs give equal files
   * @param kinds of geometry the rows carry, bits of {@link GeometryKinds}; asked when all are read
   */
  public long write(
      Path out, Dataset<Row> rows, List<Column> order, IntSupplier kinds, RowListener listener)
      throws IOException {
    Dataset<Row> computed = rows.persist(StorageLevel.DISK_ONLY());
    try {
      return write(out, computed.orderBy(order.toArray(Column[]::new)), kinds, listener);
    } finally {
      computed.unpersist();
    }
  }

  private long write(Path out, Dataset<Row> sorted, IntSupplier kinds, RowListener listener)
      throws IOException {
    Iterator<Row> rows = sorted.toLocalIterator();
    // sorting has read all rows by the time the first one comes, so the kinds of geometry are known
    boolean any = rows.hasNext();
    LayerSchema schema = schema(out, kinds.getAsInt());
    try (LayerWriter writer = LayerWriters.create(out, schema, WriteOptions.DEFAULT)) {
      return any ? write(rows, schema.geometryType() != null, writer, listener) : 0;
    }
  }

  private long write(
      Iterator<Row> rows, boolean withShapes, LayerWriter writer, RowListener listener)
      throws IOException {
    boolean whole = false;
    try {
      long written = 0;
      while (rows.hasNext()) {
        Row row = rows.next();
        writer.write(values(row), withShapes ? SpatialSide.geometry(row) : null);
        listener.written(row);
        written++;
      }
      whole = true;
      return written;
    } finally {
      if (!whole) {
        writer.abandon();
      }
    }
  }

  private List<@Nullable Object> values(Row row) {
    List<@Nullable Object> values = new ArrayList<>(positions.size());
    positions.forEach(position -> values.add(FieldTypes.toField(row.get(position))));
    return values;
  }

  private LayerSchema schema(Path out, int kinds) {
    String file = String.valueOf(out.getFileName());
    String name = file.substring(0, file.lastIndexOf('.'));
    String extension = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    boolean pointsAmongFields =
        shapes.holdsCoordinates() && GeometryKinds.layer(kinds).equals("POINT");
    if (TEXT.contains(extension) && pointsAmongFields) {
      return new LayerSchema(name, fields, null, null);
    }
    return crs == null
        ? new LayerSchema(name, fields, "GEOMETRY", "")
        : new LayerSchema(name, fields, GeometryKinds.layer(kinds), crs.code());
  }
}
