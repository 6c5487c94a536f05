package org.riskcensus.pipeline.job.ingest;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.riskcensus.pipeline.config.SourceDescription;
import org.riskcensus.pipeline.contract.Contracts;

/** Rows as filed to conformed rows: every check that one row alone can decide. */
final class ConformTransform {

  private ConformTransform() {}

  /**
   * Conforms rows of {@code raw.filed_row}.
   *
   * @param filed rows of the sources given
   * @param contracts contracts of the datasets they belong to
   */
  static Dataset<Row> apply(
      Dataset<Row> filed, List<SourceDescription> sources, Contracts contracts, RowRules rules) {
    Map<String, SourceDescription> byId =
        sources.stream().collect(Collectors.toMap(SourceDescription::id, s -> s));
    Broadcast<Contracts> shared =
        JavaSparkContext.fromSparkContext(filed.sparkSession().sparkContext()).broadcast(contracts);
    MapPartitionsFunction<Row, Row> conform =
        rows -> new Conformed(rows, source -> byId.get(source), shared.value(), rules);
    return filed.mapPartitions(conform, Encoders.row(ConformedRow.TYPE));
  }

  /** Conforms rows one by one, with one conformer for each source and reference system. */
  private static final class Conformed implements Iterator<Row> {

    private final Iterator<Row> rows;
    private final Function<String, @Nullable SourceDescription> sources;
    private final Contracts contracts;
    private final RowRules rules;
    private final Map<String, SourceConformer> conformers = new HashMap<>();

    Conformed(
        Iterator<Row> rows,
        Function<String, @Nullable SourceDescription> sources,
        Contracts contracts,
        RowRules rules) {
      this.rows = rows;
      this.sources = sources;
      this.contracts = contracts;
      this.rules = rules;
    }

    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public Row next() {
      Row row = rows.next();
      return conformer(row.getAs("source_id"), row.getAs("crs")).conform(row);
    }

    private SourceConformer conformer(String source, @Nullable String crs) {
      return conformers.computeIfAbsent(
          source + "\n" + crs,
          key ->
              SourceConformer.of(
                  Objects.requireNonNull(sources.apply(source), source), crs, contracts, rules));
    }
  }
}
