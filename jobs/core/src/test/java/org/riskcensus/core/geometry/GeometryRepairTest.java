package org.riskcensus.core.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class GeometryRepairTest {

  @Test
  void validGeometryNeedsNone() throws ParseException {
    assertThat(GeometryRepair.find(new WKTReader().read("POLYGON((0 0, 1 0, 1 1, 0 0))")))
        .isEmpty();
  }

  @Test
  void aBowtieKeepsBothLobesAndSaysWhereItCrosses() throws ParseException {
    // lobes of 4 and 1: the shoelace formula gives their difference
    GeometryRepair.Repair repair =
        GeometryRepair.find(new WKTReader().read("POLYGON((0 0, 6 3, 6 1, 0 4, 0 0))"))
            .orElseThrow();
    assertThat(repair.reason()).isEqualTo("Self-intersection");
    assertThat(repair.place().distance(new Coordinate(4, 2))).isCloseTo(0, within(1e-12));
    assertThat(repair.areaBefore()).isCloseTo(8 - 2, within(1e-12));
    assertThat(repair.areaAfter()).isCloseTo(8 + 2, within(1e-12));
    assertThat(repair.relativeChange()).isCloseTo(0.4, within(1e-12));
    assertThat(repair.repaired().isValid()).isTrue();
  }

  @Test
  void aSpikeIsCutOffWithoutAChangeOfArea() throws ParseException {
    GeometryRepair.Repair repair =
        GeometryRepair.find(new WKTReader().read("POLYGON((0 0, 2 0, 2 1, 2 5, 2 2, 0 2, 0 0))"))
            .orElseThrow();
    assertThat(repair.areaAfter()).isEqualTo(4);
    assertThat(repair.relativeChange()).isZero();
  }

  @Test
  void aRingWithoutAnAreaIsRepairedToNothing() throws ParseException {
    GeometryRepair.Repair repair =
        GeometryRepair.find(new WKTReader().read("POLYGON((0 0, 2 0, 1 0, 0 0))")).orElseThrow();
    assertThat(repair.areaAfter()).isZero();
    assertThat(repair.repaired().getArea()).isZero();
  }
}
