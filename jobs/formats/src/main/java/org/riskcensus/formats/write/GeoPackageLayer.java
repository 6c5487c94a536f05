package org.riskcensus.formats.write;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * The SQL of one GeoPackage table: its columns, and the spatial index of the {@code
 * gpkg_rtree_index} extension with the triggers by which editors keep it right.
 */
final class GeoPackageLayer {

  private static final String FILLED = "NEW.\"geom\" NOTNULL AND NOT ST_IsEmpty(NEW.\"geom\")";
  private static final String BLANK = "NEW.\"geom\" ISNULL OR ST_IsEmpty(NEW.\"geom\")";
  private static final String PUT =
      " INSERT OR REPLACE INTO $i VALUES (NEW.\"fid\", ST_MinX(NEW.\"geom\"),"
          + " ST_MaxX(NEW.\"geom\"), ST_MinY(NEW.\"geom\"), ST_MaxY(NEW.\"geom\"));";

  private static final List<String> TRIGGERS =
      List.of(
          trigger("insert", "INSERT", FILLED, PUT),
          trigger(
              "update1",
              "UPDATE OF \"geom\"",
              "OLD.\"fid\" = NEW.\"fid\" AND (" + FILLED + ")",
              PUT),
          trigger(
              "update2",
              "UPDATE OF \"geom\"",
              "OLD.\"fid\" = NEW.\"fid\" AND (" + BLANK + ")",
              " DELETE FROM $i WHERE id = OLD.\"fid\";"),
          trigger(
              "update3",
              "UPDATE",
              "OLD.\"fid\" != NEW.\"fid\" AND (" + FILLED + ")",
              " DELETE FROM $i WHERE id = OLD.\"fid\";" + PUT),
          trigger(
              "update4",
              "UPDATE",
              "OLD.\"fid\" != NEW.\"fid\" AND (" + BLANK + ")",
              " DELETE FROM $i WHERE id IN (OLD.\"fid\", NEW.\"fid\");"),
          trigger(
              "delete",
              "DELETE",
              "OLD.\"geom\" NOTNULL",
              " DELETE FROM $i WHERE id = OLD.\"fid\";"));

  private final LayerTarget target;
  private final List<String> columns = new ArrayList<>();

  GeoPackageLayer(LayerTarget target) throws UnwritableLayerException {
    this.target = target;
    for (LayerField field : target.schema().fields()) {
      String column = target.options().header(field);
      if (column.equalsIgnoreCase("fid") || column.equalsIgnoreCase("geom")) {
        throw target.refuse("field " + column + " is a reserved name", "rename the field");
      }
      columns.add(column);
    }
  }

  private static String trigger(String name, String event, String when, String body) {
    return "CREATE TRIGGER \"$n_%s\" AFTER %s ON $t WHEN (%s) BEGIN%s END"
        .formatted(name, event, when, body);
  }

  String name() {
    return target.schema().name();
  }

  String createTable() {
    StringBuilder sql = new StringBuilder("CREATE TABLE ").append(quoted(name()));
    sql.append(" (\"fid\" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL");
    if (target.hasGeometry()) {
      sql.append(", \"geom\" ").append(LayerShape.of(target.schema()).name());
    }
    for (int i = 0; i < columns.size(); i++) {
      FieldType type = target.schema().fields().get(i).type();
      sql.append(", ").append(quoted(columns.get(i))).append(' ').append(sqlType(type));
    }
    return sql.append(')').toString();
  }

  private static String sqlType(FieldType type) {
    return switch (type) {
      case STRING -> "TEXT";
      case INTEGER -> "MEDIUMINT";
      case LONG -> "INTEGER";
      case DOUBLE -> "DOUBLE";
      case BOOLEAN -> "BOOLEAN";
      case DATE -> "DATE";
    };
  }

  String insert() {
    Stream<String> geometry = target.hasGeometry() ? Stream.of("geom") : Stream.empty();
    List<String> all =
        Stream.of(Stream.of("fid"), geometry, columns.stream())
            .flatMap(names -> names)
            .map(GeoPackageLayer::quoted)
            .toList();
    return "INSERT INTO %s (%s) VALUES (%s)"
        .formatted(
            quoted(name()),
            String.join(", ", all),
            String.join(", ", Collections.nCopies(all.size(), "?")));
  }

  String createIndex() {
    return "CREATE VIRTUAL TABLE "
        + quoted(indexName())
        + " USING rtree(id, minx, maxx, miny, maxy)";
  }

  String insertIndex() {
    return "INSERT INTO " + quoted(indexName()) + " VALUES (?, ?, ?, ?, ?)";
  }

  List<String> indexTriggers() {
    String inside = indexName().replace("\"", "\"\"");
    return TRIGGERS.stream()
        .map(
            sql ->
                sql.replace("$n", inside)
                    .replace("$i", quoted(indexName()))
                    .replace("$t", quoted(name())))
        .toList();
  }

  private String indexName() {
    return "rtree_" + name() + "_geom";
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
