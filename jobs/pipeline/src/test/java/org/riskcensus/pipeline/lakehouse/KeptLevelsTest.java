package org.riskcensus.pipeline.lakehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.LevelScale;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.method.FiveLevels;
import org.riskcensus.pipeline.yaml.DefinitionException;

class KeptLevelsTest {

  private static final StructType METHOD =
      StructType.fromDDL("county_code STRING, path STRING, text STRING");

  @TempDir static Path directory;
  private static SparkSession spark;

  @BeforeAll
  static void openLake() {
    spark = TestLake.session(directory.resolve("lake"));
  }

  private static Lake assessed(String run, String county, SchemaFiles files, String path) {
    Lake lake = TestLake.open(spark, run, county);
    var row = RowFactory.create(county, path, files.text(path));
    lake.replaceYear("ops.method_file", 2025, spark.createDataFrame(List.of(row), METHOD));
    return lake;
  }

  private static int levels(Contracts own) {
    return ReleasedTables.find(spark, 2025).orElseThrow().contracts(own).levels().size();
  }

  /** Releases and runs follow each other in one lake, since a lake takes seconds to make. */
  @Test
  void aReleaseHasOneScaleWhichIsTheProjectsWhereItHasKeptNone() {
    Optional<String> tag = Optional.of("census-2025");
    assessed("old", "370321", SchemaFiles.ofProject(), "methods/flood.yaml").publish(tag);
    assertThat(levels(FiveLevels.contracts())).isEqualTo(4);

    Lake five = assessed("five", "370322", FiveLevels.files(), LevelScale.FILE);
    long published = Releases.of(spark).newest().orElseThrow().number();
    assertThatThrownBy(() -> five.publish(tag))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("370321 and 0 more counties of 2025 were assessed by other levels");
    assertThat(Releases.of(spark).newest().orElseThrow().number()).isEqualTo(published);

    assessed("again", "370321", FiveLevels.files(), LevelScale.FILE).publish(tag);
    assertThat(levels(Contracts.load())).isEqualTo(5);
    KeptLevels.requireOne(five, FiveLevels.contracts().levels());
    assertThatThrownBy(() -> KeptLevels.requireOne(five, LevelScale.ofProject()))
        .hasMessageContaining("keep theirs, or assess all counties");
  }
}
