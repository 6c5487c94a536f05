package org.riskcensus.pipeline.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.riskcensus.core.finding.Finding;
import org.riskcensus.core.finding.Severity;
import org.riskcensus.core.finding.Wording;
import org.riskcensus.formats.crs.Crs;
import org.riskcensus.pipeline.contract.GeometryKind;

class GeometryConformerTest {

  private final GeometryConformer polygons =
      new GeometryConformer(GeometryKind.POLYGON, Crs.CGCS2000, RowRules.load());

  @Test
  void aValidPolygonComesThroughUnchanged() throws ParseException {
    Geometry square = wkt("POLYGON ((118 37, 118.01 37, 118.01 37.01, 118 37.01, 118 37))");
    GeometryConformer.Conformed conformed = polygons.conform(square);
    assertThat(conformed.findings()).isEmpty();
    assertThat((Object) conformed.lonLat()).isEqualTo(square);
    // one hundredth of a degree: 1110 m north-south, 890 m east-west at 37°N
    assertThat(conformed.plane().getArea()).isCloseTo(1110.0 * 890.0, within(3000.0));
  }

  @Test
  void aSmallSpikeIsRepairedAndSaidSo() throws ParseException {
    Geometry spike =
        wkt(
            "POLYGON ((118 37, 118.01 37, 118.01 37.01, 118.0051 37.01, 118.005 37.0101,"
                + " 118.0051 37.0101, 118.005 37.01, 118 37.01, 118 37))");
    GeometryConformer.Conformed conformed = polygons.conform(spike);
    assertThat(conformed.repaired()).isTrue();
    assertThat(conformed.lonLat().isValid()).isTrue();
    Finding finding = conformed.findings().get(0);
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.observed().phrase()).isEqualTo("invalid_self_intersection");
    assertThat(finding.observed().values().get(0)).contains("118.00");
    assertThat(finding.proposal()).extracting(Wording::phrase).isEqualTo("repaired_ring");
  }

  @Test
  void aBowTieIsRefused() throws ParseException {
    assertRefused(
        "POLYGON ((118 37, 118.01 37.01, 118.01 37, 118 37.01, 118 37))", "geometry_invalid");
  }

  @Test
  void swappedAxesAreRecognisedNotMoved() throws ParseException {
    assertRefused("POLYGON ((37 118, 37 118.01, 37.01 118.01, 37 118))", "axes_swapped");
  }

  @Test
  void aPlaceOutsideChinaIsRefused() throws ParseException {
    assertRefused("POLYGON ((0 0, 1 0, 1 1, 0 0))", "outside_china");
  }

  @Test
  void aLineIsNoPolygon() throws ParseException {
    assertRefused("LINESTRING (118 37, 118.1 37)", "geometry_type");
  }

  @Test
  void aMissingGeometryIsAnErrorWhereOneIsNeeded() {
    assertThat(polygons.conform(null).findings().get(0).rule()).isEqualTo("geometry_missing");
    GeometryConformer optional =
        new GeometryConformer(GeometryKind.OPTIONAL, Crs.CGCS2000, RowRules.load());
    assertThat(optional.conform(null).findings()).isEmpty();
  }

  @Test
  void gaussKrugerBecomesLongitudeFirst() throws ParseException {
    GeometryConformer points =
        new GeometryConformer(GeometryKind.POINT, Crs.of("EPSG:4548"), RowRules.load());
    Geometry lonLat = points.conform(wkt("POINT (600000 4100000)")).lonLat();
    assertThat(lonLat.getCoordinate().x).isBetween(118.0, 118.3);
    assertThat(lonLat.getCoordinate().y).isBetween(36.9, 37.2);
    assertThat(points.conform(wkt("POINT (4100000 600000)")).findings().get(0).rule())
        .isEqualTo("axes_swapped");
  }

  @Test
  void aCornerOfTheBoxAroundChinaBeyondThePlaneIsOutsideChina() throws ParseException {
    assertRefused("POLYGON ((73.1 18, 73.2 18, 73.2 18.1, 73.1 18))", "outside_china");
  }

  @Test
  void metresDeclaredAsDegreesContradictTheirSystemAndTheLikelyOneIsNamed() throws ParseException {
    GeometryConformer.Conformed conformed =
        polygons.conform(
            wkt(
                "POLYGON ((39599000 4091000, 39599100 4091000, 39599100 4091100, 39599000 4091000))"));
    assertThat(conformed.findings()).extracting(Finding::rule).containsExactly("crs_contradicted");
    assertThat(conformed.findings().get(0).proposal())
        .isEqualTo(
            Wording.phrase("declare_three_degree_zone", "EPSG:4527 / EPSG:2363 / EPSG:2415", 39));
  }

  @Test
  void degreesDeclaredAsMetresContradictTheirSystem() throws ParseException {
    GeometryConformer points =
        new GeometryConformer(GeometryKind.POINT, Crs.of("EPSG:4548"), RowRules.load());
    Finding finding = points.conform(wkt("POINT (118.1 36.9)")).findings().get(0);
    assertThat(finding.rule()).isEqualTo("crs_contradicted");
    assertThat(finding.proposal())
        .isEqualTo(Wording.phrase("declare_degrees", "EPSG:4490 / EPSG:4326", 0));
    assertThat(points.conform(wkt("POINT (39599000 4091000)")).findings().get(0).proposal())
        .extracting(Wording::phrase)
        .isEqualTo("declare_three_degree_zone");
  }

  private void assertRefused(String wkt, String rule) throws ParseException {
    GeometryConformer.Conformed conformed = polygons.conform(wkt(wkt));
    assertThat((Object) conformed.lonLat()).isNull();
    assertThat(conformed.findings()).extracting(Finding::rule).containsExactly(rule);
    assertThat(conformed.findings().get(0).severity()).isEqualTo(Severity.ERROR);
  }

  private static Geometry wkt(String text) throws ParseException {
    return new WKTReader().read(text);
  }
}
