package org.riskcensus.pipeline.lakehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.spark.CommitMetadata;
import org.apache.spark.sql.SparkSession;

/**
 * The rows of one source among those of others. Overwriting by condition replaces whole files and
 * is refused where a file holds, or by the bounds of its texts may hold, rows of other sources too;
 * so the rows of a source are deleted one by one, and its new ones appended.
 */
final class SourceRows {

  private final SparkSession spark;
  private final Slice slice;
  private final String source;

  SourceRows(SparkSession spark, Slice slice) {
    this.spark = spark;
    this.slice = slice;
    this.source = slice.source().orElseThrow();
  }

  /**
   * Deletes the rows from what a run sees of {@code table}; does nothing where there can be none.
   */
  void delete(Table table, String identifier, RunBranch branch) {
    String target = branch.begin(table, identifier);
    table.refresh();
    if (branch.head(table).filter(head -> mayBeIn(table, head)).isPresent()) {
      Map<String, Object> values = new TreeMap<>(Map.of("year", slice.year(), "source", source));
      List<String> counties = new ArrayList<>();
      for (String county : slice.counties()) {
        counties.add(":c" + counties.size());
        values.put("c" + (counties.size() - 1), county);
      }
      String where =
          " WHERE census_year = :year AND source_id = :source AND county_code IN ("
              + String.join(", ", counties)
              + ")";
      CommitMetadata.withCommitProperties(
          slice.properties(Slice.NO_WRITE),
          () -> spark.sql("DELETE FROM " + target + where, values),
          RuntimeException.class);
    }
  }

  private boolean mayBeIn(Table table, Snapshot head) {
    var rows =
        Expressions.and(
            Expressions.equal("census_year", slice.year()),
            Expressions.in("county_code", slice.counties().toArray()),
            Expressions.equal("source_id", source));
    try (CloseableIterable<FileScanTask> files =
        table.newScan().useSnapshot(head.snapshotId()).filter(rows).planFiles()) {
      return files.iterator().hasNext();
    } catch (IOException e) {
      throw new UncheckedIOException("planning a scan of " + table.name(), e);
    }
  }
}
