package org.riskcensus.pipeline.job.export;

import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.formats.crs.CoordinateTransform;
import org.riskcensus.formats.crs.Crs;
import org.riskcensus.formats.style.LayerStyle;
import org.riskcensus.formats.write.LayerWriter;
import org.riskcensus.formats.write.LayerWriters;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.contract.TableContract;
import org.riskcensus.pipeline.lakehouse.GivenSql;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * One table to one file. Rows stream through the driver in the order of the table's key, so memory
 * does not grow with the table and equal tables give equal files.
 */
public final class ExportJob {

  private final SparkSession spark;
  private final Contracts contracts;

  /** Exports from the lake of a session. */
  public ExportJob(SparkSession spark, Contracts contracts) {
    this.spark = spark;
    this.contracts = contracts;
  }

  /**
   * Writes the file.
   *
   * @return rows written, and field names that the format cut
   * @throws org.riskcensus.pipeline.yaml.DefinitionException with all that is wrong in the request
   */
  public Exported run(ExportConfig config) throws IOException {
    Problems problems = new Problems();
    config.check(contracts, problems);
    problems.refuse();
    return write(config, contracts.get(config.table()), rows(config));
  }

  /** Reads the rules of publication and notes every problem. */
  public static void check(SchemaFiles files, Contracts contracts, Problems problems) {
    PublicationRules.read(files, contracts, problems);
  }

  /**
   * Writes the file for publication: small counts of persons are withheld, see {@code
   * schemas/methods/publication.yaml}.
   *
   * @throws org.riskcensus.pipeline.yaml.DefinitionException with all that is wrong in the request
   */
  public Exported runPublic(ExportConfig config) throws IOException {
    Problems problems = new Problems();
    config.check(contracts, problems);
    PublicationRules rules = PublicationRules.read(SchemaFiles.load(), contracts, problems);
    Optional<PublicationRules.OfTable> rule = rules.find(config.table());
    if (rule.isEmpty()) {
      problems.add(
          "--public",
          0,
          config.table()
              + " has no rules of publication in methods/publication.yaml; there are "
              + String.join(", ", rules.tables().keySet()));
    }
    if (config.where().isPresent()) {
      problems.add(
          "--where",
          0,
          "not with --public: rows left out would tell what is withheld; filter the file");
    }
    problems.refuse();
    return published(config, rules, rule.orElseThrow());
  }

  private Exported published(
      ExportConfig config, PublicationRules rules, PublicationRules.OfTable rule)
      throws IOException {
    TableContract table = contracts.get(config.table());
    Dataset<Row> rows = rows(config);
    return switch (rule.way()) {
      case WHOLE -> write(config, table, rows);
      case BLOCK, MEASURES, COLUMNS ->
          write(config, PublicFigures.contract(table), new PublicFigures(rules, rule).apply(rows));
    };
  }

  private Exported write(ExportConfig config, TableContract table, Dataset<Row> rows)
      throws IOException {
    Contracts released = released(config);
    ExportLayer layer = new ExportLayer(table, released, config.out(), rows);
    Crs crs = Crs.of(config.crs());
    CoordinateTransform transform = CoordinateTransform.between(Crs.CGCS2000, crs);
    try (LayerWriter writer =
        LayerWriters.create(
            config.out(),
            layer.schema(crs.code()),
            layer.options(),
            style(config, layer, released))) {
      long written = write(layer, layer.select(rows).toLocalIterator(), transform, writer);
      return new Exported(written, writer.cutNames());
    }
  }

  private Optional<LayerStyle> style(ExportConfig config, ExportLayer layer, Contracts released) {
    return layer.forPeople()
        ? Optional.empty()
        : config
            .legend()
            .flatMap(legend -> TableStyle.find(released.get(config.table()), released, legend));
  }

  private Contracts released(ExportConfig config) {
    return config.year().isPresent()
        ? new Release(spark, config.year().getAsInt()).contracts(contracts)
        : contracts;
  }

  private Dataset<Row> rows(ExportConfig config) {
    Dataset<Row> rows =
        config.year().isPresent()
            ? new Release(spark, config.year().getAsInt()).read(config.table())
            : spark.table(config.table());
    if (config.where().isEmpty()) {
      return rows;
    }
    return GivenSql.rows("--where", () -> rows.where(config.where().get()));
  }

  private static long write(
      ExportLayer layer, Iterator<Row> rows, CoordinateTransform transform, LayerWriter writer)
      throws IOException {
    boolean whole = false;
    try {
      long written = 0;
      while (rows.hasNext()) {
        Row row = rows.next();
        writer.write(layer.values(row), geometry(layer.wkb(row), transform));
        written++;
      }
      whole = true;
      return written;
    } finally {
      if (!whole) {
        writer.abandon();
      }
    }
  }

  private static @Nullable Geometry geometry(byte @Nullable [] wkb, CoordinateTransform transform) {
    return wkb == null ? null : transform.apply(Wkb.read(wkb));
  }
}
