package org.riskcensus.pipeline.job.losses;

import java.time.LocalDate;
import java.util.List;
import org.riskcensus.pipeline.config.CellSizes;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * What the loss statistics of a run depend on beside the tables.
 *
 * @param year census year
 * @param logicalDate date that deadlines are held against; never the clock
 * @param counties six-digit codes of the counties of the run, each once
 * @param cells sides of the cells of {@code marts.cell_risk}
 * @param targets the register of plan targets
 * @param method parameters of the statistics
 * @param indicators of {@code marts.loss_indicator} that are given as data
 */
public record LossesConfig(
    int year,
    LocalDate logicalDate,
    List<String> counties,
    CellSizes cells,
    KpiRegister targets,
    LossStatisticsMethod method,
    List<IndicatorDefinition> indicators) {

  public LossesConfig {
    counties = counties.stream().distinct().sorted().toList();
    if (counties.isEmpty()) {
      throw new IllegalArgumentException("loss statistics need at least one county");
    }
  }

  /** Reads the register of targets and the methods, and notes every problem. */
  public static void check(SchemaFiles files, Problems problems) {
    KpiRegister.read(files, problems);
    LossStatisticsMethod.read(files, problems);
    IndicatorDefinition.list(files, problems);
  }

  /**
   * The configuration of a census, with the project's register of targets and methods.
   *
   * @param cells sides of the assessment cells
   * @param problems receives what is wrong with the register and the methods
   */
  public static LossesConfig of(
      int year, LocalDate logicalDate, List<String> counties, CellSizes cells, Problems problems) {
    SchemaFiles files = SchemaFiles.load();
    return new LossesConfig(
        year,
        logicalDate,
        counties,
        cells,
        KpiRegister.read(files, problems),
        LossStatisticsMethod.read(files, problems),
        IndicatorDefinition.list(files, problems));
  }
}
