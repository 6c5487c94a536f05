package org.riskcensus.pipeline.job.ingest;

import static org.apache.spark.sql.functions.col;

import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.riskcensus.pipeline.lakehouse.Lake;
import org.riskcensus.pipeline.progress.Progress;

/**
 * From rows as filed to rows with a verdict. Units are judged first, as the other rows are held
 * against those accepted. Rows are told apart before they are conformed, so that each is conformed
 * once.
 */
final class Judgement {

  private final Lake lake;
  private final IngestConfig config;
  private final Waivers waivers;
  private final Progress progress;

  Judgement(Lake lake, IngestConfig config, Waivers waivers, Progress progress) {
    this.lake = lake;
    this.config = config;
    this.waivers = waivers;
    this.progress = progress;
  }

  /** Rows of {@code raw.filed_row} with their verdicts; can be read many times. */
  Dataset<Row> of(Dataset<Row> filed) {
    RowRules rules = RowRules.load();
    Optional<Dataset<Row>> kept = KeptKeys.of(lake, config);
    Dataset<Row> others = conformed(filed.where(col("dataset").notEqual("admin_unit")), rules);
    if (config.datasets().contains("admin_unit")) {
      Dataset<Row> judgedUnits =
          verdicts(conformed(filed.where(col("dataset").equalTo("admin_unit")), rules), kept);
      Dataset<Row> units = judgedUnits.where(col("verdict").equalTo(VerdictTransform.ACCEPTED));
      return judgedUnits.unionByName(judged(others, units, rules, kept));
    }
    Dataset<Row> units = PlaneUnits.of(lake.read("staging.admin_unit", config.year()));
    if (units.isEmpty()) {
      progress.note("no administrative units in the lake: rows are not checked against them");
      return verdicts(others, kept);
    }
    return judged(others, units, rules, kept);
  }

  private Dataset<Row> conformed(Dataset<Row> filed, RowRules rules) {
    return waivers.markRows(
        ConformTransform.apply(filed, config.sources(), config.contracts(), rules));
  }

  private Dataset<Row> judged(
      Dataset<Row> others, Dataset<Row> units, RowRules rules, Optional<Dataset<Row>> kept) {
    return verdicts(waivers.markRows(UnitTransform.apply(others, units, rules)), kept);
  }

  private Dataset<Row> verdicts(Dataset<Row> rows, Optional<Dataset<Row>> kept) {
    return VerdictTransform.apply(VerdictTransform.stored(rows, waivers), kept);
  }
}
