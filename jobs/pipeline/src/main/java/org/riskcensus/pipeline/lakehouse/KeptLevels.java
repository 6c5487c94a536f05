package org.riskcensus.pipeline.lakehouse;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.riskcensus.pipeline.contract.LevelScale;
import org.riskcensus.pipeline.yaml.Problems;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The levels by which counties of a census year were assessed. A release names its levels by one
 * scale, so all its counties have the same one; a county that has kept none has the project's.
 */
public final class KeptLevels {

  static final String TABLE = "ops.method_file";

  private static final String ASSESSED = "marts.unit_risk";

  private KeptLevels() {}

  /**
   * Refuses a run whose levels are not those of the other counties published for its year.
   *
   * @param own levels of the run
   * @throws org.riskcensus.pipeline.yaml.DefinitionException with the counties that differ
   */
  public static void requireOne(Lake lake, LevelScale own) {
    Problems problems = new Problems();
    int year = lake.run().year();
    for (Row others : others(lake)) {
      @Nullable String text = others.getAs("text");
      LevelScale levels = text == null ? LevelScale.ofProject() : LevelScale.of(text);
      if (!levels.equals(own)) {
        problems.add(
            LevelScale.FILE,
            0,
            ("%s and %d more counties of %d were assessed by other levels, and a release has one scale:"
                    + " keep theirs, or assess all counties of the year in one run")
                .formatted(
                    others.<String>getAs("first"), others.<Long>getAs("counties") - 1, year));
      }
    }
    problems.refuse();
  }

  /** The same for the levels that a run has kept, as others may have been published meanwhile. */
  static void requireOne(Lake lake) {
    List<Row> kept =
        lake.step()
            .read(TABLE, lake.run().year())
            .where(col("path").equalTo(LevelScale.FILE))
            .limit(1)
            .collectAsList();
    if (!kept.isEmpty()) {
      requireOne(lake, LevelScale.of(kept.get(0).getAs("text")));
    }
  }

  /** Each scale that other counties of the year were assessed by, as published. */
  private static List<Row> others(Lake lake) {
    Column other =
        col("census_year")
            .equalTo(lake.run().year())
            .and(not(col("county_code").isin(lake.run().counties().toArray())));
    Dataset<Row> methods = lake.spark().table(TABLE).where(other);
    Dataset<Row> assessed = lake.spark().table(ASSESSED).where(other);
    Dataset<Row> kept = methods.where(col("path").equalTo(LevelScale.FILE));
    return assessed
        .select("county_code")
        .union(methods.select("county_code"))
        .distinct()
        .join(
            kept.select("county_code", "text"),
            CollectionConverters.asScala(List.of("county_code")).toSeq(),
            "left")
        .groupBy("text")
        .agg(min("county_code").as("first"), count(lit(1)).as("counties"))
        .orderBy("first")
        .collectAsList();
  }
}
