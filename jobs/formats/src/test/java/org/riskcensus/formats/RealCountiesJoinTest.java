package org.riskcensus.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.riskcensus.core.geometry.GeometryRepair;
import org.riskcensus.core.join.Hits;
import org.riskcensus.core.join.JoinCondition;
import org.riskcensus.core.join.JoinIndex;
import org.riskcensus.core.join.JoinProbe;
import org.riskcensus.core.join.Measure;
import org.riskcensus.core.join.SpatialPredicate;
import org.riskcensus.formats.read.RowReader;
import org.riskcensus.formats.read.RowReaders;
import org.riskcensus.formats.read.SourceSpec;

/** Real county boundaries, most of which are invalid as published, joined with themselves. */
class RealCountiesJoinTest {

  @Test
  void relationsAndSharedAreasAreThoseOfBruteForce() throws IOException {
    List<Geometry> counties = counties();
    assertThat(counties).hasSize(8);
    check(counties, SpatialPredicate.INTERSECTS, Geometry::intersects);
    check(counties, SpatialPredicate.TOUCHES, Geometry::touches);
    check(counties, SpatialPredicate.OVERLAPS, Geometry::overlaps);
    check(counties, SpatialPredicate.COVERS, Geometry::covers);
    check(counties, SpatialPredicate.EQUALS, Geometry::equalsTopo);
    JoinProbe probe = JoinIndex.of(JoinCondition.of(SpatialPredicate.INTERSECTS), counties).probe();
    for (Geometry left : counties) {
      for (int i = 0; i < counties.size(); i++) {
        double area =
            OverlayNGRobust.overlay(left, counties.get(i), OverlayNG.INTERSECTION).getArea();
        assertThat(probe.measures(left, i, Set.of(Measure.AREA))[0]).isCloseTo(area, within(1e-12));
      }
    }
  }

  private static void check(
      List<Geometry> counties, SpatialPredicate predicate, BiPredicate<Geometry, Geometry> brute) {
    JoinProbe probe = JoinIndex.of(JoinCondition.of(predicate), counties).probe();
    for (Geometry left : counties) {
      List<Integer> expected = new ArrayList<>();
      for (int i = 0; i < counties.size(); i++) {
        if (brute.test(left, counties.get(i))) {
          expected.add(i);
        }
      }
      Hits hits = probe.match(left);
      List<Integer> found = new ArrayList<>();
      for (int i = 0; i < hits.size(); i++) {
        found.add(hits.get(i));
      }
      assertThat(found).as(predicate.word()).isEqualTo(expected);
    }
  }

  private static List<Geometry> counties() throws IOException {
    List<Geometry> counties = new ArrayList<>();
    try (Stream<Path> files = Files.list(OutsideData.get("admin/counties/淄博市"))) {
      for (Path file : files.sorted().toList()) {
        try (RowReader reader = RowReaders.open(SourceSpec.of(file.toString()))) {
          reader.forEachRemaining(row -> counties.add(valid(row.geometry())));
        }
      }
    }
    return counties;
  }

  private static Geometry valid(Geometry filed) {
    return GeometryRepair.find(filed).map(GeometryRepair.Repair::repaired).orElse(filed);
  }
}
