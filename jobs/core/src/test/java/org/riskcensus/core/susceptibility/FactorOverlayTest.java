package org.riskcensus.core.susceptibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.riskcensus.core.risk.CellPart;
import org.riskcensus.core.susceptibility.FactorOverlay.Part;
import org.riskcensus.core.susceptibility.FactorOverlay.Share;

class FactorOverlayTest {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final CellPart CELL = CellPart.whole(box(0, 0, 10, 10));

  private static Geometry box(double x0, double y0, double x1, double y1) {
    return GEOMETRY.toGeometry(new Envelope(x0, x1, y0, y1));
  }

  private static Part slope(String code, String id, Geometry shape) {
    return new Part("slope", code, id, CellPart.of(shape));
  }

  private static CellPart point(double x, double y) {
    return CellPart.of(GEOMETRY.createPoint(new Coordinate(x, y)));
  }

  private static Share share(List<Share> shares, String code) {
    return shares.stream()
        .filter(share -> share.count().factorClass().equals(code))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void classesHaveTheirAreaAndPointsInTheCounty() {
    CellPart county = CellPart.of(box(0, 0, 10, 5));
    FactorOverlay overlay = new FactorOverlay(county, List.of(point(1, 1), point(8, 4)));
    List<Share> shares =
        overlay.shares(
            List.of(
                slope("gentle", "1", box(0, 0, 4, 10)), slope("steep", "2", box(4, 0, 10, 10))));
    assertThat(share(shares, "gentle").count()).isEqualTo(new ClassCount("slope", "gentle", 1, 20));
    assertThat(share(shares, "steep").count()).isEqualTo(new ClassCount("slope", "steep", 1, 30));
  }

  @Test
  void aPlaceThatTwoPolygonsHoldIsCountedForTheFirstById() {
    FactorOverlay overlay = new FactorOverlay(CELL, List.of(point(5, 5)));
    List<Part> parts =
        List.of(
            slope("steep", "2", box(4, 0, 10, 10)),
            slope("gentle", "1", box(0, 0, 6, 10)),
            slope("flat", "3", box(0, 0, 10, 1)));
    List<Share> shares = overlay.shares(parts);
    assertThat(share(shares, "gentle").count()).isEqualTo(new ClassCount("slope", "gentle", 1, 60));
    assertThat(share(shares, "steep").count().area()).isCloseTo(40, within(1e-9));
    assertThat(share(shares, "steep").count().points()).isZero();
    assertThat(share(shares, "steep").overlap()).isCloseTo(20, within(1e-9));
    assertThat(share(shares, "flat").count().area()).isCloseTo(0, within(1e-9));
    assertThat(share(shares, "flat").overlap()).isCloseTo(10, within(1e-9));
  }

  @Test
  void polygonFiledTwiceDoesNotHideAGap() {
    List<Part> twice =
        List.of(slope("steep", "1", box(0, 0, 5, 10)), slope("steep", "2", box(0, 0, 5, 10)));
    Share share = share(new FactorOverlay(CELL, List.of()).shares(twice), "steep");
    assertThat(share.count().area()).isCloseTo(50, within(1e-9));
    assertThat(share.overlap()).isCloseTo(50, within(1e-9));
  }

  @Test
  void aPointOnACommonBorderCountsOnce() {
    List<Share> shares =
        new FactorOverlay(CELL, List.of(point(4, 5)))
            .shares(
                List.of(
                    slope("steep", "2", box(4, 0, 10, 10)),
                    slope("gentle", "1", box(0, 0, 4, 10))));
    assertThat(shares).extracting(share -> share.count().points()).containsExactly(1L, 0L);
  }

  @Test
  void pointsBeyondTheCountyCountWithoutArea() {
    List<Share> shares =
        new FactorOverlay(null, List.of(point(1, 1)))
            .shares(List.of(slope("gentle", "1", box(0, 0, 4, 10))));
    assertThat(shares)
        .extracting(Share::count)
        .containsExactly(new ClassCount("slope", "gentle", 1, 0));
  }

  @Test
  void theOrderOfThePartsChangesNothing() {
    Random random = new Random(7);
    for (int round = 0; round < 20; round++) {
      List<Part> parts = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        double x = random.nextDouble() * 8;
        double y = random.nextDouble() * 8;
        parts.add(slope("c" + i % 3, "id" + i, box(x, y, x + 2, y + 2)));
      }
      List<CellPart> points = List.of(point(random.nextDouble() * 10, random.nextDouble() * 10));
      List<Share> first = new FactorOverlay(CELL, points).shares(parts);
      Collections.shuffle(parts, random);
      assertThat(new FactorOverlay(CELL, points).shares(parts)).isEqualTo(first);
    }
  }

  @Test
  void overlapsAgreeWithPlainDifferences() {
    Random random = new Random(11);
    for (int round = 0; round < 30; round++) {
      List<Part> parts = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        Geometry blob =
            GEOMETRY
                .createPoint(new Coordinate(random.nextDouble() * 10, random.nextDouble() * 10))
                .buffer(1 + random.nextDouble() * 3, 3)
                .intersection(box(0, 0, 10, 10));
        parts.add(slope("c" + i, "id" + i, blob));
      }
      Geometry taken = GEOMETRY.createPolygon();
      List<Share> shares = new FactorOverlay(CELL, List.of()).shares(parts);
      for (Part part : parts) {
        double own = part.part().geometry().difference(taken).getArea();
        assertThat(share(shares, part.factorClass()).count().area()).isCloseTo(own, within(1e-9));
        taken = taken.union(part.part().geometry());
      }
    }
  }
}
