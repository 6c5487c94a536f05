package org.riskcensus.formats.read;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
   * @param truth whether it is declared BOOLEAN, which the database keeps as 0 and 1
   */
  record Column(String name, int place, boolean truth) {

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
      return truth && text.equals("0") ? "false" : truth && text.equals("1") ? "true" : text;
    }
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
        attributes.add(new Column(name, i, type.equals("BOOLEAN")));
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
