package org.riskcensus.pipeline.spatial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.riskcensus.pipeline.LocalSpark;

class SpatialFunctionsTest {

  private static SparkSession spark;

  @BeforeAll
  static void register() {
    spark = LocalSpark.session();
    SpatialFunctions.register(spark);
  }

  private static Object value(String expression) {
    return spark.sql("SELECT " + expression).first().get(0);
  }

  private static String geom(String wkt) {
    return "ST_GeomFromText('" + wkt + "')";
  }

  @Test
  void textAndWkbGoRoundWithoutLoss() {
    assertThat(value("ST_AsText(" + geom("LINESTRING (117.1 36.9, 117.25 36.5)") + ")"))
        .isEqualTo("LINESTRING (117.1 36.9, 117.25 36.5)");
    assertThat(value("ST_AsText(ST_GeomFromWKB(ST_Point(117.5, 36)))"))
        .isEqualTo("POINT (117.5 36)");
    assertThat(value("ST_AsGeoJSON(ST_Point(117.5, 36.25))"))
        .isEqualTo("{\"type\":\"Point\",\"coordinates\":[117.5,36.25]}");
  }

  @Test
  void coordinatesAndBoundsAreRead() {
    Row row =
        spark
            .sql(
                "SELECT ST_X(p), ST_Y(p), ST_XMin(g), ST_XMax(g), ST_YMin(g), ST_YMax(g), ST_NPoints(g),"
                    + " ST_GeometryType(g) FROM (SELECT ST_Point(117, 36) p, "
                    + geom("LINESTRING (117 36, 118 37, 116 35)")
                    + " g)")
            .first();
    assertThat(row.toSeq().mkString(" "))
        .isEqualTo("117.0 36.0 116.0 118.0 35.0 37.0 3 ST_LineString");
  }

  @Test
  void theAreaOfAZoneOfTheEllipsoidIsThatOfTheFormula() {
    // one degree by one degree at 36..37 N; authalic formula on the CGCS2000 ellipsoid
    double expected = zone(36, 37) / 360;
    StringBuilder ring = new StringBuilder("POLYGON ((117 36");
    for (int i = 1; i <= 1000; i++) {
      ring.append(", ").append(117 + i / 1000.0).append(" 36");
    }
    for (int i = 1000; i >= 0; i--) {
      ring.append(", ").append(117 + i / 1000.0).append(" 37");
    }
    ring.append(", 117 36))");
    assertThat((Double) value("ST_Area(" + geom(ring.toString()) + ")"))
        .isCloseTo(expected, within(expected * 1e-7));
  }

  /** Area of the ellipsoid between two latitudes: 2π b² [q(φ)] with q of the authalic latitude. */
  private static double zone(double from, double to) {
    return 2 * Math.PI * (q(to) - q(from));
  }

  private static double q(double degrees) {
    double a = 6378137;
    double f = 1 / 298.257222101;
    double e2 = f * (2 - f);
    double e = Math.sqrt(e2);
    double s = Math.sin(Math.toRadians(degrees));
    double b2 = a * a * (1 - e2);
    return b2 / 2 * (s / (1 - e2 * s * s) + Math.log((1 + e * s) / (1 - e * s)) / (2 * e));
  }

  @Test
  void lengthIsInMetresAndZeroForPolygons() {
    // a degree of the meridian at 36.5 N is 110.97 km
    assertThat((Double) value("ST_Length(" + geom("LINESTRING (117 36, 117 37)") + ")"))
        .isCloseTo(110_970, within(20.0));
    assertThat(value("ST_Length(" + geom("POLYGON ((117 36, 118 36, 118 37, 117 36))") + ")"))
        .isEqualTo(0.0);
  }

  @Test
  void aBufferHasItsRadiusInMetres() {
    double area = (Double) value("ST_Area(ST_Buffer(ST_Point(118.1, 36.9), 1000))");
    double octagons = 32 * 0.5 * Math.sin(2 * Math.PI / 32) * 1e6;
    assertThat(area).isCloseTo(octagons, within(octagons * 1e-3));
    assertThatThrownBy(() -> value("ST_Buffer(ST_Point(10.0, 50.0), 5)"))
        .hasStackTraceContaining("ST_Buffer(X'01")
        .hasStackTraceContaining("longitude 10.0 is in no Gauss-Kruger zone");
  }

