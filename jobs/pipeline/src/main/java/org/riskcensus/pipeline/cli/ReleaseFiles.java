package org.riskcensus.pipeline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.riskcensus.formats.map.Paper;
import org.riskcensus.pipeline.config.CensusDescription;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.Language;
import org.riskcensus.pipeline.job.export.ExportConfig;
import org.riskcensus.pipeline.job.export.ExportJob;
import org.riskcensus.pipeline.job.export.MapExport;
import org.riskcensus.pipeline.job.export.MapExportConfig;
import org.riskcensus.pipeline.lakehouse.SideBySide;
import org.riskcensus.pipeline.progress.Progress;

/** The files every run leaves for its users: layers, statistics and map sheets of the release. */
final class ReleaseFiles {

  private static final String STEP = "export";
  private static final List<String> FILES =
      List.of(
          "zone.gpkg",
          "level_area.gpkg",
          "flood_zone.gpkg",
          "unit_flood_zone.xlsx",
          "loss_by_unit_year.csv",
          "loss_by_unit_year.xlsx",
          "kpi_status.xlsx",
          "responsibility_item.xlsx",
          "danger_register.csv",
          "danger_register.xlsx",
          "coverage_area.gpkg",
          "service_coverage.xlsx",
          "officer_coverage.xlsx",
          "unit_capacity.xlsx");

  /** Those that only some censuses have. */
  private static final List<String> WHERE_COMPUTED =
      List.of("susceptibility_area.gpkg", "information_value.xlsx", "unit_susceptibility.xlsx");

  private ReleaseFiles() {}

  static void write(SparkSession spark, CensusDescription census, Path out, Progress progress)
      throws IOException {
    progress.begin(STEP, out.toString());
    Contracts contracts = Contracts.load();
    Files.createDirectories(out.resolve("maps"));
    List<Callable<Long>> files = new ArrayList<>();
    files.add(() -> maps(spark, contracts, census, out.resolve("maps"), progress));
    for (String name : FILES) {
      files.add(() -> table(spark, contracts, census.year(), out.resolve(name), progress));
    }
    for (String name : WHERE_COMPUTED) {
      if (!spark.table(tableOf(name)).where("census_year = " + census.year()).isEmpty()) {
        files.add(() -> table(spark, contracts, census.year(), out.resolve(name), progress));
      }
    }
    SideBySide.all(files);
  }

  private static String tableOf(String file) {
    return "marts." + file.substring(0, file.indexOf('.'));
  }

  private static long table(
      SparkSession spark, Contracts contracts, int year, Path file, Progress progress)
      throws IOException {
    long start = System.nanoTime();
    String name = String.valueOf(file.getFileName());
    long rows =
        new ExportJob(spark, contracts).run(ExportConfig.of(tableOf(name), year, file)).rows();
    progress.done(STEP, name, rows, (System.nanoTime() - start) / 1e9);
    return rows;
  }

  private static long maps(
      SparkSession spark,
      Contracts contracts,
      CensusDescription census,
      Path directory,
      Progress progress)
      throws IOException {
    long start = System.nanoTime();
    MapExportConfig maps =
        new MapExportConfig(
            census.year(),
            census.logicalDate(),
            census.title(),
            census.synthetic(),
            Language.ZH,
            Paper.A4,
            directory);
    int sheets = new MapExport(spark, contracts, maps).run().size();
    progress.done(STEP, "maps (sheets)", sheets, (System.nanoTime() - start) / 1e9);
    return sheets;
  }
}
