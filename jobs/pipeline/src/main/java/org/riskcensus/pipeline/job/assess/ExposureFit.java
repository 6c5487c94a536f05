package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DoubleType;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.riskcensus.core.hazard.ReferenceRange;
import org.riskcensus.core.risk.ExposureMethod;
import org.riskcensus.core.weighting.Spread;
import org.riskcensus.pipeline.config.CellSizes;

/**
 * Ranges and weights of the exposure that follow from the cells of the release: least and greatest
 * density, then the spread that entropy weighs by. Fixed ranges and expert weights ask no data.
 */
final class ExposureFit {

  private final Dataset<Row> cells;
  private final ExposureMethod method;
  private final Column weight;

  private ExposureFit(Dataset<Row> cells, ExposureMethod method, Column weight) {
    this.cells = cells;
    this.method = method;
    this.weight = weight;
  }

  /**
   * The method with every range and weight known.
   *
   * @param sizes sides of the cells: where they differ, cells count by their ground
   */
  static ExposureMethod of(Dataset<Row> cells, ExposureMethod method, CellSizes sizes) {
    if (!method.needsData()) {
      return method;
    }
    ExposureFit fit = new ExposureFit(cells, method, CellWeights.of(sizes));
    List<ReferenceRange> ranges = fit.ranges();
    Map<String, Spread> spreads = method.weighting().needsData() ? fit.spreads(ranges) : Map.of();
    return method.fitted(ranges, method.weighting().weights(spreads));
  }

  private static Column density(ExposureMethod.Component component) {
    return col(component.exposure().code()).divide(col("area_m2")).multiply(1e6);
  }

  private List<ReferenceRange> ranges() {
    List<Column> ends = new ArrayList<>();
    for (ExposureMethod.Component component : method.components()) {
      ends.add(min(density(component)));
      ends.add(max(density(component)));
    }
    Row found = first(ends);
    List<ReferenceRange> ranges = new ArrayList<>();
    for (ExposureMethod.Component component : method.components()) {
      ReferenceRange fixed = component.perSquareKilometre();
      int at = 2 * ranges.size();
      ranges.add(fixed != null ? fixed : observed(found, at));
    }
    return ranges;
  }

  /** Least and greatest density; a release without cells has none, which is constant. */
  private static ReferenceRange observed(Row ends, int at) {
    return ends.isNullAt(at)
        ? ReferenceRange.linear(0, 0)
        : ReferenceRange.linear(ends.getDouble(at), ends.getDouble(at + 1));
  }

  private Map<String, Spread> spreads(List<ReferenceRange> ranges) {
    List<Column> sums = new ArrayList<>(List.of(coalesce(sum(weight), lit(0L))));
    for (int i = 0; i < ranges.size(); i++) {
      ReferenceRange range = ranges.get(i);
      Column x =
          udf((UDF1<Double, Double>) range::normalise, DoubleType)
              .apply(density(method.components().get(i)));
      sums.add(Exact.total(x.multiply(weight)));
      sums.add(Exact.total(when(x.gt(0), x.multiply(log(x)).multiply(weight))));
    }
    Row found = first(sums);
    Map<String, Spread> spreads = new LinkedHashMap<>();
    for (int i = 0; i < ranges.size(); i++) {
      spreads.put(
          method.components().get(i).exposure().code(),
          new Spread(found.getLong(0), found.getDouble(2 * i + 1), found.getDouble(2 * i + 2)));
    }
    return spreads;
  }

  private Row first(List<Column> aggregates) {
    Column[] rest = aggregates.subList(1, aggregates.size()).toArray(Column[]::new);
    return cells.agg(aggregates.get(0), rest).first();
  }
}
