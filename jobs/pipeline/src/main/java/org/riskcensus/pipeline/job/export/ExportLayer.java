package org.riskcensus.pipeline.job.export;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;
import org.riskcensus.formats.write.FieldType;
import org.riskcensus.formats.write.LayerField;
import org.riskcensus.formats.write.LayerSchema;
import org.riskcensus.formats.write.WriteOptions;
import org.riskcensus.pipeline.contract.ColumnContract;
import org.riskcensus.pipeline.contract.ColumnType;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.TableContract;

/**
 * A table as a layer of a file: its columns from the contract, geometry apart from the attributes,
 * bounds and cell left out because a file has its own. CSV and XLSX are for people: Chinese labels
 * head the columns and codes become their Chinese names. A shapefile leaves {@code input_snapshots}
 * out, which outgrows its 254 bytes; {@code run_id} leads to it.
 */
final class ExportLayer {

  private static final Set<String> FOR_PEOPLE = Set.of("csv", "xlsx");
  private static final Set<String> BOUNDS = Set.of("xmin", "ymin", "xmax", "ymax", "cell");
  private static final String GEOMETRY = "geometry";

  private final TableContract table;
  private final Contracts contracts;
  private final String extension;
  private final List<ColumnContract> columns = new ArrayList<>();

  ExportLayer(TableContract table, Contracts contracts, Path out, Dataset<Row> rows) {
    this.table = table;
    this.contracts = contracts;
    String name = out.toString();
    this.extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    List<String> present = Arrays.asList(rows.columns());
    table.columns().stream()
        .filter(column -> present.contains(column.name()) && written(column))
        .forEach(columns::add);
  }

  private boolean written(ColumnContract column) {
    boolean spatial = BOUNDS.contains(column.name()) || column.name().equals(GEOMETRY);
    boolean tooLong = extension.equals("shp") && column.name().equals("input_snapshots");
    return !tooLong && !(spatial && table.geometry().present());
  }

  WriteOptions options() {
    return new WriteOptions(StandardCharsets.UTF_8, forPeople(), false);
  }

  boolean forPeople() {
    return FOR_PEOPLE.contains(extension);
  }

  LayerSchema schema(String crs) {
    List<LayerField> fields =
        columns.stream().map(c -> new LayerField(c.name(), c.label(), type(c.type()))).toList();
    String name = extension.equals("xlsx") ? table.title() : table.simpleName();
    String geometryType = geometryType();
    return new LayerSchema(name, fields, geometryType, geometryType == null ? null : crs);
  }

  private @Nullable String geometryType() {
    return switch (table.geometry()) {
      case NONE -> null;
      case POINT -> "POINT";
      case LINE -> "MULTILINESTRING";
      case POLYGON -> "MULTIPOLYGON";
      case ANY, OPTIONAL -> "GEOMETRY";
    };
  }

  private static FieldType type(ColumnType type) {
    return switch (type) {
      case INT -> FieldType.INTEGER;
      case LONG -> FieldType.LONG;
      case DOUBLE -> FieldType.DOUBLE;
      case BOOLEAN -> FieldType.BOOLEAN;
      case DATE -> FieldType.DATE;
      case STRING, TIMESTAMP, BINARY, ATTRIBUTES -> FieldType.STRING;
    };
  }

  /** The attributes in order, then the geometry where there is one, in the order of the key. */
  Dataset<Row> select(Dataset<Row> rows) {
    List<Column> selected = new ArrayList<>();
    columns.forEach(column -> selected.add(value(column).as(column.name())));
    if (table.geometry().present()) {
      selected.add(functions.col(GEOMETRY));
    }
    return rows.orderBy(order()).select(selected.toArray(Column[]::new));
  }

  private Column value(ColumnContract column) {
    Column value = functions.col(column.name());
    return switch (column.type()) {
      case ATTRIBUTES -> functions.to_json(value);
      case BINARY -> functions.hex(value);
      case TIMESTAMP -> value.cast("string");
      default -> value;
    };
  }

  /** Year and county, then the key, then whatever tells rows apart. */
  private Column[] order() {
    List<String> order = new ArrayList<>(List.of("census_year", "county_code"));
    order.addAll(table.key());
    order.addAll(table.sort());
    columns.stream()
        .filter(column -> column.type() != ColumnType.ATTRIBUTES)
        .map(ColumnContract::name)
        .forEach(order::add);
    return order.stream()
        .distinct()
        .filter(name -> columns.stream().anyMatch(column -> column.name().equals(name)))
        .map(functions::col)
        .toArray(Column[]::new);
  }

  /** The attribute values of a selected row. */
  List<@Nullable Object> values(Row row) {
    List<@Nullable Object> values = new ArrayList<>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      values.add(row.isNullAt(i) ? null : value(columns.get(i), row.get(i)));
    }
    return values;
  }

  private Object value(ColumnContract column, Object value) {
    if (value instanceof java.sql.Date date) {
      return date.toLocalDate();
    }
    if (column.codes() != null && forPeople() && value instanceof String code) {
      return contracts.codeList(column.codes()).find(code).map(e -> e.zh()).orElse(code);
    }
    return value;
  }

  /** The WKB of a selected row, if any. */
  byte @Nullable [] wkb(Row row) {
    int at = columns.size();
    return !table.geometry().present() || row.isNullAt(at) ? null : row.<byte[]>getAs(at);
  }
}
