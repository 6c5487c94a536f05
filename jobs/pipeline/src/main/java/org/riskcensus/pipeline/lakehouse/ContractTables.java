package org.riskcensus.pipeline.lakehouse;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.Table;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.spark.SparkSchemaUtil;
import org.apache.iceberg.types.Types;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.TableContract;

/**
 * Makes the tables of the lake from their contracts and lets them follow: a column new in a
 * contract is added to the table. A column that a table has and its contract lacks stays, so that
 * no old row loses a value; a changed type is refused.
 */
final class ContractTables {

  private static final Pattern TRANSFORM = Pattern.compile("(\\w+)\\((\\d+),\\s*(\\w+)\\)");
  private static final String FORMAT_VERSION = "3";
  private static final String RAW_PART_BYTES = Integer.toString(16 << 20);

  private final Catalog catalog;
  private final Contracts contracts;

  ContractTables(Catalog catalog, Contracts contracts) {
    this.catalog = catalog;
    this.contracts = contracts;
  }

  /** Makes or evolves every table that has a contract. */
  void prepare() {
    for (String namespace : List.of("raw", "staging", "marts", "ops")) {
      if (catalog instanceof SupportsNamespaces namespaces) {
        createNamespace(namespaces, Namespace.of(namespace));
      }
      contracts.list(namespace).forEach(this::prepare);
    }
  }

  private static void createNamespace(SupportsNamespaces namespaces, Namespace namespace) {
    if (!namespaces.namespaceExists(namespace)) {
      try {
        namespaces.createNamespace(namespace);
      } catch (AlreadyExistsException e) {
        // Another process made it between the two calls: it is there, which is all that is wanted.
        return;
      }
    }
  }

  private void prepare(TableContract contract) {
    TableIdentifier name = TableIdentifier.parse(contract.name());
    Schema schema = SparkSchemaUtil.convert(contract.sparkSchema());
    if (catalog.tableExists(name)) {
      evolve(catalog.loadTable(name), schema);
      return;
    }
    try {
      catalog
          .buildTable(name, schema)
          .withPartitionSpec(partitionSpec(contract, schema))
          .withSortOrder(sortOrder(contract, schema))
          .withProperties(properties(contract, schema))
          .create();
    } catch (AlreadyExistsException e) {
      // Another process made it meanwhile, from the same contract or an older one.
      evolve(catalog.loadTable(name), schema);
    }
  }

  private static Map<String, String> properties(TableContract contract, Schema schema) {
    Map<String, String> properties = new java.util.TreeMap<>();
    properties.put("format-version", FORMAT_VERSION);
    properties.put("comment", contract.title() + ". " + contract.doc());
    properties.put("write.distribution-mode", "hash");
    properties.put("write.metadata.delete-after-commit.enabled", "true");
    if (contract.name().startsWith("raw.")) {
      // rows of one large file are one data file: small parts let all cores conform them
      properties.put("write.parquet.row-group-size-bytes", RAW_PART_BYTES);
      properties.put("read.split.target-size", RAW_PART_BYTES);
    }
    if (schema.findField("geometry") != null) {
      properties.put("write.metadata.metrics.column.geometry", "none");
    }
    return properties;
  }

  private static PartitionSpec partitionSpec(TableContract contract, Schema schema) {
    PartitionSpec.Builder spec = PartitionSpec.builderFor(schema);
    for (String field : contract.partition()) {
      Matcher transform = TRANSFORM.matcher(field);
      if (!transform.matches()) {
        spec.identity(field);
      } else if (transform.group(1).equals("truncate")) {
        spec.truncate(transform.group(3), Integer.parseInt(transform.group(2)));
      } else if (transform.group(1).equals("bucket")) {
        spec.bucket(transform.group(3), Integer.parseInt(transform.group(2)));
      } else {
        throw new IllegalArgumentException(
            contract.name() + ": unknown partition transform " + field);
      }
    }
    return spec.build();
  }

  private static SortOrder sortOrder(TableContract contract, Schema schema) {
    SortOrder.Builder order = SortOrder.builderFor(schema);
    contract.sort().forEach(order::asc);
    return order.build();
  }

  private static void evolve(Table table, Schema wanted) {
    UpdateSchema update = table.updateSchema();
    boolean changed = false;
    for (Types.NestedField field : wanted.columns()) {
      Types.NestedField present = table.schema().findField(field.name());
      if (present == null) {
        update.addColumn(field.name(), field.type(), field.doc());
        changed = true;
      } else if (!sameType(present, field)) {
        throw new IllegalStateException(
            table.name()
                + "."
                + field.name()
                + " is "
                + present.type()
                + " in the lake but "
                + field.type()
                + " in its contract; give the new meaning a new column");
      }
    }
    if (changed) {
      update.commit();
    }
  }

  /** Types compare by name: field ids inside a map differ between a lake and a fresh schema. */
  private static boolean sameType(Types.NestedField present, Types.NestedField wanted) {
    return present.type().typeId() == wanted.type().typeId();
  }
}
