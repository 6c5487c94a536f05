package org.riskcensus.pipeline.audit.check;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.riskcensus.pipeline.contract.Rules;

/** One question asked of many rows. */
interface AuditCheck {

  /** What is wrong, in the columns of {@link Found#TYPE}; nothing is computed before it is read. */
  Dataset<Row> find(JudgedRows rows, Rules rules);
}
