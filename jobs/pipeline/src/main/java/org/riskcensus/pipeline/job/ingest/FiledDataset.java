package org.riskcensus.pipeline.job.ingest;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import org.apache.spark.sql.Row;
import org.riskcensus.pipeline.config.SourceDescription;
import org.riskcensus.pipeline.lakehouse.Lake;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * A source files one dataset a year. A file alone that files another under its name would leave the
 * rows of the first without an account.
 */
final class FiledDataset {

  private FiledDataset() {}

  /**
   * Refuses a source that has filed another dataset in the same county and year.
   *
   * @throws org.riskcensus.pipeline.yaml.DefinitionException with the dataset and its file
   */
  static void require(Lake lake, IngestConfig config, SourceDescription source) {
    List<Row> filed =
        lake.read("ops.submission", config.year())
            .where(col("source_id").equalTo(source.id()))
            .where(col("county_code").equalTo(source.county()))
            .where(col("dataset").notEqual(source.dataset()))
            .select("dataset", "file")
            .limit(1)
            .collectAsList();
    Problems problems = new Problems();
    for (Row other : filed) {
      problems.add(
          source.file(),
          source.line(),
          "source '%s' has filed '%s' (%s) and cannot file '%s' too: give another --source"
              .formatted(source.id(), other.getString(0), other.getString(1), source.dataset()));
    }
    problems.refuse();
  }
}
