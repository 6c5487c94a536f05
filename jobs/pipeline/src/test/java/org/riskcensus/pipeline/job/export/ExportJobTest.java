package org.riskcensus.pipeline.job.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.riskcensus.formats.map.Paper;
import org.riskcensus.formats.read.RowReader;
import org.riskcensus.formats.read.RowReaders;
import org.riskcensus.formats.read.SourceRow;
import org.riskcensus.formats.read.SourceSpec;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.Language;
import org.riskcensus.pipeline.lakehouse.Lake;
import org.riskcensus.pipeline.lakehouse.TestLake;
import org.riskcensus.pipeline.yaml.DefinitionException;

class ExportJobTest {

  @TempDir static Path directory;

  private static SparkSession spark;
  private static Contracts contracts;

  @BeforeAll
  static void release() {
    spark = TestLake.session(directory.resolve("lake"));
    Lake lake = TestLake.open(spark, "run-1", "370321");
    contracts = Released.fill(spark, lake);
  }

  @Test
  void csvIsForPeopleWithLabelsAndNamesInTheOrderOfTheKey() throws IOException {
    Path csv = directory.resolve("zone.csv");
    assertThat(job().run(ExportConfig.of("marts.zone", 2025, csv)).rows()).isEqualTo(2);

    List<String> lines = Files.readAllLines(csv);
    assertThat(lines.get(0))
        .startsWith("\ufeff分区编号,县级代码,县名,灾种,防治区划类别,类别名称,分区名称,主要乡镇代码,涉及乡镇数,面积平方米");
    assertThat(lines.get(0)).doesNotContain("最小经度").endsWith("几何");
    assertThat(lines.get(1))
        .startsWith(
            "370321-flood-general-0001,370321,桓台县,洪涝,一般防治区,一般防治区,索镇洪涝一般防治区1号,,1,2000000,2000000,0,0,0,2025");
    assertThat(lines.get(2)).startsWith("370321-flood-key-0001,370321,桓台县,洪涝,重点防治区");
  }

  @Test
  void geometryIsMovedToTheReferenceSystemAskedFor() throws IOException {
    Path gpkg = directory.resolve("zone.gpkg");
    ExportConfig config =
        new ExportConfig(
            "marts.zone",
            Optional.of("class = 'key'"),
            OptionalInt.of(2025),
            "EPSG:4548",
            gpkg,
            Optional.empty());
    assertThat(job().run(config).rows()).isEqualTo(1);

    try (RowReader reader = RowReaders.open(SourceSpec.of(gpkg.toString()))) {
      SourceRow zone = reader.next();
      assertThat(reader.crs()).contains("EPSG:4548");
      assertThat(zone.attributes()).containsEntry("class", "key").containsEntry("hazard", "flood");
      // a degree of longitude at 37°N is 88.9 km long, and 118°E is a degree east of 117°E;
      // the grid is turned there by 0.6°, which widens the box by 0.12 km
      Envelope box = zone.geometry().getEnvelopeInternal();
      assertThat(box.getMinX()).isBetween(588_000.0, 590_000.0);
      assertThat(box.getWidth()).isBetween(8_990.0, 9_030.0);
      assertThat(box.getMinY()).isBetween(4_090_000.0, 4_100_000.0);
    }
  }

  @Test
  void exportingTwiceGivesEqualFiles() throws IOException {
    for (String extension : List.of("gpkg", "xlsx", "geojson", "parquet", "shp", "fgb")) {
      Path first = directory.resolve("a/zone." + extension);
      Path second = directory.resolve("b/zone." + extension);
      job().run(ExportConfig.of("marts.zone", 2025, first));
      job().run(ExportConfig.of("marts.zone", 2025, second));
      assertThat(second).hasSameBinaryContentAs(first);
    }
  }

  @Test
  void layersCarryTheirStyleInsideOrBesideTheFile() throws Exception {
    Path shp = directory.resolve("styled/level.shp");
    Exported exported = job().run(ExportConfig.of("marts.level_area", 2025, shp));
    assertThat(exported.cutNames())
        .containsEntry("county_name", "county_nam")
        .doesNotContainKey("class");
    assertThat(Files.readString(directory.resolve("styled/level.qml")))
        .contains("高风险", "中风险", "field=\"county_nam\"", "name=\"县名\"")
        .contains("label=\"洪涝\"")
        .doesNotContain("地质灾害");
    assertThat(directory.resolve("styled/level.sld")).content().contains("#b71c26");

    Path gpkg = directory.resolve("styled/zone.gpkg");
    job()
        .run(
            new ExportConfig(
                "marts.zone",
                Optional.empty(),
                OptionalInt.of(2025),
                ExportConfig.LAKE_CRS,
                gpkg,
                Optional.of(Language.EN)));
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + gpkg);
        ResultSet style =
            database
                .createStatement()
                .executeQuery("SELECT f_table_name, styleQML, useAsDefault FROM layer_styles")) {
      assertThat(style.next()).isTrue();
      assertThat(style.getString(1)).isEqualTo("zone");
      assertThat(style.getString(2)).contains("key zone").doesNotContain("重点");
      assertThat(style.getInt(3)).isEqualTo(1);
    }
    assertThat(directory.resolve("styled/zone.qml")).doesNotExist();
  }

  @Test
  void sparkReadsTheGeoParquet() throws IOException {
    Path parquet = directory.resolve("zone.parquet");
    job().run(ExportConfig.of("marts.zone", 2025, parquet));

    var rows = spark.read().parquet(parquet.toUri().toString());
    assertThat(rows.selectExpr("bbox.xmin", "class").collectAsList().toString())
        .isEqualTo("[[118.1,general], [118.0,key]]");
  }

  @Test
  void everythingWrongInARequestIsToldAtOnce() {
    ExportConfig config =
        new ExportConfig(
            "marts.zones",
            Optional.empty(),
            OptionalInt.of(2025),
            "EPSG:999999",
            Path.of("zones.doc"),
            Optional.empty());

    assertThatThrownBy(() -> job().run(config))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("no table marts.zones")
        .hasMessageContaining("EPSG:999999")
        .hasMessageContaining("zones.doc: use one of .gpkg");
  }

  @Test
  void aConditionThatDoesNotFitTheTableIsTheUsersError() {
    ExportConfig config =
        new ExportConfig(
            "marts.zone",
            Optional.of("klass = 'key'"),
            OptionalInt.empty(),
            ExportConfig.LAKE_CRS,
            directory.resolve("x.csv"),
            Optional.empty());

    assertThatThrownBy(() -> job().run(config))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("--where")
        .hasMessageContaining("klass");
    assertThat(directory.resolve("x.csv")).doesNotExist();
  }

  @Test
  void everyCountyAndHazardGetsAZoneAndALevelMap() throws IOException {
    MapExportConfig config =
        new MapExportConfig(
            2025,
            LocalDate.of(2025, 12, 31),
            "样例普查",
            true,
            Language.ZH,
            Paper.A4,
            directory.resolve("maps"));

    assertThat(new MapExport(spark, contracts, config).run())
        .extracting(file -> file.getFileName().toString())
        .containsExactly(
            "370321_flood_zone.png",
            "370321_flood_zone.pdf",
            "370321_flood_level.png",
            "370321_flood_level.pdf");
    assertThat(directory.resolve("maps/370321_flood_zone.png")).isNotEmptyFile();
  }

  private static ExportJob job() {
    return new ExportJob(spark, contracts);
  }
}
