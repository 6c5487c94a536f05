package org.riskcensus.pipeline.job.assess;

import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;

/** Jobs of Spark under a name that those who watch a run can read, in place of a line of code. */
final class Described {

  private Described() {}

  /** Does some work of the calling thread under the name {@code assess: what}. */
  static <T> T job(SparkSession spark, String what, Supplier<T> work) {
    spark.sparkContext().setJobDescription("assess: " + what);
    try {
      return work.get();
    } finally {
      spark.sparkContext().setJobDescription(null);
    }
  }
}
