package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.riskcensus.pipeline.audit.QualityRefusedException;
import org.riskcensus.pipeline.lakehouse.KeptLevels;
import org.riskcensus.pipeline.lakehouse.Lake;
import org.riskcensus.pipeline.lakehouse.SideBySide;
import org.riskcensus.pipeline.progress.Progress;

/** Reads staging, assesses, and replaces the tables of hazard, exposure, risk and zones. */
public final class AssessJob {

  /** The tables it writes. */
  public static final List<String> TABLES =
      List.of(
          "marts.hazard_area",
          "marts.cell_hazard",
          "marts.cell_exposure",
          "marts.cell_risk",
          "marts.unit_hazard",
          "marts.unit_hazard_object",
          "marts.unit_exposure",
          "marts.unit_risk",
          "marts.unit_class_area",
          "marts.unit_indicator",
          "marts.risk_sensitivity",
          "marts.weight_sensitivity",
          "marts.method_value",
          "marts.zone",
          "marts.level_area",
          FloodZones.CELLS,
          FloodZones.UNITS,
          FloodZones.AREAS,
          "marts.information_value",
          "marts.susceptibility",
          "marts.susceptibility_fit",
          "marts.unit_susceptibility",
          "marts.unit_information",
          "marts.susceptibility_area",
          "ops.exposure_account",
          "ops.zone_account",
          MethodFiles.TABLE);

  private static final int COUNTIES_NAMED = 20;

  private AssessJob() {}

  /**
   * Assesses the counties of the lake's run; does nothing when the run has done so before.
   *
   * @return rows of each table
   * @throws QualityRefusedException when a county has no polygon, or its zones do not tile it
   */
  public static Map<String, Long> run(Lake lake, AssessConfig config, Progress progress) {
    Map<String, Long> rows = new LinkedHashMap<>();
    if (lake.holdsAll(TABLES)) {
      progress.note("assess: nothing to do, this run has assessed before");
      return rows;
    }
    KeptLevels.requireOne(lake, config.methods().scale());
    Inputs inputs = table -> lake.read("staging." + table, config.year());
    requireCountyPolygons(inputs.staging("admin_unit"));
    Map<String, Dataset<Row>> tables = new Assessment(inputs, config).tables();
    tables.put(MethodFiles.TABLE, MethodFiles.of(lake, config.schemas()));
    List<Callable<Long>> writes = new ArrayList<>();
    for (String table : TABLES) {
      Dataset<Row> made = Assessment.get(tables, table);
      writes.add(() -> write(lake, table, made, progress));
    }
    List<Long> written = SideBySide.all(writes);
    for (int i = 0; i < written.size(); i++) {
      rows.put(TABLES.get(i), written.get(i));
    }
    noteNotSurveyed(lake, config.year(), progress);
    requireTiling(lake.read("ops.zone_account", config.year()));
    return rows;
  }

  private static long write(Lake lake, String table, Dataset<Row> made, Progress progress) {
    long start = System.nanoTime();
    long rows =
        Described.job(
            made.sparkSession(), table, () -> lake.replaceYear(table, lake.run().year(), made));
    progress.done("assess", table, rows, (System.nanoTime() - start) / 1e9);
    return rows;
  }

  private static void noteNotSurveyed(Lake lake, int year, Progress progress) {
    Set<String> without = new TreeSet<>(lake.run().counties());
    without.removeAll(
        lake.read("marts.unit_risk", year)
            .select("county_code")
            .distinct()
            .as(Encoders.STRING())
            .collectAsList());
    if (!without.isEmpty()) {
      progress.note("no hazard was surveyed, so there is no risk and no zone, in " + without);
    }
  }

  private static void requireTiling(Dataset<Row> accounts) {
    List<String> wrong =
        ZoneAccounts.wrong(accounts).takeAsList(COUNTIES_NAMED).stream()
            .map(AssessJob::untiled)
            .sorted()
            .toList();
    if (!wrong.isEmpty()) {
      throw new QualityRefusedException(wrong);
    }
  }

  private static String untiled(Row account) {
    return "the %s areas of %s for %s do not tile the county: %s; %s m² are missing or counted twice"
        .formatted(
            account.getAs("map"),
            account.getAs("county_code"),
            account.getAs("hazard"),
            account.isNullAt(account.fieldIndex("flaw"))
                ? "every edge fits"
                : account.getAs("flaw"),
            account.getAs("difference_m2"));
  }

  private static void requireCountyPolygons(Dataset<Row> adminUnits) {
    List<String> without =
        adminUnits
            .groupBy("county_code")
            .agg(max(col("level").equalTo("county")).as("filed"))
            .where(col("filed").equalTo(false))
            .select("county_code")
            .as(Encoders.STRING())
            .takeAsList(COUNTIES_NAMED);
    if (!without.isEmpty()) {
      throw new QualityRefusedException(without.stream().sorted().map(AssessJob::advice).toList());
    }
  }

  private static String advice(String county) {
    return "staging.admin_unit has no polygon of level county (县级) for "
        + county
        + ": zones tile that polygon, so file it among the administrative units";
  }
}
