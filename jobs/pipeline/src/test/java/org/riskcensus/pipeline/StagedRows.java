package org.riskcensus.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.spatial.PlaneProjection;

/** Staging tables in memory: shapes are given in the plane, columns not given are null. */
public class StagedRows {

  private static final Contracts CONTRACTS = Contracts.load();

  private final SparkSession spark;
  private final Contracts contracts;
  private final Map<String, List<Row>> rows = new HashMap<>();

  /** None yet. */
  public StagedRows(SparkSession spark) {
    this(spark, CONTRACTS);
  }

  /** None yet, of the tables of {@code contracts}. */
  public StagedRows(SparkSession spark, Contracts contracts) {
    this.spark = spark;
    this.contracts = contracts;
  }

  /** Adds a row; {@code columns} alternates names and values. */
  public final void add(
      String table, String adminCode, @Nullable Geometry plane, Object... columns) {
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < columns.length; i += 2) {
      values.put((String) columns[i], columns[i + 1]);
    }
    values.put("admin_code", adminCode);
    values.put("county_code", adminCode.substring(0, 6));
    values.put("census_year", 2025);
    if (plane != null) {
      values.put("geometry", Wkb.write(PlaneProjection.toLonLat(plane)));
      values.put("cell", PlaneProjection.storedCell(plane));
    }
    Object[] row =
        Arrays.stream(schema(table).fieldNames()).map(values::remove).toArray(Object[]::new);
    if (!values.isEmpty()) {
      throw new IllegalArgumentException(table + " has no columns " + values.keySet());
    }
    rows.computeIfAbsent(table, key -> new ArrayList<>()).add(RowFactory.create(row));
  }

  /** Takes the rows of {@code other} in another order. */
  public final void addShuffled(StagedRows other, long seed) {
    other.rows.forEach(
        (table, list) -> {
          List<Row> copy = new ArrayList<>(list);
          Collections.shuffle(copy, new Random(seed));
          rows.put(table, copy);
        });
  }

  /** The rows of {@code staging.<table>}. */
  public final Dataset<Row> table(String table) {
    return spark.createDataFrame(rows.getOrDefault(table, List.of()), schema(table)).repartition(3);
  }

  private StructType schema(String table) {
    StructField[] fields = contracts.get("staging." + table).sparkSchema().fields();
    StructType nullable = new StructType();
    for (StructField field : fields) {
      nullable = nullable.add(field.name(), field.dataType(), true);
    }
    return nullable;
  }
}
