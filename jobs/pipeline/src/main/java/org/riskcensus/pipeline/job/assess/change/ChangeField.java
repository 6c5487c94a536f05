package org.riskcensus.pipeline.job.assess.change;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riskcensus.formats.write.FieldType;

/**
 * A column of the tables of changes.
 *
 * @param column column of the rows
 * @param name name in files for programs
 * @param label name for readers
 * @param codes code list of its values, if any
 */
record ChangeField(
    String column, String name, String label, FieldType type, @Nullable String codes) {

  private static final String LEVEL = "level_";
  private static final ChangeField HAZARD = text("hazard", "灾种", "risk_kind");
  private static final ChangeField CHANGE = text("change", "变化", "level_change");
  private static final ChangeField CAUSE = text("cause", "原因", "change_cause");
  private static final ChangeField LEVEL_FROM = level(0, "level_from", "原等级");
  private static final ChangeField LEVEL_TO = level(3, "level_to", "现等级");

  /** Of the table of units. */
  static final List<ChangeField> UNITS =
      List.of(
          text("admin_code", "行政区划代码", null),
          text("name", "名称", null),
          text("unit_level", "级别", "admin_level"),
          HAZARD,
          LEVEL_FROM,
          level(1, "level_new_data", "新数据下等级"),
          level(2, "level_new_boundary", "新数据新界线下等级"),
          LEVEL_TO,
          CHANGE,
          CAUSE,
          text("driver", "变化最大的因素", null),
          number("index_0", "index_from", "原平均风险指数"),
          number("by_data", "by_data", "数据引起"),
          number("by_boundary", "by_boundary", "界线引起"),
          number("by_method", "by_method", "方法引起"),
          number("index_3", "index_to", "现平均风险指数"));

  /** Of the table of areas. */
  static final List<ChangeField> AREAS =
      List.of(
          text("county_code", "县级代码", null),
          HAZARD,
          LEVEL_FROM,
          LEVEL_TO,
          CHANGE,
          CAUSE,
          new ChangeField("cells", "cells", "网格数", FieldType.LONG, null),
          number("area_m2", "area_m2", "面积平方米"));

  /** Whether its values are levels, which are numbers for programs and names for readers. */
  boolean isLevel() {
    return column.startsWith(LEVEL);
  }

  /** Type of what a reader is shown. */
  FieldType readersType() {
    return isLevel() ? FieldType.STRING : type;
  }

  /** Whether a level is one of the later release; up to the new method they are of the earlier. */
  boolean isOfLaterScale() {
    return equals(LEVEL_TO);
  }

  private static ChangeField text(String name, String label, @Nullable String codes) {
    return new ChangeField(name, name, label, FieldType.STRING, codes);
  }

  private static ChangeField level(int step, String name, String label) {
    return new ChangeField(LEVEL + step, name, label, FieldType.INTEGER, null);
  }

  private static ChangeField number(String column, String name, String label) {
    return new ChangeField(column, name, label, FieldType.DOUBLE, null);
  }
}
