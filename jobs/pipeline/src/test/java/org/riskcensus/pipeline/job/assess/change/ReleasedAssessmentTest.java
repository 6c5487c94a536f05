package org.riskcensus.pipeline.job.assess.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.lakehouse.Lake;
import org.riskcensus.pipeline.lakehouse.ReleasedTables;
import org.riskcensus.pipeline.lakehouse.TestLake;
import org.riskcensus.pipeline.yaml.DefinitionException;

class ReleasedAssessmentTest {

  private static final String FLOOD = "methods/flood.yaml";
  private static final StructType METHOD =
      StructType.fromDDL("county_code STRING, path STRING, text STRING");

  private static Row kept(String county, String path, String text) {
    return RowFactory.create(county, path, text);
  }

  @Test
  void countiesAssessedByDifferentMethodsAreLookedAtOneByOne(@TempDir Path directory) {
    SparkSession spark = TestLake.session(directory.resolve("lake"));
    Lake lake = TestLake.open(spark, "r1", "370321", "370322");
    String flood = SchemaFiles.ofProject().text(FLOOD);
    List<Row> rows =
        List.of(
            kept("370321", FLOOD, flood),
            kept("370322", FLOOD, flood + "# own\n"),
            kept("370321", "methods/report.yaml", "a"),
            kept("370322", "methods/report.yaml", "b"));
    lake.replaceYear("ops.method_file", 2025, spark.createDataFrame(rows, METHOD));
    lake.publish(Optional.of("census-2025"));

    assertThatThrownBy(() -> of(spark, List.of()).methodTexts())
        .isInstanceOf(DefinitionException.class)
        .hasMessage(
            "methods/flood.yaml: counties of census-2025 were assessed by different texts of this"
                + " file; name one with --unit");
    ReleasedAssessment county = of(spark, List.of("370322"));
    assertThat(county.methodTexts()).containsEntry(FLOOD, flood + "# own\n");
    assertThat(county.levels().size()).as("kept none, so the project's").isEqualTo(4);
  }

  private static ReleasedAssessment of(SparkSession spark, List<String> counties) {
    ReleasedTables tables = ReleasedTables.find(spark, 2025).orElseThrow();
    return new ReleasedAssessment(spark, Contracts.load(), tables, counties);
  }
}
