package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.rint;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapGroupsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructType;
import org.riskcensus.core.classify.BreakRule;
import org.riskcensus.core.classify.Distribution;
import org.riskcensus.core.hazard.LevelBreaks;
import org.riskcensus.core.susceptibility.InformationFit;
import org.riskcensus.core.susceptibility.SusceptibilityMethod;

/**
 * The information value of every cell of the counties that have some, and its class by the breaks
 * of the county. Of a factor with several classes in a cell the mean by area counts, where it is
 * known; a cell in which one is not known at all has no value.
 */
final class ClassedCells {

  /** {@code share}: of the area where the factor is known in the cell. */
  private static final StructType PART =
      new StructType()
          .add("factor", StringType)
          .add("factor_class", StringType)
          .add("share", DoubleType)
          .add("information_value", DoubleType);

  /** {@code value} is empty where it is not known, and there are then no {@code parts}. */
  static final StructType SCHEMA =
      new StructType()
          .add("county_code", StringType)
          .add("cell", LongType)
          .add("area", DoubleType)
          .add("points", ArrayType.apply(StringType))
          .add("value", DoubleType)
          .add("parts", ArrayType.apply(PART));

  /** {@code reason} where there are no {@code breaks}; {@code fit} where they were fitted. */
  static final StructType BREAKS =
      new StructType()
          .add("county_code", StringType)
          .add("breaks", ArrayType.apply(DoubleType))
          .add("fit", DoubleType)
          .add("breaks_reason", StringType);

  /** Values are told apart to 10⁻⁴, so that what breaks are found from is bounded. */
  private static final double STEPS = 1e4;

  private ClassedCells() {}

  /**
   * The values.
   *
   * @param cells rows of {@link FactorCells#of}
   * @param fits rows of {@link CountyFits#of}
   */
  static Dataset<Row> values(Dataset<Row> cells, Dataset<Row> fits) {
    Dataset<Row> fitted = fits.where(col("reason").isNull()).select("county_code", "values");
    MapFunction<Row, Row> value = ClassedCells::value;
    return cells
        .join(broadcast(fitted), "county_code")
        .select("county_code", "cell", "area", "points", "shares", "values")
        .map(value, Encoders.row(SCHEMA));
  }

  private static Row value(Row row) {
    Map<String, Double> values = new TreeMap<>();
    TreeSet<String> missing = new TreeSet<>();
    for (Row found : row.<Row>getList(5)) {
      values.put(key(found), found.getDouble(7));
      missing.add(found.getString(0));
    }
    Map<String, Double> known = new TreeMap<>();
    for (Row share : row.<Row>getList(4)) {
      if (values.containsKey(key(share))) {
        known.merge(share.getString(0), share.getDouble(3), Double::sum);
      }
    }
    known.values().removeIf(area -> !(area > 0));
    missing.removeAll(known.keySet());
    List<Row> parts = missing.isEmpty() ? parts(row, values, known) : List.of();
    Double sum = missing.isEmpty() ? sum(parts) : null;
    return RowFactory.create(
        row.get(0), row.get(1), row.get(2), row.get(3), sum, parts.toArray(Row[]::new));
  }

  private static List<Row> parts(Row row, Map<String, Double> values, Map<String, Double> known) {
    List<Row> parts = new ArrayList<>();
    for (Row share : row.<Row>getList(4)) {
      Double value = values.get(key(share));
      Double whole = known.get(share.getString(0));
      if (value != null && whole != null && share.getDouble(3) > 0) {
        parts.add(RowFactory.create(share.get(0), share.get(1), share.getDouble(3) / whole, value));
      }
    }
    return parts;
  }

  private static double sum(List<Row> parts) {
    double sum = 0;
    for (Row part : parts) {
      sum += part.getDouble(2) * part.getDouble(3);
    }
    return sum;
  }

  private static String key(Row row) {
    return row.getString(0) + "\n" + row.getString(1);
  }

  /** The breaks of each county; {@code values} as {@link #values} gives them. */
  static Dataset<Row> breaks(Dataset<Row> values, SusceptibilityMethod method) {
    MapGroupsFunction<String, Row, Row> breaks =
        (county, counts) -> breaks(county, counts, method.breaks());
    return values
        .where(col("value").isNotNull().and(col("area").gt(0)))
        .groupBy(col("county_code"), rint(col("value").multiply(STEPS)).as("step"))
        .agg(count(lit(1)).as("cells"))
        .groupByKey((MapFunction<Row, String>) row -> row.getString(0), Encoders.STRING())
        .mapGroups(breaks, Encoders.row(BREAKS));
  }

  private static Row breaks(String county, Iterator<Row> counts, BreakRule rule) {
    TreeMap<Double, Long> cells = new TreeMap<>();
    counts.forEachRemaining(row -> cells.put(row.getDouble(1) / STEPS, row.getLong(2)));
    try {
      Distribution values = Distribution.of(cells);
      List<Double> breaks = rule.breaks(values);
      Double fit = rule.fixed() ? null : values.goodnessOfFit(breaks);
      return RowFactory.create(county, breaks.toArray(Double[]::new), fit, null);
    } catch (IllegalArgumentException tooFew) {
      return RowFactory.create(
          county, null, null, CountyFits.code(InformationFit.Reason.TOO_FEW_VALUES));
    }
  }

  /** The values with their class, of the counties that have breaks. */
  static Dataset<Row> of(Dataset<Row> values, Dataset<Row> breaks, SusceptibilityMethod method) {
    StructType schema = SCHEMA.add("class", StringType);
    MapFunction<Row, Row> classed =
        row -> {
          String code =
              row.isNullAt(4)
                  ? SusceptibilityMethod.UNKNOWN
                  : method.classes().get(level(row.getDouble(4), row.getList(6)) - 1);
          return RowFactory.create(
              row.get(0), row.get(1), row.get(2), row.get(3), row.get(4), row.get(5), code);
        };
    return values
        .join(
            broadcast(breaks.where(col("breaks").isNotNull()).select("county_code", "breaks")),
            "county_code")
        .map(classed, Encoders.row(schema));
  }

  private static int level(double value, List<Double> breaks) {
    return new LevelBreaks(breaks).levelOf(Math.rint(value * STEPS) / STEPS);
  }

  /** The rows of the mart. */
  static Dataset<Row> mart(Dataset<Row> classed) {
    return classed
        .where(col("area").gt(0))
        .select(
            col("county_code"),
            col("cell"),
            col("value").as("information_value"),
            col("class").as("susceptibility_class"),
            col("area").as("area_m2"));
  }
}
