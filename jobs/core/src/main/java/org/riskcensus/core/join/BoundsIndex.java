package org.riskcensus.core.join;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.ItemVisitor;
import org.locationtech.jts.index.strtree.STRtree;

/** Finds geometries of the right side by their bounds. Thread-safe: it is built at once. */
final class BoundsIndex {

  private final STRtree tree = new STRtree();
  private final Envelope extent = new Envelope();
  private final int size;

  /** An index over those geometries that are there and fulfil a condition. */
  BoundsIndex(List<? extends @Nullable Geometry> geometries, Predicate<Geometry> kept) {
    int count = 0;
    for (int i = 0; i < geometries.size(); i++) {
      Geometry geometry = geometries.get(i);
      if (geometry != null && kept.test(geometry)) {
        tree.insert(geometry.getEnvelopeInternal(), i);
        extent.expandToInclude(geometry.getEnvelopeInternal());
        count++;
      }
    }
    tree.build();
    size = count;
  }

  int size() {
    return size;
  }

  /** The bounds of everything in the index. */
  Envelope extent() {
    return extent;
  }

  /** Tells the positions whose bounds meet {@code bounds}, in no particular order. */
  void find(Envelope bounds, IntConsumer found) {
    if (size > 0) {
      tree.query(bounds, (ItemVisitor) position -> found.accept((Integer) position));
    }
  }
}
