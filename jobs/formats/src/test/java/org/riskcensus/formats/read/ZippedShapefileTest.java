package org.riskcensus.formats.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.riskcensus.formats.write.FieldType;
import org.riskcensus.formats.write.LayerField;
import org.riskcensus.formats.write.LayerSchema;
import org.riskcensus.formats.write.LayerWriter;
import org.riskcensus.formats.write.LayerWriters;
import org.riskcensus.formats.write.WriteOptions;

class ZippedShapefileTest {

  private static final Charset GBK = Charset.forName("GBK");

  @TempDir Path folder;

  /** The parts of a Shapefile of one point called {@code name}, by extension. */
  private Map<String, byte[]> shapefile(String name) throws IOException {
    Path file = folder.resolve("made/part.shp");
    LayerSchema schema =
        new LayerSchema(
            "part", List.of(new LayerField("name", "名称", FieldType.STRING)), "POINT", "EPSG:4548");
    try (LayerWriter writer =
        LayerWriters.create(file, schema, new WriteOptions(GBK, false, false))) {
      writer.write(
          List.of(name), new GeometryFactory().createPoint(new Coordinate(500000, 4000000)));
    }
    Map<String, byte[]> parts = new TreeMap<>();
    for (String extension : List.of("shp", "shx", "dbf", "prj", "cpg")) {
      parts.put(extension, Files.readAllBytes(file.resolveSibling("part." + extension)));
    }
    return parts;
  }

  private Path zip(Charset names, Map<String, byte[]> entries) throws IOException {
    Path file = folder.resolve("上报.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file), names)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return file;
  }

  private Map<String, byte[]> entries(String... bases) throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    for (String base : bases) {
      String name = base.substring(base.lastIndexOf('/') + 1);
      shapefile(name).forEach((extension, bytes) -> entries.put(base + "." + extension, bytes));
    }
    return entries;
  }

  @Test
  void theOnlyShapefileIsReadWithNamesInUtf8OrGbk() throws IOException {
    for (Charset names : List.of(StandardCharsets.UTF_8, GBK)) {
      Path file = zip(names, entries("数据/房屋"));
      List<SourceRow> rows = Reading.rows(file);
      assertThat(rows).hasSize(1);
      assertThat(rows.get(0).attributes()).containsEntry("name", "房屋");
      assertThat(Reading.wkt(rows.get(0))).isEqualTo("POINT (500000 4000000)");
      assertThat(Reading.header(file).crs()).contains("EPSG:4548");
    }
  }

  @Test
  void oneOfSeveralIsNamed() throws IOException {
    Path file = zip(GBK, entries("房屋", "a/道路"));
    assertThat(Reading.refusal(file)).contains("2 Shapefiles", "房屋", "a/道路");
    for (String layer : List.of("道路", "道路.shp", "a/道路")) {
      assertThat(Reading.rows(file, "layer", layer).get(0).attributes())
          .containsEntry("name", "道路");
    }
    assertThat(Reading.refusal(file, "layer", "河流")).contains("no layer '河流'", "房屋");
  }

  @Test
  void partsInOtherCapitalsAndFilesOfMacsAreNoTrouble() throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    shapefile("x")
        .forEach((ext, bytes) -> entries.put("A." + ext.toUpperCase(java.util.Locale.ROOT), bytes));
    entries.put("__MACOSX/A.shp", new byte[] {1});
    assertThat(Reading.rows(zip(GBK, entries))).hasSize(1);
  }

  @Test
  void aNameThatPointsOutsideNeverReachesTheDisk() throws IOException {
    Map<String, byte[]> entries = entries("../../../outside");
    assertThat(Reading.rows(zip(GBK, entries))).hasSize(1);
    for (String up : List.of("", "../", "../../", "../../../")) {
      assertThat(folder.resolve(up + "outside.shp").normalize()).doesNotExist();
    }
  }

  @Test
  void anArchiveThatGrowsWithoutBoundIsRefused() throws IOException {
    Map<String, byte[]> entries = entries("bomb");
    entries.put("bomb.shx", new byte[100 << 20]);
    assertThat(Reading.refusal(zip(GBK, entries))).contains("more than 200 times");
  }

  @Test
  void whatIsMissingIsTold() throws IOException {
    Map<String, byte[]> entries = entries("房屋");
    entries.remove("房屋.dbf");
    assertThat(Reading.refusal(zip(GBK, entries))).contains("上报.zip", ".dbf file");
    assertThat(Reading.refusal(zip(GBK, Map.of("a.txt", new byte[1])))).contains("no Shapefile");
  }

  @Test
  void aDamagedPartIsRefused() throws IOException {
    Path file = zip(GBK, entries("房屋"));
    byte[] whole = Files.readAllBytes(file);
    for (int i = 60; i < whole.length; i += 7) {
      byte[] wrong = whole.clone();
      wrong[i] ^= 0x55;
      Files.write(file, wrong);
      try {
        assertThat(Reading.rows(file)).isNotNull();
      } catch (UnreadableFileException e) {
        assertThat(e).hasMessageContaining("上报.zip");
      } catch (UncheckedIOException e) {
        assertThat(e).hasCauseInstanceOf(UnreadableFileException.class);
      }
    }
  }
}
