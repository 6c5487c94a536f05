package org.riskcensus.pipeline.job.join;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.riskcensus.formats.write.FieldType;
import org.riskcensus.formats.write.LayerField;
import org.riskcensus.formats.write.LayerSchema;
import org.riskcensus.formats.write.LayerWriter;
import org.riskcensus.pipeline.spatial.SpatialSide;

/**
 * The joined rows as a layer: left fields, right fields, the shared area; a right field whose name
 * the left side has too gets {@code _right}. A table of text that holds the coordinates of its
 * points among the fields gets no columns for them again.
 */
final class JoinLayer {

  private static final Set<String> TEXT = Set.of("csv", "xlsx");
  private static final String AREA = "overlap_area_m2";

  private final JoinConfig config;
  private final List<LayerField> fields = new ArrayList<>();
  private final List<Integer> columns = new ArrayList<>();

  JoinLayer(JoinConfig config, StructType joined) {
    this.config = config;
    Set<String> taken = new HashSet<>();
    for (int i = SpatialSide.LEADING; i < joined.length(); i++) {
      String column = joined.apply(i).name();
      if (!column.equals("right_row")) {
        String name = unused(name(column), taken);
        taken.add(name.toLowerCase(Locale.ROOT));
        fields.add(new LayerField(name, name, type(joined.apply(i).dataType())));
        columns.add(i);
      }
    }
  }

  private String name(String column) {
    if (column.equals(AREA)) {
      return AREA;
    }
    int number = Integer.parseInt(column.substring(1));
    JoinInput side = column.startsWith("l") ? config.left() : config.right();
    return side.fields().get(number);
  }

  private static String unused(String name, Set<String> taken) {
    String free = name;
    while (taken.contains(free.toLowerCase(Locale.ROOT))) {
      free += "_right";
    }
    return free;
  }

  private static FieldType type(DataType type) {
    if (type.equals(DataTypes.IntegerType) || type.equals(DataTypes.ShortType)) {
      return FieldType.INTEGER;
    }
    if (type.equals(DataTypes.LongType)) {
      return FieldType.LONG;
    }
    if (type.equals(DataTypes.DoubleType) || type.equals(DataTypes.FloatType)) {
      return FieldType.DOUBLE;
    }
    if (type.equals(DataTypes.BooleanType)) {
      return FieldType.BOOLEAN;
    }
    return type.equals(DataTypes.DateType) ? FieldType.DATE : FieldType.STRING;
  }

  /**
   * The schema of the file.
   *
   * @param kinds of geometry on the left side, bits of {@link GeometryKinds}
   */
  LayerSchema schema(Path out, int kinds) {
    String file = String.valueOf(out.getFileName());
    String name = file.substring(0, file.lastIndexOf('.'));
    boolean text = TEXT.contains(JoinConfig.extension(out));
    boolean pointsAmongFields =
        config.left().holdsCoordinates() && GeometryKinds.layer(kinds).equals("POINT");
    if (text && pointsAmongFields) {
      return new LayerSchema(name, fields, null, null);
    }
    if (config.crs().crs() == null) {
      return new LayerSchema(name, fields, "GEOMETRY", "");
    }
    return new LayerSchema(name, fields, GeometryKinds.layer(kinds), config.crs().crs().code());
  }

  /** Writes a joined row, with the left geometry if the layer has {@code shapes}. */
  void write(Row row, boolean shapes, LayerWriter writer) throws IOException {
    writer.write(values(row), shapes ? SpatialSide.geometry(row) : null);
  }

  private List<@Nullable Object> values(Row row) {
    List<@Nullable Object> values = new ArrayList<>(columns.size());
    for (int column : columns) {
      Object value = row.get(column);
      values.add(value instanceof java.sql.Date date ? date.toLocalDate() : value);
    }
    return values;
  }
}
