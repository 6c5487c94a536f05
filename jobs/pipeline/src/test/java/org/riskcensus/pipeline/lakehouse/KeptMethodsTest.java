package org.riskcensus.pipeline.lakehouse;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskcensus.pipeline.contract.CodeList;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.LevelScale;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.method.OwnHazard;
import org.riskcensus.pipeline.yaml.DefinitionException;

/** One release of counties that differ in what they have kept. */
class KeptMethodsTest {

  private static final String FLOOD = "methods/flood.yaml";
  private static final StructType METHOD =
      StructType.fromDDL("county_code STRING, path STRING, text STRING");
  private static final SchemaFiles PROJECT = SchemaFiles.ofProject();
  private static final SchemaFiles OWN = OwnHazard.files();

  private static final String PLAIN = "370321";
  private static final String COMMENTED = "370322";
  private static final String CHANGED = "370323";
  private static final String OWN_HAZARDS = "370324";
  private static final String NONE_KEPT = "370325";

  private static final Map<List<String>, KeptMethods> READ = new HashMap<>();

  private static ReleasedTables release;

  private static Stream<Row> kept(String county, SchemaFiles files, String... paths) {
    return Arrays.stream(paths).map(path -> RowFactory.create(county, path, files.text(path)));
  }

  private static Row text(String county, String path, String text) {
    return RowFactory.create(county, path, text);
  }

  @BeforeAll
  static void releaseOnce(@TempDir Path directory) {
    SparkSession spark = TestLake.session(directory.resolve("lake"));
    Lake lake = TestLake.open(spark, "r1", PLAIN, COMMENTED, CHANGED, OWN_HAZARDS, NONE_KEPT);
    String flood = PROJECT.text(FLOOD);
    String hazards = PROJECT.text(CodeList.HAZARDS);
    Stream<Row> own =
        kept(
            OWN_HAZARDS,
            OWN,
            CodeList.HAZARDS,
            FLOOD,
            "methods/drought.yaml",
            "methods/hail.yaml",
            "methods/comprehensive.yaml",
            "methods/chain.yaml");
    List<Row> others =
        List.of(
            text(PLAIN, FLOOD, flood),
            text(PLAIN, CodeList.HAZARDS, hazards),
            text(COMMENTED, FLOOD, flood.replace("\n", "\r\n") + "# told otherwise\r\n"),
            text(COMMENTED, CodeList.HAZARDS, hazards.replace("zh: 洪涝", "zh: 洪水")),
            text(CHANGED, FLOOD, flood.replace("evidence: D", "evidence: M")),
            text(CHANGED, "methods/report.yaml", "decides: nothing"));
    lake.replaceYear(
        "ops.method_file",
        2025,
        spark.createDataFrame(Stream.concat(own, others.stream()).toList(), METHOD));
    lake.replaceYear("marts.unit_risk", 2025, assessed(spark, NONE_KEPT));
    lake.publish(Optional.of("census-2025"));
    release = ReleasedTables.find(spark, 2025).orElseThrow();
  }

  private static Dataset<Row> assessed(SparkSession spark, String county) {
    StructType schema = Contracts.load().get("marts.unit_risk").sparkSchema();
    Object[] values =
        Arrays.stream(schema.fields())
            .map(
                field ->
                    field.dataType().equals(DataTypes.DoubleType)
                        ? (Object) 0.0
                        : field.dataType().equals(DataTypes.IntegerType) ? (Object) 2025 : county)
            .toArray();
    return spark.createDataFrame(List.of(RowFactory.create(values)), schema);
  }

  private static KeptMethods of(String... counties) {
    return READ.computeIfAbsent(
        List.of(counties),
        codes -> KeptMethods.of(release, col("county_code").isin((Object[]) counties)));
  }

  @Test
  void countiesAssessedByDifferentMethodsAreLookedAtOneByOne() {
    assertThatThrownBy(() -> of(PLAIN, CHANGED).texts())
        .isInstanceOf(DefinitionException.class)
        .hasMessage(
            "methods/flood.yaml: counties of census-2025 were assessed by different texts of this"
                + " file; name one with --unit");
    assertThat(of(CHANGED).texts().get(FLOOD)).contains("evidence: M");
    assertThat(of(CHANGED).same(of(PLAIN))).isFalse();
    assertThat(of(CHANGED).texts()).doesNotContainKey("methods/report.yaml");
    assertThat(of(PLAIN).texts())
        .as("kept none, so the project's")
        .containsEntry(LevelScale.FILE, PROJECT.text(LevelScale.FILE));
  }

  @Test
  void commentsLineEndsAndNamesOfHazardsMakeNoOtherMethod() {
    assertThat(of(PLAIN).same(of(COMMENTED))).isTrue();
    assertThat(of(PLAIN, COMMENTED).texts()).containsKey(FLOOD);
    assertThat(of(PLAIN, COMMENTED).complete()).isTrue();
  }

  @Test
  void aCountyWithoutAListOfHazardsHasTheProjects() {
    assertThat(of(OWN_HAZARDS).texts()).containsKey("methods/drought.yaml");
    assertThat(of(OWN_HAZARDS).same(of(PLAIN))).isFalse();
    assertThat(of(CHANGED).texts())
        .containsEntry(CodeList.HAZARDS, PROJECT.text(CodeList.HAZARDS))
        .doesNotContainKey("methods/drought.yaml");
    assertThatThrownBy(() -> of(OWN_HAZARDS, CHANGED).texts())
        .hasMessageContaining("codes/hazard.yaml: counties of census-2025");
  }

  @Test
  void aCountyThatHasKeptNothingHasTheProjectsAndIsNotComplete() {
    assertThat(of(NONE_KEPT).complete()).isFalse();
    assertThat(of(NONE_KEPT).texts()).isEqualTo(of(PLAIN).texts());
    assertThat(of(PLAIN, NONE_KEPT).texts()).isEqualTo(of(PLAIN).texts());
    assertThat(of(PLAIN, NONE_KEPT).complete()).isFalse();
    assertThatThrownBy(() -> of(NONE_KEPT, CHANGED).texts()).hasMessageContaining(FLOOD);
    assertThatThrownBy(() -> of(NONE_KEPT, OWN_HAZARDS).texts())
        .hasMessageContaining(CodeList.HAZARDS);
  }
}
