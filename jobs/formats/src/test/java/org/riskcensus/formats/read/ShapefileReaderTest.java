package org.riskcensus.formats.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskcensus.formats.crs.Crs;

class ShapefileReaderTest {

  /** Clockwise, as an outer ring is. */
  private static final double[] SQUARE = {0, 0, 0, 10, 10, 10, 10, 0, 0, 0};

  private static final double[] HOLE = {2, 2, 4, 2, 4, 4, 2, 4, 2, 2};

  @TempDir Path folder;
  private Path shp;

  @BeforeEach
  void name() {
    shp = folder.resolve("图斑.shp");
  }

  private void table(String... names) throws IOException {
    DbfFile table = new DbfFile("GBK").column("名称", 'C', 12);
    for (String name : names) {
      table.row(name);
    }
    table.write(folder.resolve("图斑.dbf"));
  }

  private List<SourceRow> read(byte[]... records) throws IOException {
    ShapeFiles shapes = new ShapeFiles();
    for (byte[] record : records) {
      shapes.add(record);
    }
    shapes.writeShp(shp);
    return Reading.rows(shp);
  }

  @Test
  void shapesStandBesideTheirRows() throws IOException {
    table("桓台", "巫山");
    List<SourceRow> rows = read(ShapeFiles.point(118, 36.9), ShapeFiles.point(109.9, 31));
    assertThat(rows.get(0).attributes()).containsExactly(entry("名称", "桓台"));
    assertThat(Reading.wkt(rows.get(1))).isEqualTo("POINT (109.9 31)");
  }

  @Test
  void ringsComeTogetherAsPolygonsWithHoles() throws IOException {
    table("a", "b");
    double[] far = {20, 0, 20, 5, 25, 5, 20, 0};
    List<SourceRow> rows =
        read(ShapeFiles.polygon(HOLE, SQUARE), ShapeFiles.polygon(far, SQUARE, HOLE));
    assertThat(Reading.wkt(rows.get(0)))
        .isEqualTo("POLYGON ((0 0, 0 10, 10 10, 10 0, 0 0), (2 2, 4 2, 4 4, 2 4, 2 2))");
    assertThat(Reading.wkt(rows.get(1)))
        .startsWith("MULTIPOLYGON (((20 0,")
        .endsWith("((0 0, 0 10, 10 10, 10 0, 0 0), (2 2, 4 2, 4 4, 2 4, 2 2)))");
  }

  @Test
  void anOuterRingFiledTheWrongWayRoundIsStillThere() throws IOException {
    table("a");
    assertThat(Reading.wkt(read(ShapeFiles.polygon(HOLE)).get(0)))
        .isEqualTo("POLYGON ((2 2, 4 2, 4 4, 2 4, 2 2))");
  }

  @Test
  void twoEqualRingsAreBothKept() throws IOException {
    table("a");
    assertThat(read(ShapeFiles.polygon(SQUARE, SQUARE)).get(0).geometry().getNumGeometries())
        .isEqualTo(2);
  }

  @Test
  void anInvalidRingIsReadAsFiled() throws IOException {
    table("a");
    double[] bowTie = {0, 0, 1, 1, 1, 0, 0, 1, 0, 0};
    assertThat(Reading.wkt(read(ShapeFiles.polygon(bowTie)).get(0)))
        .isEqualTo("POLYGON ((0 0, 1 1, 1 0, 0 1, 0 0))");
  }

  @Test
  void whatIsNoGeometryIsAProblemOfItsRow() throws IOException {
    table("open", "count", "none", "type");
    double[] open = {0, 0, 0, 1, 1, 1};
    byte[] bogus = ShapeFiles.polygon(SQUARE);
    bogus[43] = 0x7F;
    List<SourceRow> rows =
        read(
            ShapeFiles.polygon(open),
            bogus,
            ShapeFiles.point(-1.7e308, 0),
            new byte[] {99, 0, 0, 0});
    assertThat(rows).allSatisfy(row -> assertThat(Reading.wkt(row)).isEqualTo("none"));
    assertThat(rows.get(0).problem()).contains("not closed");
    assertThat(rows.get(1).problem()).contains("claims");
    assertThat(rows.get(2).problem()).contains("no number");
    assertThat(rows.get(3).problem()).contains("99");
    assertThat(rows.get(3).attributes()).containsExactly(entry("名称", "type"));
  }

  @Test
  void aNullShapeIsNoProblem() throws IOException {
    table("a");
    SourceRow row = read(ShapeFiles.nothing()).get(0);
    assertThat(Reading.wkt(row)).isEqualTo("none");
    assertThat(row.problem()).isNull();
  }

  @Test
  void rowsWithoutShapesAndShapesWithoutRowsAreTold() throws IOException {
    table("a", "b");
    assertThat(read(ShapeFiles.point(1, 2)).get(1).problem()).contains(".shp", "no shape");
    table("a");
    assertThat(read(ShapeFiles.point(1, 2), ShapeFiles.point(3, 4)).get(1).problem())
        .contains(".dbf", "no row");
  }

  @Test
  void theIndexLeadsPastRecordsThatWereReplaced() throws IOException {
    table("a", "b");
    new ShapeFiles()
        .add(ShapeFiles.point(0, 0))
        .add(ShapeFiles.point(2, 2))
        .add(ShapeFiles.point(1, 1))
        .writeShp(shp)
        .writeShx(folder.resolve("图斑.SHX"), 2, 1);
    assertThat(Reading.rows(shp))
        .extracting(Reading::wkt)
        .containsExactly("POINT (1 1)", "POINT (2 2)");
  }

  @Test
  void aDeletedRowTakesItsShapeWithIt() throws IOException {
    new DbfFile("GBK").column("n", 'C', 1).deleted("a").row("b").write(folder.resolve("图斑.dbf"));
    List<SourceRow> rows = read(ShapeFiles.point(1, 1), ShapeFiles.point(2, 2));
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).rowNumber()).isEqualTo(2);
    assertThat(Reading.wkt(rows.get(0))).isEqualTo("POINT (2 2)");
  }

  @Test
  void theSystemComesFromThePrjFile() throws IOException {
    table();
    assertThat(read()).isEmpty();
    assertThat(Reading.header(shp).crs()).isEmpty();
    Files.writeString(folder.resolve("图斑.prj"), Crs.of("EPSG:4548").wkt());
    assertThat(Reading.header(shp).crs()).contains("EPSG:4548");
  }

  @Test
  void aBrokenFileIsRefused() throws IOException {
    assertThat(Reading.refusal(Files.write(shp, new byte[200]))).contains(".dbf");
    table("a", "b");
    assertThat(Reading.refusal(shp)).contains("no Shapefile");
    read(ShapeFiles.point(1, 1), ShapeFiles.point(2, 2));
    byte[] whole = Files.readAllBytes(shp);
    Files.write(shp, java.util.Arrays.copyOf(whole, whole.length - 4));
    assertThat(Reading.refusal(shp)).contains("cut off");
    whole[104] = 0x7F;
    Files.write(shp, whole);
    assertThat(Reading.refusal(shp)).contains("row 1", "bytes");
  }
}
