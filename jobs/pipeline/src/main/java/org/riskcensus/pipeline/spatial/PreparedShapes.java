package org.riskcensus.pipeline.spatial;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.TopologyPredicate;
import org.riskcensus.core.geometry.Wkb;

/**
 * The geometries that relations in SQL have met last, decoded, and prepared once met again: the
 * region of a filter, or the polygons of a join, come with row after row. Collections are taken as
 * the union of their members. One for each thread; about twenty times the bytes of its WKB.
 */
final class PreparedShapes {

  private static final long MOST_WKB_BYTES = 8L << 20;
  private static final ThreadLocal<PreparedShapes> OF_THREAD =
      ThreadLocal.withInitial(PreparedShapes::new);

  /** A geometry by its bytes. */
  private static final class Key {
    private final byte[] wkb;
    private final int hash;

    Key(byte[] wkb) {
      CRC32C sum = new CRC32C();
      sum.update(wkb, 0, wkb.length);
      this.wkb = wkb;
      this.hash = (int) sum.getValue();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && hash == key.hash && Arrays.equals(wkb, key.wkb);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  /** A geometry, prepared as soon as it is needed a second time. */
  private static final class Shape {
    private final Geometry geometry;
    private @Nullable RelateNG prepared;
    private boolean met;

    Shape(Geometry geometry) {
      this.geometry = geometry;
    }

    boolean relates(Geometry other, TopologyPredicate predicate) {
      if (!met) {
        met = true;
        return RelateNG.relate(geometry, other, predicate);
      }
      RelateNG relate = prepared;
      if (relate == null) {
        relate = RelateNG.prepare(geometry);
        prepared = relate;
      }
      return relate.evaluate(other, predicate);
    }
  }

  private final Map<Key, Shape> shapes = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  private PreparedShapes() {}

  /**
   * Whether a relation holds, asked of the geometry with more bytes.
   *
   * @param relation of the first geometry to the second
   * @param converse the same, of the second to the first
   * @throws IllegalArgumentException when one is no WKB
   */
  static boolean relate(
      byte[] a,
      byte[] b,
      Supplier<TopologyPredicate> relation,
      Supplier<TopologyPredicate> converse) {
    PreparedShapes shapes = OF_THREAD.get();
    return a.length >= b.length
        ? shapes.shape(a).relates(Wkb.read(b), relation.get())
        : shapes.shape(b).relates(Wkb.read(a), converse.get());
  }

  private Shape shape(byte[] wkb) {
    Key key = new Key(wkb);
    Shape shape = shapes.get(key);
    if (shape == null) {
      shape = new Shape(Wkb.read(wkb));
      shapes.put(key, shape);
      bytes += wkb.length;
      dropEldest();
    }
    return shape;
  }

  private void dropEldest() {
    var eldest = shapes.keySet().iterator();
    while (bytes > MOST_WKB_BYTES && eldest.hasNext()) {
      bytes -= eldest.next().wkb.length;
      eldest.remove();
    }
  }
}
