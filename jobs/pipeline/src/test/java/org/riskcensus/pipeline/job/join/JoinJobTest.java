package org.riskcensus.pipeline.job.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.riskcensus.formats.read.SourceHeader;
import org.riskcensus.formats.read.SourceSpec;
import org.riskcensus.formats.write.FieldType;
import org.riskcensus.formats.write.LayerField;
import org.riskcensus.formats.write.LayerSchema;
import org.riskcensus.formats.write.LayerWriter;
import org.riskcensus.formats.write.LayerWriters;
import org.riskcensus.formats.write.WriteOptions;
import org.riskcensus.pipeline.LocalSpark;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.progress.Progress;
import org.riskcensus.pipeline.spatial.SpatialFunctions;
import org.riskcensus.pipeline.yaml.DefinitionException;

class JoinJobTest {

  @TempDir Path directory;
  private Path farmland;
  private Path roads;

  @BeforeEach
  void files() throws IOException {
    farmland = directory.resolve("farmland.gpkg");
    LayerSchema schema =
        new LayerSchema(
            "farmland",
            List.of(
                new LayerField("code", "代码", FieldType.STRING),
                new LayerField("rooms", "间", FieldType.INTEGER),
                new LayerField("depth_m", "水深", FieldType.DOUBLE),
                new LayerField("surveyed", "日期", FieldType.DATE),
                new LayerField("paddy", "水田", FieldType.BOOLEAN)),
            "POLYGON",
            "EPSG:4548");
    try (LayerWriter writer = LayerWriters.create(farmland, schema, WriteOptions.DEFAULT)) {
      writer.write(
          List.of("0012", 3, 0.5, LocalDate.of(2020, 12, 31), true),
          new GeometryFactory().toGeometry(new Envelope(0, 100, 0, 100)));
    }
    roads = directory.resolve("roads.csv");
    Files.writeString(roads, "code,lanes,wkt\n0007,2,\"LINESTRING(-50 10,50 10)\"\n");
  }

  @Test
  void numbersDatesAndTruthValuesKeepTheirTypes() throws IOException {
    for (String extension : List.of("gpkg", "parquet")) {
      Path out = directory.resolve("joined." + extension);
      Joining.join(farmland, roads, "intersects", "", out);
      SourceHeader header = SourceHeader.of(SourceSpec.of(out.toString()));
      assertThat(header.types())
          .as(extension)
          .containsAllEntriesOf(
              Map.of(
                  "rooms",
                  FieldType.INTEGER,
                  "depth_m",
                  FieldType.DOUBLE,
                  "surveyed",
                  FieldType.DATE,
                  "paddy",
                  FieldType.BOOLEAN))
          .doesNotContainKeys("code", "code_right", "lanes");
      Map<String, String> row = Joining.rows(out).get(0).attributes();
      assertThat(row).containsEntry("code", "0012").containsEntry("code_right", "0007");
      assertThat(row).containsEntry("surveyed", "2020-12-31").containsEntry("paddy", "true");
      assertThat(row).containsEntry("fid_filed", "1");
    }
  }

  @Test
  void aWorkbookHasNumbersWhereTheSourceKnowsThem() throws IOException {
    Path out = directory.resolve("joined.xlsx");
    Joining.join(farmland, roads, "intersects", "", out);
    try (ZipFile workbook = new ZipFile(out.toFile())) {
      byte[] sheet =
          workbook.getInputStream(workbook.getEntry("xl/worksheets/sheet1.xml")).readAllBytes();
      assertThat(new String(sheet, StandardCharsets.UTF_8)).contains("<v>0.5</v>");
    }
  }

  @Test
  void sqlReadsAJoinAsAView() {
    SparkSession spark = LocalSpark.session();
    SpatialFunctions.register(spark);
    JoinView view = JoinView.of("met=" + roads + " intersects+length " + farmland, Map.of());
    assertThat(view.name()).isEqualTo("met");
    JoinConfig config = JoinConfig.check(view.request(), Contracts.load());
    new JoinJob(spark, config, Progress.SILENT).pairs().createOrReplaceTempView("met");
    Row row =
        spark
            .sql(
                "SELECT code, code_right, rooms + 1, sum(overlap_length_m),"
                    + " max(ST_Dimension(geometry)) FROM met GROUP BY ALL")
            .head();
    assertThat(row.mkString(" ")).isEqualTo("0007 0012 4 50.0 1");
  }

