package org.riskcensus.pipeline.lakehouse;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.iceberg.spark.SparkCatalog;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * The lake as one published state of it: every table is read at the snapshot of that state, so that
 * readers of several tables see one release, whatever is published while they read. For reading.
 */
public final class ReleaseCatalog extends SparkCatalog {

  private static final String NAME = "released";
  private static final String SNAPSHOT = "snapshot.";

  private final Map<String, String> snapshots = new TreeMap<>();

  /** Makes a state the one that a session reads where it names no other. */
  public static void use(SparkSession spark, LakeConfig lake, Release release) {
    String catalog = "spark.sql.catalog." + NAME;
    spark.conf().set(catalog, ReleaseCatalog.class.getName());
    lake.properties().forEach((key, value) -> spark.conf().set(catalog + "." + key, value));
    release
        .snapshots()
        .forEach(
            (table, id) -> spark.conf().set(catalog + "." + SNAPSHOT + table, Long.toString(id)));
    spark.catalog().setCurrentCatalog(NAME);
  }

  @Override
  protected org.apache.iceberg.catalog.Catalog buildIcebergCatalog(
      String name, CaseInsensitiveStringMap options) {
    options.forEach(
        (key, value) -> {
          if (key.startsWith(SNAPSHOT)) {
            snapshots.put(key.substring(SNAPSHOT.length()), value);
          }
        });
    return super.buildIcebergCatalog(SparkSessions.CATALOG, options);
  }

  @Override
  public Table loadTable(Identifier table) throws NoSuchTableException {
    String name = String.join(".", table.namespace()) + "." + table.name();
    Optional<String> snapshot = Optional.ofNullable(snapshots.get(name));
    return snapshot.isPresent() ? loadTable(table, snapshot.get()) : super.loadTable(table);
  }
}
