package org.riskcensus.formats.read;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riskcensus.formats.write.FieldType;

/**
 * The columns of a layer's table.
 *
 * @param geometry place of the geometry in a row, from 1; 0 where there is none
 * @param attributes all other columns
 */
record GeoPackageColumns(int geometry, List<Column> attributes) {

  /**
   * One attribute.
   *
   * @param place in a row, from 1
   * @param type what it is declared as; the database keeps truth values as 0 and 1
   */
  record Column(String name, int place, FieldType type) {

    /** The value as text: numbers as {@link NumberText}, null for none and for binary values. */
    @Nullable String text(ResultSet row) throws SQLException {
      Object value = row.getObject(place);
      if (value == null || value instanceof byte[]) {
        return null;
      }
      if (value instanceof Double number) {
        return Double.isFinite(number) ? NumberText.of(number) : null;
      }
      String text = value.toString();
      boolean truth = type == FieldType.BOOLEAN;
      return truth && text.equals("0") ? "false" : truth && text.equals("1") ? "true" : text;
    }
  }

  /** A type of the GeoPackage standard; whatever is declared beside it is text. */
  private static FieldType type(String declared) {
    return switch (declared) {
      case "BOOLEAN" -> FieldType.BOOLEAN;
      case "TINYINT", "SMALLINT", "MEDIUMINT" -> FieldType.INTEGER;
      case "INT", "INTEGER", "BIGINT" -> FieldType.LONG;
      case "FLOAT", "DOUBLE", "REAL" -> FieldType.DOUBLE;
      case "DATE" -> FieldType.DATE;
      default -> FieldType.STRING;
    };
  }

  /** Types of the attributes that are not text, by name. */
  Map<String, FieldType> types() {
    Map<String, FieldType> types = new HashMap<>();
    for (Column column : attributes) {
      if (column.type() != FieldType.STRING) {
        types.put(column.name(), column.type());
      }
    }
    return types;
  }

  static GeoPackageColumns of(SourceFile file, GeoPackageLayer layer, ResultSetMetaData table)
      throws SQLException, UnreadableFileException {
    int geometry = 0;
    List<Column> attributes = new ArrayList<>();
    for (int i = 1; i <= table.getColumnCount(); i++) {
      String name = table.getColumnName(i);
      String type = String.valueOf(table.getColumnTypeName(i)).toUpperCase(Locale.ROOT);
      if (name.equalsIgnoreCase(layer.geometryColumn())) {
        geometry = i;
      } else {
        attributes.add(new Column(name, i, type(type)));
      }
    }
    if (geometry == 0 && layer.geometryColumn() != null) {
      throw file.unreadable(
          "its layer " + layer.table() + " has no column " + layer.geometryColumn(),
          "it is damaged: export it again");
    }
    return new GeoPackageColumns(geometry, List.copyOf(attributes));
  }
}
