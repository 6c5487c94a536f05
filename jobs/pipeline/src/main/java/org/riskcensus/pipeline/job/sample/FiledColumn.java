package org.riskcensus.pipeline.job.sample;

import java.util.ArrayList;
import java.util.List;
import org.riskcensus.formats.write.FieldType;
import org.riskcensus.pipeline.contract.ColumnType;
import org.riskcensus.pipeline.contract.TableContract;

/**
 * A column as it stands in a file.
 *
 * @param name column of the staging table
 * @param header what the file calls it
 * @param label what the contract calls it in Chinese; a differing header is mapped in the census
 *     description
 * @param type of its values
 */
record FiledColumn(String name, String header, String label, FieldType type) {

  /** The columns most files begin with. */
  static final String SURVEY =
      "object_id 编号 string, admin_code 行政区划代码 string, "
          + "source_department 填报部门 string, survey_date 调查日期 date, ";

  /**
   * Columns written as {@code name label type}, parted by commas; {@code name label=header type}
   * where the file's header is not the label.
   */
  static List<FiledColumn> list(String columns) {
    List<FiledColumn> list = new ArrayList<>();
    for (String column : columns.split(",\\s*")) {
      String[] parts = column.split(" ");
      String[] names = parts[1].split("=");
      FieldType type = FieldType.valueOf(parts[2].toUpperCase(java.util.Locale.ROOT));
      list.add(new FiledColumn(parts[0], names[names.length - 1], names[0], type));
    }
    return list;
  }

  /** All columns that filers give, by the names they have in Chinese. */
  static List<FiledColumn> of(TableContract contract) {
    return contract.filedColumns().stream()
        .map(c -> new FiledColumn(c.name(), c.label(), c.label(), type(c.type())))
        .toList();
  }

  private static FieldType type(ColumnType type) {
    return switch (type) {
      case INT -> FieldType.INTEGER;
      case LONG -> FieldType.LONG;
      case DOUBLE -> FieldType.DOUBLE;
      case DATE -> FieldType.DATE;
      default -> FieldType.STRING;
    };
  }

  /** The survey columns, then {@code columns}. */
  static List<FiledColumn> survey(String columns) {
    return list(SURVEY + columns);
  }

  boolean isRenamed() {
    return !header.equals(label) && !header.equals(name);
  }
}
