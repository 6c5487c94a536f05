package org.riskcensus.pipeline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.riskcensus.formats.map.Paper;
import org.riskcensus.pipeline.config.CensusDescription;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.job.export.ExportConfig;
import org.riskcensus.pipeline.job.export.ExportJob;
import org.riskcensus.pipeline.job.export.MapExport;
import org.riskcensus.pipeline.job.export.MapExportConfig;
import org.riskcensus.pipeline.progress.Progress;

/** The files every run leaves for its users: layers, statistics and map sheets of the release. */
final class ReleaseFiles {

  private static final String STEP = "export";
  private static final List<String> FILES =
      List.of(
          "zone.gpkg",
          "level_area.gpkg",
          "loss_by_unit_year.csv",
          "loss_by_unit_year.xlsx",
          "kpi_status.xlsx",
          "responsibility_item.xlsx");

  private ReleaseFiles() {}

  static void write(SparkSession spark, CensusDescription census, Path out, Progress progress)
      throws IOException {
    progress.begin(STEP, out.toString());
    Contracts contracts = Contracts.load();
    Files.createDirectories(out.resolve("maps"));
    for (String name : FILES) {
      long start = System.nanoTime();
      String table = "marts." + name.substring(0, name.indexOf('.'));
      long rows =
          new ExportJob(spark, contracts)
              .run(ExportConfig.of(table, census.year(), out.resolve(name)));
      progress.done(STEP, name, rows, (System.nanoTime() - start) / 1e9);
    }
    long start = System.nanoTime();
    MapExportConfig maps =
        new MapExportConfig(
            census.year(),
            census.logicalDate(),
            census.title(),
            census.synthetic(),
            Paper.A4,
            out.resolve("maps"));
    int sheets = new MapExport(spark, contracts, maps).run().size();
    progress.done(STEP, "maps (sheets)", sheets, (System.nanoTime() - start) / 1e9);
  }
}
