package org.riskcensus.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.riskcensus.core.geometry.GeometryRepair;
import org.riskcensus.core.geometry.GeometryRepair.Repair;
import org.riskcensus.core.geometry.UnitLocator;
import org.riskcensus.core.grid.CellGrid;
import org.riskcensus.core.grid.Tessellator;
import org.riskcensus.formats.crs.CoordinateTransform;
import org.riskcensus.formats.crs.Crs;
import org.riskcensus.formats.read.RowReader;
import org.riskcensus.formats.read.RowReaders;
import org.riskcensus.formats.read.SourceRow;
import org.riskcensus.formats.read.SourceSpec;

/**
 * Published county boundaries and a published landslide catalogue. The boundaries of 淄博 are a
 * coverage vertex by vertex; those of 重庆 leave gaps and overlaps of 0.02 % of the area, so there
 * only the landslides are tested.
 */
class RealCountiesTest {

  private static final CoordinateTransform TO_PLANE =
      CoordinateTransform.between(Crs.CGCS2000, Crs.ANALYSIS_PLANE);

  @Test
  void everyInvalidCountyIsFoundWithReasonAndPlaceAndRepaired() throws IOException {
    Map<String, Repair> repairs = new TreeMap<>();
    for (Map.Entry<String, Geometry> county : counties("淄博市").entrySet()) {
      Optional<Repair> repair = GeometryRepair.find(county.getValue());
      repair.ifPresent(found -> repairs.put(county.getKey(), found));
      repair.ifPresent(
          found ->
              assertThat(county.getValue().getCoordinates())
                  .anyMatch(vertex -> vertex.equals2D(found.place())));
    }
    assertThat(repairs.keySet())
        .containsExactlyInAnyOrder("博山区", "张店区", "淄川区", "桓台县", "周村区", "高青县", "临淄区");
    assertThat(repairs.values())
        .allSatisfy(
            repair -> {
              assertThat(repair.reason()).isEqualTo("Ring Self-intersection");
              assertThat(repair.repaired().isValid()).isTrue();
              assertThat(repair.relativeChange()).isLessThan(1e-12);
            });
  }

  @Test
  void theRepairedCountiesTileTheCityWithoutOverlap() throws IOException {
    List<Geometry> counties = new ArrayList<>();
    repaired(counties("淄博市")).values().forEach(county -> counties.add(TO_PLANE.apply(county)));
    Geometry city =
        TO_PLANE.apply(rows(OutsideData.get("admin/zibo-city-outline.geojson")).get(0).geometry());
    double sum = counties.stream().mapToDouble(Geometry::getArea).sum();
    Geometry union = OverlayNGRobust.union(counties);
    assertThat(sum).isCloseTo(city.getArea(), within(1e-9 * sum));
    assertThat(union.getArea()).isCloseTo(sum, within(1e-9 * sum));
    assertThat(OverlayNGRobust.overlay(union, city, OverlayNG.SYMDIFFERENCE).getArea())
        .as("m² that only one of both has")
        .isLessThan(1);
  }

  @Test
  void thePiecesOfAllCountiesOfTheCityAreOneCoverage() throws IOException {
    List<Geometry> shapes = new ArrayList<>();
    double area = 0;
    for (Geometry county : repaired(counties("淄博市")).values()) {
      Geometry plane = TO_PLANE.apply(county);
      area += plane.getArea();
      Tessellator.tessellate(plane, CellGrid.ofLevel(12), piece -> shapes.add(piece.shape()));
    }
    assertThat(shapes.stream().mapToDouble(Geometry::getArea).sum())
        .isCloseTo(area, within(1e-9 * area));
    Geometry[] coverage = shapes.toArray(Geometry[]::new);
    assertThat(CoverageValidator.hasInvalidResult(CoverageValidator.validate(coverage))).isFalse();
  }

  @Test
  void everyLandslideInTheCountiesLandsInExactlyOne() throws IOException {
    Map<String, Geometry> counties = repaired(counties("淄博市"));
    counties.putAll(repaired(counties("重庆")));
    UnitLocator locator = new UnitLocator(counties);
    List<Polygon> outlines = withoutGaps(OverlayNGRobust.union(counties.values()));
    int landed = 0;
    for (SourceRow row : rows(OutsideData.get("hazard/global-landslide-catalog.csv"))) {
      Geometry point = row.geometry();
      Coordinate place = point.getCoordinate();
      boolean within = outlines.stream().anyMatch(outline -> outline.covers(point));
      assertThat(locator.find(place).isPresent())
          .as("row %s at %s", row.rowNumber(), place)
          .isEqualTo(within);
      assertThat(locator.claims(place)).hasSize(within ? 1 : 0);
      landed += within ? 1 : 0;
    }
    assertThat(landed).isEqualTo(11);
  }

  private static Map<String, Geometry> repaired(Map<String, Geometry> counties) {
    counties.replaceAll(
        (name, county) -> GeometryRepair.find(county).map(Repair::repaired).orElse(county));
    return counties;
  }

  private static List<Polygon> withoutGaps(Geometry union) {
    List<Polygon> outlines = new ArrayList<>();
    for (Object part : PolygonExtracter.getPolygons(union)) {
      Polygon polygon = (Polygon) part;
      outlines.add(polygon.getFactory().createPolygon(polygon.getExteriorRing()));
    }
    return outlines;
  }

  private static Map<String, Geometry> counties(String city) throws IOException {
    Map<String, Geometry> counties = new TreeMap<>();
    try (Stream<Path> files = Files.list(OutsideData.get("admin/counties").resolve(city))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".geojson")).toList()) {
        SourceRow row = rows(file).get(0);
        counties.put(row.attributes().get("name"), row.geometry());
      }
    }
    return counties;
  }

  private static List<SourceRow> rows(Path file) throws IOException {
    try (RowReader reader = RowReaders.open(SourceSpec.of(file.toString()))) {
      List<SourceRow> rows = new ArrayList<>();
      reader.forEachRemaining(rows::add);
      return rows;
    }
  }
}
