package org.riskcensus.pipeline.job.losses;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Aggregator;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.IntegralType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The aggregate function over reports that gives {@link LossTotals}: one for all loss fields, where
 * three of SQL's for each of nearly fifty would be planned and compiled for longer than a county's
 * reports take to add.
 */
final class TotalsOfReports extends Aggregator<Row, LossTotals, Row> {

  private static final long serialVersionUID = 1;

  /** What it takes: the unit and kind as filed, and the values of the fields in their order. */
  static final StructType REPORT =
      StructType.fromDDL("filed_unit string, filed_kind string, figures array<double>");

  private final List<StructField> fields;
  private final List<Set<String>> senseless;

  /**
   * Makes the function.
   *
   * @param fields numeric loss fields
   * @param notApplicable kinds of disaster for which a field makes no sense
   */
  TotalsOfReports(List<StructField> fields, Map<String, List<String>> notApplicable) {
    this.fields = List.copyOf(fields);
    this.senseless =
        fields.stream()
            .map(field -> Set.copyOf(notApplicable.getOrDefault(field.name(), List.of())))
            .toList();
  }

  @Override
  public LossTotals zero() {
    return new LossTotals(fields.size());
  }

  @Override
  public LossTotals reduce(LossTotals totals, Row report) {
    totals.report(report.getString(0));
    String kind = report.getString(1);
    List<Double> figures = report.getList(2);
    for (int i = 0; i < senseless.size(); i++) {
      totals.add(i, figures.get(i), !senseless.get(i).contains(kind));
    }
    return totals;
  }

  @Override
  public LossTotals merge(LossTotals totals, LossTotals more) {
    return totals.plus(more);
  }

  @Override
  public Row finish(LossTotals totals) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(totals.reports());
    values.add(totals.units());
    List<String> absent = new ArrayList<>();
    List<String> partly = new ArrayList<>();
    List<String> notApplicable = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      boolean reported = totals.isReported(i);
      values.add(reported ? value(totals, i) : null);
      if (totals.isMissing(i)) {
        (reported ? partly : absent).add(fields.get(i).name());
      } else if (!reported) {
        notApplicable.add(fields.get(i).name());
      }
    }
    values.add(joined(absent));
    values.add(joined(partly));
    values.add(joined(notApplicable));
    return RowFactory.create(values.toArray());
  }

  private Object value(LossTotals totals, int field) {
    return isWhole(fields.get(field))
        ? (Object) totals.sum(field).longValueExact()
        : (Object) totals.sum(field).doubleValue();
  }

  private static boolean isWhole(StructField field) {
    return field.dataType() instanceof IntegralType;
  }

  private static @Nullable String joined(List<String> names) {
    return names.isEmpty() ? null : names.stream().collect(Collectors.joining(","));
  }

  /**
   * Columns reports, units_reporting, the fields, not_reported, partly_reported, not_applicable.
   */
  StructType type() {
    StructType type =
        new StructType()
            .add("reports", DataTypes.LongType)
            .add("units_reporting", DataTypes.LongType);
    for (StructField field : fields) {
      type = type.add(field.name(), isWhole(field) ? DataTypes.LongType : DataTypes.DoubleType);
    }
    return type.add("not_reported", DataTypes.StringType)
        .add("partly_reported", DataTypes.StringType)
        .add("not_applicable", DataTypes.StringType);
  }

  @Override
  public Encoder<LossTotals> bufferEncoder() {
    return Encoders.kryo(LossTotals.class);
  }

  @Override
  public Encoder<Row> outputEncoder() {
    return Encoders.row(type());
  }
}
