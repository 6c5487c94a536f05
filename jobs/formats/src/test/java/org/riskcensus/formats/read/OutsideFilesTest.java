package org.riskcensus.formats.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.riskcensus.formats.OutsideData;

/** Files made by others: each reads right, or is refused with its reason. */
class OutsideFilesTest {

  private static List<SourceRow> read(String name) throws IOException {
    return Reading.rows(OutsideData.get(name));
  }

  @ParameterizedTest
  @CsvSource({"gbk, 简体国语", "gb2312, 简体国语", "utf8, 国语國語"})
  void textOfTablesWithoutAMark(String name, String text) throws IOException {
    assertThat(read("dirty/dbf/" + name + ".dbf").get(0).attributes()).containsEntry("NAME", text);
  }

  @Test
  void big5Declared() throws IOException {
    Path file = OutsideData.get("dirty/dbf/big5.dbf");
    assertThat(Reading.rows(file, "charset", "Big5").get(0).attributes())
        .containsEntry("NAME", "繁體國語");
  }

  /** Rows as GDAL counts them. */
  @ParameterizedTest
  @CsvSource({
    "dirty/shapefile/chinese_poly.shp, 1",
    "dirty/shapefile/corrupt_too_long.shp, 10",
    "dirty/shapefile/data_corruption_error.shp, 8",
    "dirty/shapefile/holeTouchEdge.shp, 1",
    "dirty/shapefile/max_callstack_error.shp, 138",
    "raster/polygons.shp, 2",
    "hazard/buildings-shp/buildings_47_8.shp, 5418",
    "hazard/landslide-shp/test_ls_hist.shp, 308",
    "hazard/firms-viirs-portugal-2017.csv, 457",
    "hazard/global-landslide-catalog.csv, 10988",
    "dirty/gpkg/test_geometry_valid.gpkg, 2",
    "dirty/geojson/ex2.json, 2"
  })
  void everyRowComesWithItsGeometry(String name, int count) throws IOException {
    List<SourceRow> rows = read(name);
    assertThat(rows).hasSize(count);
    assertThat(rows).allSatisfy(row -> assertThat(row.problem()).isNull());
    assertThat(rows).noneMatch(row -> row.geometry() == null);
  }

  @Test
  void chineseAttributesOfAShapefile() throws IOException {
    assertThat(read("dirty/shapefile/chinese_poly.shp").get(0).attributes())
        .containsEntry("NAME", "黑龙江省");
  }

  @ParameterizedTest
  @CsvSource({
    "dirty/shapefile/extraAtEnd.shp, .dbf",
    "dirty/geojson/sample.json, line 3",
    "dirty/gpkg/test_broken_geopackage.gpkg, gpkg_contents",
    "dirty/dbf/duplicate_fields.dbf, unemployed",
    "dirty/raster/corrupt.tif, corrupt.tif",
    "dirty/raster/rotated.tif, rotated",
    "dirty/empty_zipfile.zip, unpack",
    "overlay/osm-bentiu.gpkg, waterways_lines"
  })
  void whatCannotBeReadIsRefusedWithItsReason(String name, String reason) throws IOException {
    assertThat(Reading.refusal(OutsideData.get(name))).contains(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "dirty/shapefile/invalid_coordinates.shp, no number",
    "dirty/gpkg/test_geometry_spatialite.gpkg, GeoPackage geometry"
  })
  void aBrokenGeometryIsAProblemOfItsRow(String name, String reason) throws IOException {
    assertThat(read(name).get(0).problem()).contains(reason);
  }

  /** Counts of valid pixels as GDAL gives them. */
  @ParameterizedTest
  @CsvSource({"raster/slope.tif, 6232", "dirty/raster/float_raster_with_nodata.tif, 98"})
  void pixelsWithAValue(String name, int count) throws IOException {
    assertThat(read(name)).hasSize(count);
  }

  @ParameterizedTest
  @CsvSource({"DesInventar2016-00.xlsx", "DesInventar2016-03.xlsx"})
  void lossRecordsInWorkbooks(String name) throws IOException {
    List<SourceRow> rows = read("loss/" + name);
    assertThat(rows).hasSize(1034);
    assertThat(rows).allSatisfy(row -> assertThat(row.problem()).isNull());
    assertThat(rows)
        .allSatisfy(row -> assertThat(row.attributes().get("Year")).matches("[0-9]{4}"));
  }

  @Test
  void everyCountyIsOneRowWithItsName() throws IOException {
    try (Stream<Path> files = Files.walk(OutsideData.get("admin/counties"))) {
      List<Path> counties = files.filter(f -> f.toString().endsWith(".geojson")).toList();
      assertThat(counties).hasSizeGreaterThan(40);
      for (Path county : counties) {
        List<SourceRow> rows = Reading.rows(county);
        assertThat(rows).hasSize(1);
        assertThat(county.getFileName().toString())
            .startsWith(rows.get(0).attributes().get("name"));
        assertThat(Reading.wkt(rows.get(0))).matches("(MULTI)?POLYGON \\(\\(.*");
      }
    }
  }

  @Test
  void aByteOrderMarkBeforeCounties() throws IOException {
    assertThat(read("admin/zibo-counties-2015-utf8-bom.json")).hasSize(8);
  }
}
