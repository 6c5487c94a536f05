package org.riskcensus.pipeline.audit.check;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.riskcensus.pipeline.contract.Rules;

/** One question asked of many rows. */
interface AuditCheck {

  /** Whether the rows hold what it is asked of; where not, no query is made of it. */
  default boolean concerns(JudgedRows rows, Rules rules) {
    return true;
  }

  /** What is wrong, in the columns of {@link Found#TYPE}; nothing is computed before it is read. */
  Dataset<Row> find(JudgedRows rows, Rules rules);
}
