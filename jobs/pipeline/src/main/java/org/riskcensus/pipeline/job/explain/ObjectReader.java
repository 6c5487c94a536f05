package org.riskcensus.pipeline.job.explain;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.riskcensus.pipeline.job.explain.Explanation.HazardObject;
import org.riskcensus.pipeline.job.explain.Explanation.Missing;
import org.riskcensus.pipeline.job.explain.Explanation.Rest;
import org.riskcensus.pipeline.lakehouse.ReleasedTables;

/**
 * The surveyed objects of hazards in a unit: the largest with the fields their index follows from
 * and the row they were filed in, the others summed; and which of those fields are missing.
 */
final class ObjectReader {

  private static final String TABLE = "marts.unit_hazard_object";
  private static final String AREAS = "marts.hazard_area";
  private static final String FACTORS = "index_factors";

  private final ReleasedTables tables;
  private final InputTables inputs;
  private final String county;

  ObjectReader(ReleasedTables tables, InputTables inputs, String county) {
    this.tables = tables;
    this.inputs = inputs;
    this.county = county;
  }

  /** Objects told one by one, and the others. */
  record Found(List<HazardObject> shown, Rest others) {}

  Found read(String hazard, Column ofUnit) {
    if (!inputs.hazards().containsKey(hazard)) {
      return new Found(List.of(), new Rest(0, 0));
    }
    Dataset<Row> objects =
        tables
            .read(TABLE)
            .where(ofUnit.and(col("hazard").equalTo(hazard)))
            .groupBy("object_id")
            .agg(
                max("object_name").as("name"),
                max("hazard_level").as("hazard_level"),
                max("hazard_index").as("hazard_index"),
                sum("area_m2").as("area_m2"));
    Row all = objects.agg(count(lit(1)), sum("area_m2")).first();
    List<Row> largest =
        objects
            .orderBy(col("hazard_index").desc(), col("area_m2").desc(), col("object_id"))
            .limit(inputs.objectsShown())
            .collectAsList();
    List<HazardObject> shown = shown(hazard, largest);
    double area = shown.stream().mapToDouble(HazardObject::areaM2).sum();
    double whole = all.isNullAt(1) ? 0 : all.getDouble(1);
    int others = (int) all.getLong(0) - shown.size();
    return new Found(shown, new Rest(others, others == 0 ? 0 : whole - area));
  }

  private List<HazardObject> shown(String hazard, List<Row> largest) {
    Object[] ids = largest.stream().map(row -> row.<String>getAs("object_id")).toArray();
    Map<String, Row> filed = new HashMap<>();
    tables
        .rows(staging(hazard), inCounty().and(col("object_id").isin(ids)), "object_id")
        .forEach(row -> filed.put(row.getAs("object_id"), row));
    Map<String, Map<String, Double>> factors = factors(hazard, ids);
    List<HazardObject> shown = new ArrayList<>();
    for (Row row : largest) {
      Row source = filed.get(row.<String>getAs("object_id"));
      shown.add(
          new HazardObject(
              row.getAs("object_id"),
              row.<@Nullable String>getAs("name"),
              row.<Integer>getAs("hazard_level"),
              row.<Double>getAs("hazard_index"),
              row.<Double>getAs("area_m2"),
              fields(hazard, source),
              source == null ? null : source.<@Nullable String>getAs("file"),
              source == null ? null : source.<@Nullable Long>getAs("row_number"),
              factors.getOrDefault(row.<String>getAs("object_id"), Map.of())));
    }
    return shown;
  }

  /** What the greatest index of objects follows from, where the release tells. */
  private Map<String, Map<String, Double>> factors(String hazard, Object... ids) {
    Map<String, Map<String, Double>> factors = new HashMap<>();
    if (tables.has(AREAS) && List.of(tables.read(AREAS).columns()).contains(FACTORS)) {
      Column wanted = inCounty().and(col("hazard").equalTo(hazard)).and(col("object_id").isin(ids));
      for (Row area : tables.rows(AREAS, wanted.and(col(FACTORS).isNotNull()), "hazard_index")) {
        factors.put(area.getAs("object_id"), factors(area.<String>getAs(FACTORS)));
      }
    }
    return factors;
  }

  private static Map<String, Double> factors(String told) {
    Map<String, Double> factors = new LinkedHashMap<>();
    for (String one : told.split(" ")) {
      String[] parts = one.split("=", 2);
      factors.put(parts[0], Double.valueOf(parts[1]));
    }
    return factors;
  }

  private Map<String, @Nullable String> fields(String hazard, @Nullable Row source) {
    Map<String, @Nullable String> fields = new LinkedHashMap<>();
    if (source != null) {
      for (String field : inputs.inputs().getOrDefault(hazard, List.of())) {
        Object value = source.<@Nullable Object>getAs(field);
        fields.put(field, value == null ? null : value.toString());
      }
    }
    return fields;
  }

  /** Fields that some objects of a hazard in the unit were filed without. */
  List<Missing> missing(String hazard, Column ofUnit) {
    List<String> fields = inputs.inputs().getOrDefault(hazard, List.of());
    if (fields.isEmpty() || !tables.has(staging(hazard))) {
      return List.of();
    }
    Dataset<Row> objects =
        tables
            .read(TABLE)
            .where(ofUnit.and(col("hazard").equalTo(hazard)))
            .select("object_id")
            .distinct();
    Column[] counts =
        fields.stream()
            .map(field -> count(when(col(field).isNull(), lit(1))).as(field))
            .toArray(Column[]::new);
    Row found =
        tables
            .read(staging(hazard))
            .where(inCounty())
            .join(objects, "object_id")
            .agg(count(lit(1)), counts)
            .first();
    List<Missing> missing = new ArrayList<>();
    for (String field : fields) {
      long without = found.<Long>getAs(field);
      if (without > 0) {
        missing.add(new Missing("input", hazard + "." + field, "not_reported", without));
      }
    }
    return missing;
  }

  private String staging(String hazard) {
    return "staging." + inputs.objectsOf(hazard);
  }

  private Column inCounty() {
    return col("county_code").equalTo(county);
  }
}
