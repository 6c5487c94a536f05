package org.riskcensus.formats.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.geotools.api.referencing.cs.AxisDirection;
import org.geotools.referencing.CRS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrsTest {

  @ParameterizedTest
  @ValueSource(ints = {4490, 4326, 4610, 4214, 3857, 4513, 4533, 4534, 4554, 4491, 2363, 32650})
  void eastingComesFirstInEverySystem(int number) {
    var axes = Crs.of("EPSG:" + number).definition().getCoordinateSystem();
    assertThat(axes.getAxis(0).getDirection()).isEqualTo(AxisDirection.EAST);
    assertThat(axes.getAxis(1).getDirection()).isEqualTo(AxisDirection.NORTH);
  }

  @Test
  void theOwnDefinitionOfCgcs2000IsThatOfTheEpsgDatabase() throws Exception {
    assertThat(CRS.equalsIgnoreMetadata(Crs.CGCS2000.definition(), CRS.decode("EPSG:4490", true)))
        .isTrue();
    assertThat(Crs.of("EPSG:4490")).isSameAs(Crs.CGCS2000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EPSG:4548",
        "epsg:4548",
        "4548",
        "urn:ogc:def:crs:EPSG::4548",
        "http://www.opengis.net/def/crs/EPSG/0/4548"
      })
  void aCodeMayBeWrittenInTheUsualForms(String code) {
    assertThat(Crs.of(code).code()).isEqualTo("EPSG:4548");
  }

  @Test
  void theSystemOfGeoJsonIsWgs84() {
    assertThat(Crs.of("urn:ogc:def:crs:OGC:1.3:CRS84").code()).isEqualTo("EPSG:4326");
  }

  @ParameterizedTest
  @ValueSource(strings = {"EPSG:999999", "EPSG:", "Gauss", "", "CENSUS:OTHER"})
  void anUnknownCodeIsRefusedByName(String code) {
    assertThatThrownBy(() -> Crs.of(code))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(code);
    assertThat(Crs.find(code)).isEmpty();
  }

  @Test
  void onlyDegreesAreGeographic() {
    assertThat(Crs.CGCS2000.geographic()).isTrue();
    assertThat(Crs.of("EPSG:4548").geographic()).isFalse();
    assertThat(Crs.ANALYSIS_PLANE.geographic()).isFalse();
  }

  @Test
  void theTextOfASystemReadsBackAsThatSystem() throws Exception {
    String wkt = Crs.ANALYSIS_PLANE.wkt();
    assertThat(wkt).doesNotContain("\n");
    assertThat(CRS.equalsIgnoreMetadata(CRS.parseWKT(wkt), Crs.ANALYSIS_PLANE.definition()))
        .isTrue();
  }

  @Test
  void aSystemTravelsByItsCode() throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(Crs.ANALYSIS_PLANE);
    }
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isSameAs(Crs.ANALYSIS_PLANE);
    }
  }
}
