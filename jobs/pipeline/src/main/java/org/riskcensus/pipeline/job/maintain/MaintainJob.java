package org.riskcensus.pipeline.job.maintain;

import java.time.Instant;
import java.util.stream.StreamSupport;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.spark.Spark3Util;
import org.apache.spark.sql.SparkSession;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.TableContract;
import org.riskcensus.pipeline.lakehouse.Releases;
import org.riskcensus.pipeline.lakehouse.RunBranch;
import org.riskcensus.pipeline.lakehouse.SparkSessions;

/**
 * Ends the branches of runs that were refused or killed and not started again, then expires the
 * snapshots that no branch or tag needs, with their files. Published rows and releases stay.
 */
public final class MaintainJob {

  private MaintainJob() {}

  /**
   * What was removed.
   *
   * @param branches branches of runs given up
   * @param snapshots snapshots expired
   */
  public record Removed(int branches, int snapshots) {}

  /**
   * Maintains every table that has a contract.
   *
   * @param before branches last written and snapshots made before this instant go
   */
  public static Removed run(SparkSession spark, Contracts contracts, Instant before) {
    Catalog catalog = Spark3Util.loadIcebergCatalog(spark, SparkSessions.CATALOG);
    Releases.of(spark).settle();
    int branches = 0;
    int snapshots = 0;
    for (TableContract contract : contracts.list()) {
      TableIdentifier name = TableIdentifier.parse(contract.name());
      if (catalog.tableExists(name)) {
        Table table = catalog.loadTable(name);
        branches += RunBranch.dropOlder(table, before);
        snapshots += expire(table, before);
      }
    }
    return new Removed(branches, snapshots);
  }

  private static int expire(Table table, Instant before) {
    int present = count(table);
    table.expireSnapshots().expireOlderThan(before.toEpochMilli()).commit();
    table.refresh();
    return present - count(table);
  }

  private static int count(Table table) {
    return (int) StreamSupport.stream(table.snapshots().spliterator(), false).count();
  }
}
