package org.riskcensus.pipeline.job.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.formats.read.RowReader;
import org.riskcensus.formats.read.RowReaders;
import org.riskcensus.formats.read.SourceRow;
import org.riskcensus.pipeline.config.SourceDescription;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The rows of files as filed, in the columns of {@code raw.filed_row}. Each file is one task that
 * streams; nothing of it is kept.
 */
final class FiledRows {

  private FiledRows() {}

  /** The rows of {@code submissions}. */
  static Dataset<Row> read(
      SparkSession spark, List<Submission> submissions, int year, StructType schema) {
    return spark.createDataFrame(
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(submissions, Math.max(1, submissions.size()))
            .flatMap(submission -> new FileRows(submission, year, schema)),
        schema);
  }

  /** The rows of one file; closes it after the last. */
  private static final class FileRows implements Iterator<Row> {

    private final Submission submission;
    private final int year;
    private final String[] columns;
    private final RowReader reader;
    private boolean open = true;

    FileRows(Submission submission, int year, StructType schema) throws IOException {
      this.submission = submission;
      this.year = year;
      this.columns = schema.fieldNames();
      this.reader = RowReaders.open(submission.source().spec());
    }

    @Override
    public boolean hasNext() {
      if (open && !reader.hasNext()) {
        open = false;
        try {
          reader.close();
        } catch (IOException e) {
          throw new UncheckedIOException(submission.source().file() + ": closing", e);
        }
      }
      return open;
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException(submission.source().file());
      }
      SourceRow row = reader.next();
      Object[] values = new Object[columns.length];
      for (int i = 0; i < columns.length; i++) {
        values[i] = value(columns[i], row);
      }
      return RowFactory.create(values);
    }

    private @Nullable Object value(String column, SourceRow row) {
      SourceDescription source = submission.source();
      return switch (column) {
        case "dataset" -> source.dataset();
        case "census_year" -> year;
        case "county_code" -> source.county();
        case "source_id" -> source.id();
        case "submission_id" -> submission.id();
        case "file" -> source.file();
        case "layer" -> source.spec().layer();
        case "row_number" -> row.rowNumber();
        case "attributes" -> CollectionConverters.asScala(row.attributes());
        case "geometry" -> row.geometry() == null ? null : Wkb.write(row.geometry());
        case "crs" -> reader.crs().orElse(null);
        case "problem" -> row.problem();
        default -> throw new IllegalArgumentException("raw.filed_row has no source for " + column);
      };
    }
  }
}
