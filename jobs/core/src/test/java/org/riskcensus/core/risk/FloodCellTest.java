package org.riskcensus.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.riskcensus.core.hazard.FloodZoning;
import org.riskcensus.core.hazard.FloodZoning.End;
import org.riskcensus.core.hazard.LevelBreaks;
import org.riskcensus.core.hazard.RiverDepths;

class FloodCellTest {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final List<Integer> YEARS = List.of(5, 20, 100);
  private static final FloodZoning ZONING =
      new FloodZoning(new LevelBreaks(List.of(0.15, 0.5, 1.0)), End.ZERO, End.CONSTANT);
  private static final UnitPart WHOLE = new UnitPart("370321", CellPart.whole(box(0, 100)));

  private static Geometry box(double west, double east) {
    return GEOMETRY.toGeometry(new Envelope(west, east, 0, 100));
  }

  private static FloodPart flood(String river, int years, double depth, Geometry shape) {
    return new FloodPart(
        river + years + "-" + depth, river, YEARS, years, depth, CellPart.of(shape));
  }

  /**
   * The west half floods 1 m in 20 years and 2 m in 100, a quarter 4 m in 5, 20 and 100 years. f =
   * 0.2, 0.05, 0.01. West of the quarter: 0.15 · 0.5 + 0.04 · 1.5 + 0.01 · 2 = 0.155, class 2; in
   * it 0.2 · 4 = 0.8, class 3.
   */
  private static final List<FloodPart> FLOODS =
      List.of(
          flood("a", 20, 1, box(0, 50)),
          flood("a", 100, 2, box(0, 50)),
          flood("b", 5, 4, box(25, 50)),
          flood("b", 20, 4, box(25, 50)),
          flood("b", 100, 4, box(25, 50)));

  @Test
  void eachPlaceHasTheDegreeOfItsDepths() {
    List<FloodCell.Share> shares = FloodCell.of(FLOODS, ZONING).in(WHOLE);
    assertThat(shares).extracting(FloodCell.Share::zoneClass).containsExactly(3, 2);
    assertThat(shares.get(0).degree()).isCloseTo(0.8, within(1e-12));
    assertThat(shares.get(0).area()).isCloseTo(2500, within(1e-9));
    assertThat(shares.get(1).degree()).isCloseTo(0.155, within(1e-12));
    assertThat(shares.get(1).area()).isCloseTo(2500, within(1e-9));
  }

  @Test
  void aCellHasTheHighestClassThatCoversEnoughOfIt() {
    FloodCell cell = FloodCell.of(FLOODS, ZONING);
    assertThat(cell.of(WHOLE, 0.05).orElseThrow().zoneClass()).isEqualTo(3);
    assertThat(cell.of(WHOLE, 0.3).orElseThrow().zoneClass()).isEqualTo(2);
    assertThat(cell.of(WHOLE, 0.3).orElseThrow().degree()).isCloseTo(0.4775, within(1e-12));
    assertThat(cell.of(WHOLE, 0.3).orElseThrow().area()).isCloseTo(5000, within(1e-9));
    assertThat(cell.of(WHOLE, 0.6)).isEmpty();
  }

  @Test
  void theOrderOfExtentsChangesNothing() {
    List<FloodPart> floods = new ArrayList<>(random(new Random(3)));
    FloodCell cell = FloodCell.of(floods, ZONING);
    for (int seed = 0; seed < 5; seed++) {
      Collections.shuffle(floods, new Random(seed));
      List<FloodCell.Share> other = FloodCell.of(floods, ZONING).in(WHOLE);
      assertThat(other)
          .usingRecursiveFieldByFieldElementComparatorOnFields("zoneClass", "degree", "area")
          .isEqualTo(cell.in(WHOLE));
    }
  }

  @Test
  void sharesAreThoseOfEveryCombinationOfExtentsByBruteForce() {
    for (int seed = 0; seed < 12; seed++) {
      List<FloodPart> floods = random(new Random(seed));
      Map<Integer, double[]> expected = bruteForce(floods);
      Map<Integer, double[]> found = new TreeMap<>();
      for (FloodCell.Share share : FloodCell.of(floods, ZONING).in(WHOLE)) {
        found.put(share.zoneClass(), new double[] {share.area(), share.degree() * share.area()});
        assertThat(share.part().measure()).isCloseTo(share.area(), within(1e-6));
      }
      assertThat(found.keySet()).isEqualTo(expected.keySet());
      found.forEach(
          (zone, sums) -> {
            double[] wanted = expected.getOrDefault(zone, new double[2]);
            assertThat(sums[0]).isCloseTo(wanted[0], within(1e-4));
            assertThat(sums[1]).isCloseTo(wanted[1], within(1e-4));
          });
    }
  }

  /** Discs of two rivers that nest by return period, cut at the cell. */
  private static List<FloodPart> random(Random random) {
    List<FloodPart> floods = new ArrayList<>();
    for (String river : List.of("a", "b")) {
      Geometry middle =
          GEOMETRY.createPoint(
              new Coordinate(100 * random.nextDouble(), 100 * random.nextDouble()));
      double radius = 10 + 20 * random.nextDouble();
      for (int years : YEARS) {
        radius += 15 * random.nextDouble();
        Geometry disc = middle.buffer(radius, 4).intersection(box(0, 100));
        Geometry deep = middle.buffer(radius / 2, 4).intersection(box(0, 100));
        floods.add(flood(river, years, 0.2 + random.nextDouble(), disc.difference(deep)));
        floods.add(flood(river, years, 1 + 5 * random.nextDouble(), deep));
      }
    }
    return floods;
  }

  /** Every subset of the extents that share a place: what lies in all of them and in no other. */
  private static Map<Integer, double[]> bruteForce(List<FloodPart> floods) {
    Map<Integer, double[]> sums = new TreeMap<>();
    part(box(0, 100), floods, List.of(), sums);
    return sums;
  }

  private static void part(
      Geometry place, List<FloodPart> others, List<FloodPart> inside, Map<Integer, double[]> sums) {
    if (place.getArea() < 1e-6 || (others.isEmpty() && inside.isEmpty())) {
      return;
    }
    if (others.isEmpty()) {
      double degree = degree(inside);
      double[] sum = sums.computeIfAbsent(ZONING.classOf(degree), zone -> new double[2]);
      sum[0] += place.getArea();
      sum[1] += degree * place.getArea();
      return;
    }
    Geometry shape = others.get(0).part().geometry();
    List<FloodPart> rest = others.subList(1, others.size());
    List<FloodPart> more = new ArrayList<>(inside);
    more.add(others.get(0));
    part(overlay(place, shape, OverlayNG.INTERSECTION), rest, more, sums);
    part(overlay(place, shape, OverlayNG.DIFFERENCE), rest, inside, sums);
  }

  private static Geometry overlay(Geometry place, Geometry shape, int operation) {
    return OverlayNGRobust.overlay(place, shape, operation).buffer(0);
  }

  private static double degree(List<FloodPart> floods) {
    Map<String, RiverDepths> rivers = new TreeMap<>();
    for (FloodPart flood : floods) {
      rivers
          .computeIfAbsent(flood.river(), river -> new RiverDepths(YEARS))
          .reach(flood.years(), flood.depthMetres());
    }
    return ZONING.degree(rivers.values());
  }
}
