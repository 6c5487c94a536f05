package org.riskcensus.pipeline.job.sample.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

class CountyMapTest {

  private static final CountyPlan PLAN =
      new CountyPlan(
          "990101",
          "样县",
          "EPSG:4548",
          new Coordinate(500_000, 4_000_000),
          List.of(1.0, 1.2, 0.9, 1.1, 1.0, 0.8, 1.1, 0.9),
          60e6,
          20,
          200,
          List.of(
              new Seat("990101001", "甲街道", 0, 0),
              new Seat("990101101", "乙镇", 3, 2),
              new Seat("990101102", "丙镇", -3, -2)));

  private final CountyMap map = CountyMap.draw(PLAN, 5);

  @Test
  void villagesTileTheCountyToTheLastVertex() {
    Polygon[] villages = shapes(map.villages());
    assertThat(CoverageValidator.isValid(villages)).isTrue();
    Geometry union = CoverageUnion.union(villages);
    assertThat(union.norm().equalsExact(map.county().shape().norm())).isTrue();
  }

  @Test
  void eachTownshipIsTheUnionOfItsVillages() {
    assertThat(CoverageValidator.isValid(shapes(map.townships()))).isTrue();
    for (Unit township : map.townships()) {
      List<Unit> own =
          map.villages().stream().filter(v -> v.parent().equals(township.code())).toList();
      assertThat(own).isNotEmpty();
      Geometry union = CoverageUnion.union(shapes(own));
      assertThat(union.getArea()).isCloseTo(township.shape().getArea(), within(1e-3));
    }
  }

  @Test
  void theCountyHasItsAreaAndABorderOfShortSegments() {
    Polygon county = map.county().shape();
    assertThat(county.getArea()).isCloseTo(60e6, within(2e6));
    Coordinate[] border = county.getExteriorRing().getCoordinates();
    for (int i = 1; i < border.length; i++) {
      assertThat(border[i].distance(border[i - 1])).isBetween(1.0, 300.0);
    }
  }

  @Test
  void codesFollowTheTownshipAndItsKind() {
    assertThat(map.villages())
        .hasSize(20)
        .allSatisfy(v -> assertThat(v.code()).startsWith(v.parent().substring(0, 9)))
        .anySatisfy(v -> assertThat(v.code()).isEqualTo("990101001001"))
        .anySatisfy(v -> assertThat(v.name()).isEqualTo("乙镇第一村"));
  }

  @Test
  void theSameSeedDrawsTheSameCountyAndAnotherSeedAnother() {
    assertThat(CountyMap.draw(PLAN, 5)).isEqualTo(map);
    assertThat(CountyMap.draw(PLAN, 6)).isNotEqualTo(map);
  }

  private static Polygon[] shapes(List<Unit> units) {
    return units.stream().map(Unit::shape).toArray(Polygon[]::new);
  }
}
