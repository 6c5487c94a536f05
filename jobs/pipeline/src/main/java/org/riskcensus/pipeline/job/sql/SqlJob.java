package org.riskcensus.pipeline.job.sql;

import com.univocity.parsers.csv.CsvWriter;
import com.univocity.parsers.csv.CsvWriterSettings;
import java.io.PrintWriter;
import java.util.HexFormat;
import java.util.Iterator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.riskcensus.pipeline.lakehouse.GivenSql;
import org.riskcensus.pipeline.spatial.SpatialFunctions;

/** One SQL statement over the lake and its result as text. */
public final class SqlJob {

  private static final int TRUNCATE_CHARACTERS = 100;

  private SqlJob() {}

  /**
   * The result of {@code statement}; the OGC-named spatial functions are available.
   *
   * @throws org.riskcensus.pipeline.yaml.DefinitionException when the statement cannot be read
   */
  public static Dataset<Row> query(SparkSession spark, String statement) {
    SpatialFunctions.register(spark);
    return GivenSql.rows("the statement", () -> spark.sql(statement));
  }

  /** Writes all rows as CSV with a header, streaming. */
  public static void writeCsv(Dataset<Row> result, PrintWriter out) {
    CsvWriter csv = new CsvWriter(out, new CsvWriterSettings());
    csv.writeHeaders(result.columns());
    Iterator<Row> rows = result.toLocalIterator();
    while (rows.hasNext()) {
      Row row = rows.next();
      Object[] values = new Object[row.length()];
      for (int i = 0; i < values.length; i++) {
        values[i] = text(row.get(i));
      }
      csv.writeRow(values);
    }
    csv.flush();
  }

  /** Prints the first {@code rows} rows as a table; wide characters keep the columns straight. */
  public static void show(Dataset<Row> result, int rows) {
    result.show(rows, TRUNCATE_CHARACTERS);
  }

  private static @Nullable Object text(@Nullable Object value) {
    return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value;
  }
}