  @Test
  void distancesAreInMetresOnTheGround() {
    // a degree of the meridian at 36.5 N is 110.97 km
    assertThat((Double) value("ST_Distance(ST_Point(117, 36), ST_Point(117, 37))"))
        .isCloseTo(110_970, within(20.0));
    String square = geom("POLYGON ((117 36, 118 36, 118 37, 117 37, 117 36))");
    assertThat(value("ST_Distance(" + square + ", ST_Point(117.5, 36.5))")).isEqualTo(0.0);
    assertThat(value("ST_Distance(" + geom("POINT EMPTY") + ", ST_Point(1, 1))")).isNull();
    assertThat(value("ST_DWithin(" + square + ", ST_Point(117.5, 37.001), 112)")).isEqualTo(true);
    assertThat(value("ST_DWithin(" + square + ", ST_Point(117.5, 37.001), 110)")).isEqualTo(false);
    // two degrees of meridian, and of parallel at 36 and 37 N one each (90.2 and 89.0 km)
    assertThat((Double) value("ST_Perimeter(" + square + ")")).isCloseTo(401_100, within(300.0));
  }

  @Test
  void everyRelationIsThatOfItsName() {
    String a = geom("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))");
    String beside = geom("POLYGON ((4 0, 8 0, 8 4, 4 4, 4 0))");
    String across = geom("POLYGON ((2 2, 6 2, 6 6, 2 6, 2 2))");
    String line = geom("LINESTRING (-1 1, 5 1)");
    String corner = geom("POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))");
    String turned = geom("POLYGON ((4 4, 0 4, 0 0, 4 0, 4 4))");
    assertThat(value("ST_Touches(" + a + ", " + beside + ")")).isEqualTo(true);
    assertThat(value("ST_Overlaps(" + a + ", " + beside + ")")).isEqualTo(false);
    assertThat(value("ST_Overlaps(" + a + ", " + across + ")")).isEqualTo(true);
    assertThat(value("ST_Crosses(" + line + ", " + a + ")")).isEqualTo(true);
    assertThat(value("ST_Covers(" + a + ", " + corner + ")")).isEqualTo(true);
    assertThat(value("ST_CoveredBy(" + corner + ", " + a + ")")).isEqualTo(true);
    assertThat(value("ST_Covers(" + corner + ", " + a + ")")).isEqualTo(false);
    assertThat(value("ST_Equals(" + a + ", " + turned + ")")).isEqualTo(true);
    assertThat(value("ST_Disjoint(" + a + ", ST_Point(9, 9))")).isEqualTo(true);
    assertThat(value("ST_Relate(" + a + ", " + beside + ")")).isEqualTo("FF2F11212");
  }

  @Test
  void partsAreReadAndThoseThatAreNotThereAreNull() {
    String two = geom("MULTIPOINT ((1 2), (3 4))");
    assertThat(value("ST_NumGeometries(" + two + ")")).isEqualTo(2);
    assertThat(value("ST_AsText(ST_GeometryN(" + two + ", 2))")).isEqualTo("POINT (3 4)");
    assertThat(value("ST_GeometryN(" + two + ", 3)")).isNull();
    assertThat(value("ST_AsText(ST_EndPoint(" + geom("LINESTRING (0 0, 5 6)") + "))"))
        .isEqualTo("POINT (5 6)");
    assertThat(value("ST_ExteriorRing(" + two + ")")).isNull();
    String ring = geom("POLYGON ((0 0, 9 0, 9 9, 0 0), (5 1, 6 1, 6 2, 5 1))");
    assertThat(value("ST_NumInteriorRings(" + ring + ")")).isEqualTo(1);
    assertThat(value("ST_Dimension(" + ring + ")")).isEqualTo(2);
  }

