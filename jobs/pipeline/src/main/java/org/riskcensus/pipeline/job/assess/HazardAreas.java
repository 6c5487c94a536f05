package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.function.CoGroupFunction;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.KeyValueGroupedDataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.core.hazard.HazardArea;
import org.riskcensus.core.hazard.ReedFireMethod;
import org.riskcensus.core.hazard.ReedSurroundings;
import org.riskcensus.core.hazard.ReedWetland;
import org.riskcensus.pipeline.method.AssessedHazard;
import org.riskcensus.pipeline.method.AssessmentMethods;

/** Surveyed hazard objects to areas with index and level, in the analysis plane. */
final class HazardAreas {

  /** Columns of the result; {@code plane} is WKB in metres of the plane. */
  static final StructType SCHEMA =
      new StructType()
          .add("county_code", StringType)
          .add("hazard", StringType)
          .add("object_id", StringType)
          .add("name", StringType)
          .add("hazard_index", DoubleType)
          .add("hazard_level", IntegerType)
          .add("danger", IntegerType)
          .add("index_factors", StringType)
          .add("plane", BinaryType);

  private static final Encoder<Row> AREAS = Encoders.row(SCHEMA);

  private HazardAreas() {}

  /** The areas of all hazards. */
  static Dataset<Row> of(Inputs inputs, AssessmentMethods methods) {
    return methods.hazards().stream()
        .map(hazard -> areas(inputs, hazard))
        .reduce(Dataset::union)
        .orElseThrow();
  }

  private static Dataset<Row> areas(Inputs inputs, AssessedHazard hazard) {
    Dataset<Row> objects = inputs.staging(hazard.table());
    String code = hazard.code();
    if (hazard.method() instanceof ReedFireMethod fire) {
      List<String> others = hazard.tables().subList(1, hazard.tables().size());
      return reedFire(objects, ReedNear.of(inputs, others, objects), fire, code);
    }
    HazardRows.Assess assess = HazardRows.assess(hazard);
    return objects.flatMap(
        (FlatMapFunction<Row, Row>)
            row -> assess.apply(row).map(area -> toRow(code, area, row)).stream().iterator(),
        AREAS);
  }

  private static Dataset<Row> reedFire(
      Dataset<Row> objects, Dataset<Row> near, ReedFireMethod method, String hazard) {
    CoGroupFunction<String, Row, Row, Row> assess =
        (county, rows, others) -> {
          List<Row> wetlands = new ArrayList<>();
          rows.forEachRemaining(wetlands::add);
          List<ReedWetland> reeds = wetlands.stream().map(HazardRows::wetland).toList();
          ReedSurroundings around = ReedNear.around(reeds, others, method.access());
          List<Row> areas = new ArrayList<>();
          for (int i = 0; i < reeds.size(); i++) {
            for (HazardArea area : method.assess(reeds.get(i), around)) {
              areas.add(toRow(hazard, area, wetlands.get(i)));
            }
          }
          return areas.iterator();
        };
    return byCounty(objects).cogroup(byCounty(near), assess, AREAS);
  }

  private static KeyValueGroupedDataset<String, Row> byCounty(Dataset<Row> rows) {
    return rows.groupByKey(
        (MapFunction<Row, String>) row -> row.getAs("county_code"), Encoders.STRING());
  }

  private static Row toRow(String hazard, HazardArea area, Row object) {
    return RowFactory.create(
        area.countyCode(),
        hazard,
        area.objectId(),
        HazardRows.name(object),
        area.index(),
        area.level(),
        area.danger(),
        factors(area),
        Wkb.write(area.geometry()));
  }

  /** {@code code=value} in the order of the method; null where the method tells none. */
  private static @Nullable String factors(HazardArea area) {
    List<String> told = new ArrayList<>();
    area.factors()
        .forEach((code, value) -> told.add(String.format(Locale.ROOT, "%s=%.4f", code, value)));
    return told.isEmpty() ? null : String.join(" ", told);
  }

  /** The mart: areas in longitude and latitude. */
  static Dataset<Row> mart(Dataset<Row> areas) {
    StructType schema = StoredGeometry.append(SCHEMA);
    return areas
        .mapPartitions(
            (Iterator<Row> rows) -> StoredGeometry.append(rows, "plane"), Encoders.row(schema))
        .drop("plane", "danger");
  }
}
