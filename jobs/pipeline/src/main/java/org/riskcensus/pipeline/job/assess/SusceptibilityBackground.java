package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.riskcensus.core.hazard.LevelBreaks;
import org.riskcensus.core.susceptibility.SusceptibilityMethod;

/**
 * Susceptible places as areas of the hazard: their classes have an index that is less than that of
 * any hazard point, so that the point decides inside its influence zone, and the class outside.
 *
 * @param hazard code of the hazard
 * @param levels breaks of the hazard index
 * @param method index of each class
 * @param classed rows of {@link ClassedCells#of}
 */
record SusceptibilityBackground(
    String hazard, LevelBreaks levels, SusceptibilityMethod method, Dataset<Row> classed) {

  /** Object that stands for all places of a class in a county: this and the class. */
  private static final String OBJECT = "susceptibility-";

  /**
   * The places as pieces of the hazard, as {@link CellPieces} has them.
   *
   * @param countyPieces pieces of the counties
   */
  Dataset<Row> pieces(Dataset<Row> countyPieces) {
    Dataset<Row> places =
        classed
            .withColumn("value", byClass(method::background))
            .withColumn("level", byClass(code -> levels.levelOf(method.background(code))))
            .where(col("value").gt(0))
            .select("county_code", "cell", "class", "value", "level");
    return countyPieces
        .select(col("cell"), col("code").as("county_code"), col("part"))
        .join(places, Units.scala(List.of("county_code", "cell")), "inner")
        .select(
            col("cell"),
            lit(CellPieces.Role.HAZARD.name()).as("role"),
            lit(hazard).as("code"),
            col("county_code").as("origin"),
            object().as("object_id"),
            col("value"),
            col("level").cast("int").as("level"),
            lit(0).as("danger"),
            col("part"));
  }

  private static Column object() {
    return concat(lit(OBJECT), col("class"));
  }

  private Column byClass(ToDoubleFunction<String> number) {
    Column column = lit(0.0);
    for (String code : method.classes()) {
      column = when(col("class").equalTo(code), number.applyAsDouble(code)).otherwise(column);
    }
    return column;
  }

  /**
   * Names of the objects: {@code county_code, hazard, object_id, name}.
   *
   * @param ofClasses names of the classes
   */
  Dataset<Row> names(Map<String, String> ofClasses) {
    Column name = col("class");
    for (Map.Entry<String, String> entry : ofClasses.entrySet()) {
      name = when(col("class").equalTo(entry.getKey()), entry.getValue()).otherwise(name);
    }
    return classed
        .select(
            col("county_code"), lit(hazard).as("hazard"), object().as("object_id"), name.as("name"))
        .distinct();
  }
}