  @Test
  void overlaysHullsAndRepairs() {
    String left = "ST_MakeEnvelope(0, 0, 2, 1)";
    String right = "ST_MakeEnvelope(1, 0, 3, 1)";
    assertThat(value("ST_Equals(ST_Union(" + left + ", " + right + "), ST_MakeEnvelope(0,0,3,1))"))
        .isEqualTo(true);
    assertThat(
            value(
                "ST_Equals(ST_Difference("
                    + left
                    + ", "
                    + right
                    + "), ST_MakeEnvelope(0, 0, 1, 1))"))
        .isEqualTo(true);
    assertThat(value("ST_NumGeometries(ST_SymDifference(" + left + ", " + right + "))"))
        .isEqualTo(2);
    String bowtie = geom("POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))");
    assertThat(value("ST_IsValidReason(" + bowtie + ")")).isEqualTo("Self-intersection[1.0 1.0]");
    assertThat(value("ST_IsValid(ST_MakeValid(" + bowtie + "))")).isEqualTo(true);
    assertThat(value("ST_AsText(ST_FlipCoordinates(ST_Point(36, 117)))"))
        .isEqualTo("POINT (117 36)");
    assertThat(value("ST_AsText(ST_GeomFromGeoJSON('{\"type\":\"Point\",\"coordinates\":[1,2]}'))"))
        .isEqualTo("POINT (1 2)");
    assertThatThrownBy(() -> value("ST_MakeEnvelope(2, 0, 1, 1)"))
        .hasStackTraceContaining("ST_MakeEnvelope(2, 0, 1, 1): give xmin, ymin, xmax, ymax");
  }

  @Test
  void relationsAndIntersections() {
    String square = geom("POLYGON ((117 36, 118 36, 118 37, 117 37, 117 36))");
    assertThat(value("ST_Contains(" + square + ", ST_Point(117.5, 36.5))")).isEqualTo(true);
    assertThat(value("ST_Within(ST_Point(119.0, 36.5), " + square + ")")).isEqualTo(false);
    assertThat(value("ST_Intersects(ST_Point(118.0, 36.5), " + square + ")")).isEqualTo(true);
    assertThat(
            value(
                "ST_AsText(ST_Intersection("
                    + square
                    + ", "
                    + geom("LINESTRING (116 36.5, 119 36.5)")
                    + "))"))
        .isEqualTo("LINESTRING (117 36.5, 118 36.5)");
    assertThat(value("ST_IsValid(" + geom("POLYGON ((0 0, 1 1, 1 0, 0 1, 0 0))") + ")"))
        .isEqualTo(false);
  }

  @Test
  void transformTakesLongitudeFirst() {
    Row row =
        spark
            .sql(
                "SELECT ST_X(g), ST_Y(g) FROM (SELECT ST_Transform(ST_Point(117, 36), 'EPSG:4490',"
                    + " 'EPSG:4548') g)")
            .first();
    assertThat(row.getDouble(0)).isCloseTo(500_000, within(1e-6));
    assertThat(row.getDouble(1)).isBetween(3_980_000.0, 3_990_000.0);
    assertThatThrownBy(() -> value("ST_Transform(ST_Point(117, 36), 'EPSG:4490', 'EPSG:9999')"))
        .hasStackTraceContaining("ST_Transform(X'01")
        .hasStackTraceContaining("EPSG:9999");
  }

  @Test
  void theCentroidIsThatOfTheArea() {
    Row row =
        spark
            .sql(
                "SELECT ST_X(c), ST_Y(c) FROM (SELECT ST_Centroid("
                    + geom("POLYGON ((117 36, 117.1 36, 117.1 36.1, 117 36.1, 117 36))")
                    + ") c)")
            .first();
    assertThat(row.getDouble(0)).isCloseTo(117.05, within(1e-4));
    assertThat(row.getDouble(1)).isCloseTo(36.05, within(1e-4));
  }

  @Test
  void nullGivesNullAndEmptyHasNoBounds() {
    assertThat(value("ST_Area(CAST(NULL AS BINARY))")).isNull();
    assertThat(value("ST_Point(117.0, CAST(NULL AS DOUBLE))")).isNull();
    assertThat(value("ST_Intersects(ST_Point(1, 2), NULL)")).isNull();
    assertThat(value("ST_XMin(" + geom("POLYGON EMPTY") + ")")).isNull();
  }

  @Test
  void errorsNameTheFunctionAndTheValue() {
    assertThatThrownBy(() -> value("ST_GeomFromText('POINT 1 2')"))
        .hasStackTraceContaining("ST_GeomFromText(POINT 1 2): ");
    assertThatThrownBy(() -> value("ST_Area(X'0102')"))
        .hasStackTraceContaining("ST_Area(X'0102'): not a WKB geometry");
    assertThatThrownBy(() -> value("ST_Area('POINT (1 2)')"))
        .hasStackTraceContaining("ST_Area(POINT (1 2)): not a geometry; make one with");
    assertThatThrownBy(() -> value("ST_X(" + geom("LINESTRING (1 2, 3 4)") + ")"))
        .hasStackTraceContaining("a LineString is no point");
  }
}
