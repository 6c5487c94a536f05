package org.riskcensus.formats.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeometryColumnsTest {

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("t.csv"), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lon,lat", "LON,LAT", "longitude,latitude", "经度,纬度", "x,y", "X,Y"})
  void coordinatesAreFoundByTheUsualNames(String names) throws IOException {
    Path file = file(names + ",n\n118.1,36.9,1\n");
    assertThat(Reading.header(file).hasGeometry()).isTrue();
    assertThat(Reading.header(file).fields()).hasSize(3);
    assertThat(Reading.wkt(Reading.rows(file).get(0))).isEqualTo("POINT (118.1 36.9)");
  }

  @Test
  void coordinatesAreTakenFromTheColumnsNamed() throws IOException {
    Path file = file("东,北\n500000.5,4092587.1\n");
    assertThat(Reading.wkt(Reading.rows(file, "x", "东", "y", "北").get(0)))
        .isEqualTo("POINT (500000.5 4092587.1)");
  }

  @Test
  void wellKnownTextIsGeometryAndNoAttribute() throws IOException {
    Path file = file("id;WKT\n1;SRID=4490;\n2;\"POLYGON ((0 0, 1 0, 1 1, 0 0))\"\n3;\n");
    List<SourceRow> rows = Reading.rows(file, "delimiter", ";");
    assertThat(Reading.header(file, "delimiter", ";").fields()).containsExactly("id");
    assertThat(Reading.wkt(rows.get(1))).isEqualTo("POLYGON ((0 0, 1 0, 1 1, 0 0))");
    assertThat(rows.get(1).attributes()).containsOnlyKeys("id");
    assertThat(Reading.wkt(rows.get(2))).isEqualTo("none");
    assertThat(rows.get(2).problem()).isNull();
  }

  @Test
  void aCoordinateThatIsNoNumberIsAProblem() throws IOException {
    List<SourceRow> rows =
        Reading.rows(file("id,lon,lat\n1,118°x,36\n2,,36\n3,,\n4,NaN,36\n5,118,36\n"));
    assertThat(rows.get(0).problem()).contains("lon", "118°");
    assertThat(rows.get(1).problem()).contains("lon is empty");
    assertThat(rows.get(2).problem()).isNull();
    assertThat(Reading.wkt(rows.get(2))).isEqualTo("none");
    assertThat(rows.get(3).problem()).contains("finite");
    assertThat(Reading.wkt(rows.get(4))).isEqualTo("POINT (118 36)");
  }

  @Test
  void textThatIsNoGeometryIsAProblem() throws IOException {
    List<SourceRow> rows = Reading.rows(file("id|wkt\n1|POLYGON ((0 0, 1 0, 1 1))\n2|triangle\n"));
    assertThat(rows).allSatisfy(row -> assertThat(row.problem()).contains("wkt"));
    assertThat(rows).allSatisfy(row -> assertThat(Reading.wkt(row)).isEqualTo("none"));
  }

  @Test
  void aDeclaredSystemIsTold() throws IOException {
    Path file = file("lon,lat\n1,2\n");
    assertThat(Reading.header(file).crs()).isEmpty();
    assertThat(Reading.header(file, "crs", "EPSG:4490").crs()).contains("EPSG:4490");
  }
}