  @Test
  void aViewSaysHowItIsWritten() {
    JoinView near = JoinView.of("near=a.csv dwithin:200.5 b.csv", Map.of());
    assertThat(near.request().distance()).hasValue(200.5);
    assertThat(JoinView.of("n=a nearest:3+area b", Map.of()).request().k()).hasValue(3);
    assertThatThrownBy(() -> JoinView.of("near a.csv dwithin b.csv", Map.of()))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("write NAME=LEFT PREDICATE RIGHT");
  }

  @Test
  void whatAPairSharesIsWritten() throws IOException {
    Path out = directory.resolve("shared.csv");
    Joining.join(roads, farmland, "intersects", "area,length,shares", out);
    assertThat(Files.readAllLines(out).get(0))
        .endsWith(",paddy,overlap_area_m2,overlap_length_m,share_left,share_right,wkt");
    assertThat(Joining.rows(out).get(0).attributes())
        .containsEntry("overlap_area_m2", "0")
        .containsEntry("overlap_length_m", "50")
        .containsEntry("share_left", "0.5")
        .containsEntry("share_right", "0");
  }

  @Test
  void farmlandIsCoveredByClassesOfFloodsWithoutDoubleCount() throws IOException {
    Path floods = directory.resolve("floods.csv");
    Files.writeString(
        floods,
        """
        zone,wkt
        一般,"POLYGON((0 0,60 0,60 100,0 100,0 0))"
        重点,"POLYGON((50 0,70 0,70 100,50 100,50 0))"
        重点,"POLYGON((40 0,60 0,60 50,40 50,40 0))"
        """);
    Path out = directory.resolve("classes.csv");
    ClassRequest zones = new ClassRequest("zone", List.of("重点", "次重点", "一般"));
    Joining.byClass(farmland, floods, zones, "inner", out);
    assertThat(Files.readAllLines(out).get(0))
        .endsWith(
            ",paddy,zone,right_rows,union_area_m2,union_length_m,share_left,highest_area_m2,"
                + "highest_length_m,highest_class,wkt");
    assertThat(Joining.rows(out))
        .extracting(row -> row.attributes())
        .extracting(
            a ->
                a.get("zone")
                    + " "
                    + a.get("right_rows")
                    + " "
                    + a.get("union_area_m2")
                    + " "
                    + a.get("share_left")
                    + " "
                    + a.get("highest_area_m2")
                    + " "
                    + a.get("highest_class"))
        .containsExactly("重点 2 2500 0.25 2500 重点", "一般 1 6000 0.6 4500 重点");
    ClassRequest codes = new ClassRequest("zone", List.of("zone_class"));
    assertThatThrownBy(() -> Joining.byClass(farmland, floods, codes, "inner", out))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("'zone' has 2 values that are not among the classes given (一般, 重点)");
  }

  @Test
  void whatCannotBeTakenByClassIsToldAtOnce() {
    ClassRequest classes = new ClassRequest("depth", List.of("no_list"));
    assertThatThrownBy(
            () -> Joining.byClass(farmland, roads, classes, "semi", directory.resolve("o.csv")))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("has no field 'depth'; take one of [code, lanes]")
        .hasMessageContaining("--by-class goes with inner or left, not semi")
        .hasMessageContaining("'no_list' is no code list");
  }

  @Test
  void aViewByClassIsARowForEachClass() {
    SparkSession spark = LocalSpark.session();
    SpatialFunctions.register(spark);
    JoinView view = JoinView.of("c=" + farmland + " intersects " + roads + " by lanes", Map.of());
    JoinConfig config = JoinConfig.check(view.request(), Contracts.load());
    new JoinJob(spark, config, Progress.SILENT).pairs().createOrReplaceTempView("c");
    Row row =
        spark.sql("SELECT code, lanes, right_rows, union_length_m, highest_class FROM c").head();
    assertThat(row.mkString(" ")).isEqualTo("0012 2 1 50.0 2");
    assertThat(JoinView.of("c=a within b by 等级:高,低", Map.of()).request().classes())
        .hasValue(new ClassRequest("等级", List.of("高", "低")));
  }
}
