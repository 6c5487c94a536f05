package org.riskcensus.pipeline.lakehouse;

import java.util.function.Supplier;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.riskcensus.pipeline.yaml.Problems;

/** SQL that a user has written. What is wrong with it is theirs to mend, and not a failed run. */
public final class GivenSql {

  private GivenSql() {}

  /**
   * The rows that {@code analysed} makes of it.
   *
   * @param place where the user has written it
   * @throws org.riskcensus.pipeline.yaml.DefinitionException when Spark cannot read it or does not
   *     find what it names
   */
  public static Dataset<Row> rows(String place, Supplier<Dataset<Row>> analysed) {
    try {
      return analysed.get();
    } catch (Exception e) {
      // Spark throws this checked exception from Scala without declaring it
      if (e instanceof AnalysisException analysis) {
        Problems problems = new Problems();
        problems.add(place, 0, message(analysis));
        problems.refuse();
      }
      throw e;
    }
  }

  /** Without the plan, of which columns have numbers; a statement that has no plan is shown. */
  private static String message(AnalysisException error) {
    return error instanceof ParseException
        ? String.valueOf(error.getMessage()).strip()
        : error.getSimpleMessage();
  }
}
