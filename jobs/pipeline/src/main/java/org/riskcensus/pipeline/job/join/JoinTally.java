package org.riskcensus.pipeline.job.join;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.roaringbitmap.longlong.Roaring64NavigableMap;

/**
 * Counts of the pairs of a join: pairs, the rows of either side that are in one, shared area. Rows
 * are remembered as compressed bits, at most about one a row. Not thread-safe.
 */
final class JoinTally {

  private final Roaring64NavigableMap lefts = new Roaring64NavigableMap();
  private final Roaring64NavigableMap rights = new Roaring64NavigableMap();
  private long pairs;
  private double area;
  private double lost;

  /** Adds a pair of rows by their numbers. */
  void add(long left, long right, double sharedArea) {
    pairs++;
    lefts.addLong(left);
    rights.addLong(right);
    addArea(sharedArea);
  }

  /** Neumaier's sum: what rounding loses is kept and added at the end. */
  private void addArea(double more) {
    double sum = area + more;
    lost += Math.abs(area) >= Math.abs(more) ? area - sum + more : more - sum + area;
    area = sum;
  }

  /** The tally of joined rows that are all pairs; each partition counts by itself. */
  static JoinTally of(Dataset<Row> pairs, boolean area) {
    int left = pairs.schema().fieldIndex("row");
    int right = pairs.schema().fieldIndex("right_row");
    int shared = area ? pairs.schema().fieldIndex("overlap_area_m2") : -1;
    MapPartitionsFunction<Row, byte[]> count =
        rows -> List.of(count(rows, left, right, shared).bytes()).iterator();
    JoinTally total = new JoinTally();
    pairs.mapPartitions(count, Encoders.BINARY()).collectAsList().forEach(total::merge);
    return total;
  }

  private static JoinTally count(Iterator<Row> rows, int left, int right, int shared) {
    JoinTally tally = new JoinTally();
    while (rows.hasNext()) {
      Row row = rows.next();
      tally.add(row.getLong(left), row.getLong(right), shared < 0 ? 0 : row.getDouble(shared));
    }
    return tally;
  }

  private byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(pairs);
      out.writeDouble(area);
      out.writeDouble(lost);
      lefts.serialize(out);
      rights.serialize(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void merge(byte[] tally) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(tally))) {
      pairs += in.readLong();
      addArea(in.readDouble());
      addArea(in.readDouble());
      Roaring64NavigableMap rows = new Roaring64NavigableMap();
      rows.deserialize(in);
      lefts.or(rows);
      rows = new Roaring64NavigableMap();
      rows.deserialize(in);
      rights.or(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long pairs() {
    return pairs;
  }

  long leftMatched() {
    return lefts.getLongCardinality();
  }

  long rightMatched() {
    return rights.getLongCardinality();
  }

  double area() {
    return area + lost;
  }
}
