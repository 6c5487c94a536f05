package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.core.grid.CellGrid;
import org.riskcensus.core.susceptibility.ClassCount;
import org.riskcensus.core.susceptibility.InformationFit;
import org.riskcensus.core.susceptibility.InformationValue;
import org.riskcensus.core.susceptibility.SusceptibilityMethod;

/**
 * The information values of each county: points and areas of the classes are summed, and what comes
 * together for a county — as many rows as its factors have classes — is fitted in one task.
 */
final class CountyFits {

  private static final StructType FACTOR =
      new StructType()
          .add("factor", StringType)
          .add("points", LongType)
          .add("area", DoubleType)
          .add("classes", IntegerType)
          .add("overlap", DoubleType)
          .add("reason", StringType);

  private static final StructType VALUE =
      new StructType()
          .add("factor", StringType)
          .add("factor_class", StringType)
          .add("points", LongType)
          .add("area_m2", DoubleType)
          .add("factor_points", LongType)
          .add("factor_area_m2", DoubleType)
          .add("density_ratio", DoubleType)
          .add("information_value", DoubleType)
          .add("empty", BooleanType);

  /** One row a county; {@code reason} is empty where there are {@code values}. */
  static final StructType SCHEMA =
      new StructType()
          .add("county_code", StringType)
          .add("county_area", DoubleType)
          .add("county_points", LongType)
          .add("reason", StringType)
          .add("factors", ArrayType.apply(FACTOR))
          .add("values", ArrayType.apply(VALUE));

  private CountyFits() {}

  /**
   * The fits.
   *
   * @param cells rows of {@link FactorCells#of}
   * @param layers rows of {@code staging.geo_factor}
   * @param points hazard points that count
   * @param countyPieces pieces of all counties
   */
  static Dataset<Row> of(
      Dataset<Row> cells,
      Dataset<Row> layers,
      Dataset<Row> points,
      Dataset<Row> countyPieces,
      SusceptibilityMethod method) {
    String[] county = {"county_code"};
    Dataset<Row> filed = layers.groupBy("county_code").agg(collect_set(col("factor")).as("filed"));
    MapFunction<Row, Row> fit = row -> fit(row, method);
    return areas(countyPieces)
        .join(points.groupBy("county_code").agg(count(lit(1)).as("points")), county, "left")
        .join(filed, county, "left")
        .join(classes(cells), county, "left")
        .select(
            col("county_code"),
            col("area"),
            coalesce(col("points"), lit(0L)).as("points"),
            coalesce(col("filed"), array().cast("array<string>")).as("filed"),
            col("classes"))
        .map(fit, Encoders.row(SCHEMA));
  }

  private static Dataset<Row> areas(Dataset<Row> countyPieces) {
    StructType area = new StructType().add("county_code", StringType).add("area", DoubleType);
    MapFunction<Row, Row> measure =
        row -> {
          byte @Nullable [] part = row.getAs(2);
          double side = CellGrid.of(row.getLong(1)).side();
          return RowFactory.create(
              row.get(0), part == null ? side * side : Wkb.read(part).getArea());
        };
    return countyPieces
        .select("code", "cell", "part")
        .map(measure, Encoders.row(area))
        .groupBy("county_code")
        .agg(Exact.total(col("area")).as("area"));
  }

  private static Dataset<Row> classes(Dataset<Row> cells) {
    return cells
        .select(col("county_code"), explode(col("shares")).as("share"))
        .groupBy(
            col("county_code"),
            col("share.factor").as("factor"),
            col("share.factor_class").as("factor_class"))
        .agg(
            sum("share.points").as("points"),
            Exact.total(col("share.area")).as("area"),
            Exact.total(col("share.overlap")).as("overlap"))
        .groupBy("county_code")
        .agg(
            array_sort(collect_list(struct("factor", "factor_class", "points", "area", "overlap")))
                .as("classes"));
  }

  private static Row fit(Row row, SusceptibilityMethod method) {
    List<ClassCount> counts = new ArrayList<>();
    Map<String, Double> overlaps = new HashMap<>();
    List<Row> classes = row.isNullAt(4) ? List.of() : row.getList(4);
    for (Row found : classes) {
      counts.add(
          new ClassCount(
              found.getString(0), found.getString(1), found.getLong(2), found.getDouble(3)));
      overlaps.merge(found.getString(0), found.getDouble(4), Double::sum);
    }
    InformationFit.County county =
        new InformationFit.County(
            row.getDouble(1), row.getLong(2), new HashSet<>(row.<String>getList(3)));
    InformationFit fit = InformationFit.of(method, county, counts);
    Row[] factors =
        fit.factors().stream()
            .map(factor -> factor(factor, overlaps.getOrDefault(factor.code(), 0.0)))
            .toArray(Row[]::new);
    Map<String, InformationFit.Factor> known = new HashMap<>();
    fit.factors().forEach(factor -> known.put(factor.code(), factor));
    Row[] values =
        fit.values().stream()
            .map(value -> value(value, Objects.requireNonNull(known.get(value.count().factor()))))
            .toArray(Row[]::new);
    return RowFactory.create(
        row.get(0), row.get(1), row.get(2), code(fit.reason()), factors, values);
  }

  private static Row factor(InformationFit.Factor factor, double overlap) {
    return RowFactory.create(
        factor.code(),
        factor.points(),
        factor.area(),
        factor.classes(),
        overlap,
        code(factor.reason()));
  }

  private static Row value(InformationValue value, InformationFit.Factor factor) {
    return RowFactory.create(
        value.count().factor(),
        value.count().factorClass(),
        value.count().points(),
        value.count().area(),
        factor.points(),
        factor.area(),
        value.ratio(),
        value.value(),
        value.empty());
  }

  /** A reason as its code list has it. */
  static @Nullable String code(InformationFit.@Nullable Reason reason) {
    return reason == null ? null : reason.name().toLowerCase(Locale.ROOT);
  }
}
