package org.riskcensus.pipeline.contract;

import java.io.Serializable;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.spark.sql.types.StructType;

/**
 * What one table is: the single source of its columns, layout, checks and documentation. A record
 * of the contract file, so it has as many components as the file has keys.
 *
 * @param name namespace and table, such as {@code staging.flood_extent}
 * @param title Chinese name for readers
 * @param doc meaning of a row, in English
 * @param sensitivity who may see its rows
 * @param columns in table order
 * @param geometry the geometry its rows carry
 * @param key columns that are unique together within a census year and county
 * @param partition Iceberg partition transforms: {@code col}, {@code truncate(6, col)}, {@code
 *     bucket(16, col)}
 * @param sort columns to sort by within a file
 * @param examples rows to accept and rows to refuse
 */
public record TableContract(
    String name,
    String title,
    String doc,
    Sensitivity sensitivity,
    List<ColumnContract> columns,
    GeometryKind geometry,
    List<String> key,
    List<String> partition,
    List<String> sort,
    List<Example> examples)
    implements Serializable {

  /** The namespace: raw, staging, marts or ops. */
  public String namespace() {
    return name.substring(0, name.indexOf('.'));
  }

  /** The table name without its namespace; for staging, the name of the dataset. */
  public String simpleName() {
    return name.substring(name.indexOf('.') + 1);
  }

  /** Whether its rows are objects as filed, each by one source only. */
  public boolean isKeyed() {
    return namespace().equals("staging");
  }

  /** The columns filers give, in table order. */
  public List<ColumnContract> filedColumns() {
    return columns.stream().filter(ColumnContract::filed).toList();
  }

  /** The column of this name, if there is one. */
  public Optional<ColumnContract> find(String columnName) {
    return columns.stream().filter(c -> c.name().equals(columnName)).findFirst();
  }

  /**
   * The column of this name.
   *
   * @throws NoSuchElementException when there is none
   */
  public ColumnContract get(String columnName) {
    return find(columnName)
        .orElseThrow(() -> new NoSuchElementException(name + " has no column " + columnName));
  }

  /**
   * The filed column a header stands for: its name (in any case) or its Chinese label. Nothing is
   * guessed beyond that; other headers need a mapping.
   */
  public Optional<ColumnContract> findColumn(String filedHeader) {
    String header = filedHeader.replace("\uFEFF", "").strip();
    return filedColumns().stream()
        .filter(c -> c.name().equalsIgnoreCase(header) || c.label().equals(header))
        .findFirst();
  }

  /** The table as Spark sees it; each field carries label, unit and doc as its comment. */
  public StructType sparkSchema() {
    return SparkSchema.of(this);
  }
}
