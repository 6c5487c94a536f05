package org.riskcensus.formats.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.riskcensus.core.geometry.Wkb;

class GeoPackageReaderTest {

  @TempDir Path folder;

  private Path database(String... statements) throws SQLException {
    Path file = folder.resolve("t.gpkg");
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = database.createStatement()) {
      statement.execute("CREATE TABLE gpkg_contents (table_name, data_type)");
      statement.execute("CREATE TABLE gpkg_geometry_columns (table_name, column_name, srs_id)");
      statement.execute(
          "CREATE TABLE gpkg_spatial_ref_sys"
              + " (srs_id, organization, organization_coordsys_id, definition)");
      statement.execute("INSERT INTO gpkg_spatial_ref_sys VALUES (7, 'EPSG', 4548, 'x')");
      for (String text : statements) {
        statement.execute(text);
      }
    }
    return file;
  }

  private static String[] layer(String name, String columns) {
    String quoted = '"' + name.replace("\"", "\"\"") + '"';
    return new String[] {
      "CREATE TABLE " + quoted + " (" + columns + ")",
      "INSERT INTO gpkg_contents VALUES ('" + name + "', 'features')",
      "INSERT INTO gpkg_geometry_columns VALUES ('" + name + "', 'geom', 7)"
    };
  }

  private static byte[] blob(byte[] wkb) {
    return ByteBuffer.allocate(8 + wkb.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(new byte[] {'G', 'P', 0, 1})
        .putInt(7)
        .put(wkb)
        .array();
  }

  private Path blobs(byte[]... blobs) throws SQLException {
    Path file = database(layer("图斑", "fid INTEGER PRIMARY KEY, geom BLOB"));
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
        PreparedStatement insert =
            database.prepareStatement("INSERT INTO \"图斑\" (geom) VALUES (?)")) {
      for (byte[] blob : blobs) {
        insert.setBytes(1, blob);
        insert.execute();
      }
    }
    return file;
  }

  private static byte[] wkb(String wkt) throws ParseException {
    return Wkb.write(new WKTReader().read(wkt));
  }

  @Test
  void attributesReadAsText() throws IOException, SQLException {
    Path file = database(layer("a", "fid INTEGER PRIMARY KEY, 名称 TEXT, 面积 REAL, 是 BOOLEAN, geom"));
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = database.createStatement()) {
      statement.execute("INSERT INTO a VALUES (7, '桓台', 118.12345678901234, 1, NULL)");
      statement.execute("INSERT INTO a VALUES (9, NULL, 100.0, 0, NULL)");
    }
    List<SourceRow> rows = Reading.rows(file);
    assertThat(rows.get(0).attributes())
        .containsExactly(
            entry("fid", "7"),
            entry("名称", "桓台"),
            entry("面积", "118.12345678901234"),
            entry("是", "true"));
    assertThat(rows.get(1).attributes())
        .containsExactly(entry("fid", "9"), entry("面积", "100"), entry("是", "false"));
    assertThat(rows).extracting(SourceRow::rowNumber).containsExactly(1L, 2L);
    assertThat(Reading.header(file).crs()).contains("EPSG:4548");
    assertThat(Reading.header(file).fields()).containsExactly("fid", "名称", "面积", "是");
  }

  @Test
  void geometryIsReadAsFiled() throws Exception {
    String[] shapes = {
      "POINT (118.1 36.9)",
      "LINESTRING (0 0, 1 1)",
      "POLYGON ((0 0, 1 1, 1 0, 0 1, 0 0))",
      "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 0), (2 1, 3 1, 3 2, 2 1)), ((9 9, 9 8, 8 8, 9 9)))",
      "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3))",
      "MULTIPOINT ((0 0), (1 1))",
      "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (0 0, 1 1))",
      "POINT EMPTY",
      "POLYGON EMPTY"
    };
    byte[][] blobs = new byte[shapes.length][];
    for (int i = 0; i < shapes.length; i++) {
      blobs[i] = blob(wkb(shapes[i]));
    }
    assertThat(Reading.rows(blobs(blobs))).extracting(Reading::wkt).containsExactly(shapes);
  }

  @Test
  void aRingThatIsNotClosedIsAProblemNotARepair() throws Exception {
    byte[] open = wkb("POLYGON ((0 0, 1 0, 1 1, 0 0))");
    open[open.length - 1] = 0x40;
    SourceRow row = Reading.rows(blobs(blob(open))).get(0);
    assertThat(row.problem()).contains("not closed");
    assertThat(row.attributes()).containsEntry("fid", "1");
  }

  @Test
  void aBrokenValueIsAProblemOfItsRow() throws Exception {
    byte[] bogus = wkb("LINESTRING (0 0, 1 1)");
    bogus[8] = 0x7F;
    byte[] cut = java.util.Arrays.copyOf(wkb("LINESTRING (0 0, 1 1)"), 20);
    byte[] nested = new byte[9 * 100];
    for (int i = 0; i < 100; i++) {
      nested[9 * i] = 1;
      nested[9 * i + 1] = 7;
      nested[9 * i + 5] = 1;
    }
    byte[] curve = wkb("LINESTRING (0 0, 1 1)");
    curve[1] = 8;
    List<SourceRow> rows =
        Reading.rows(
            blobs(blob(bogus), blob(cut), blob(nested), blob(curve), new byte[] {1, 2}, null));
    assertThat(rows.subList(0, 5))
        .allSatisfy(row -> assertThat(row.problem()).contains("geometry"));
    assertThat(rows.get(5).problem()).isNull();
    assertThat(rows).allSatisfy(row -> assertThat(Reading.wkt(row)).isEqualTo("none"));
  }

  @Test
  void heightsAreLeftAside() throws Exception {
    byte[] z =
        ByteBuffer.allocate(29)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put((byte) 1)
            .putInt(1001)
            .putDouble(1)
            .putDouble(2)
            .putDouble(3)
            .array();
    assertThat(Reading.wkt(Reading.rows(blobs(blob(z))).get(0))).isEqualTo("POINT (1 2)");
  }

  @Test
  void aNameIsNeverTakenForSql() throws IOException, SQLException {
    String name = "a\"; DROP TABLE gpkg_contents; --";
    Path file = database(layer(name, "fid INTEGER PRIMARY KEY, geom"));
    assertThat(Reading.rows(file)).isEmpty();
    assertThat(Reading.refusal(file, "layer", "x' OR '1'='1")).contains("no layer");
    assertThat(Reading.header(file, "layer", name).fields()).containsExactly("fid");
  }

  @Test
  void oneOfSeveralLayersMustBeNamed() throws IOException, SQLException {
    String[] first = layer("一", "fid, geom");
    String[] second = layer("二", "fid, n, geom");
    Path file = database(first[0], first[1], first[2], second[0], second[1], second[2]);
    assertThat(Reading.refusal(file)).contains("一, 二");
    assertThat(Reading.header(file, "layer", "二").fields()).containsExactly("fid", "n");
  }

  @Test
  void theFileIsLeftAsItWas() throws Exception {
    Path file = blobs(blob(wkb("POINT (1 2)")));
    byte[] before = Files.readAllBytes(file);
    assertThat(Reading.rows(file)).hasSize(1);
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aDatabaseThatIsNoGeoPackageIsRefused() throws IOException, SQLException {
    Path file = folder.resolve("t.gpkg");
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = database.createStatement()) {
      statement.execute("CREATE TABLE t (a)");
    }
    assertThat(Reading.refusal(file)).contains("gpkg_contents");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(whole, 700));
    assertThat(Reading.refusal(file)).contains("t.gpkg");
  }
}
