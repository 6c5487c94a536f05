package org.riskcensus.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskcensus.pipeline.lakehouse.TestLake;

/** Published county boundaries and a published landslide catalogue, as a user would bring them. */
class RealCountiesCensusTest {

  private static final List<String> INVALID_OF_ZIBO =
      List.of("370302", "370303", "370304", "370305", "370306", "370321", "370322");

  @TempDir Path directory;

  @Test
  void invalidCountiesAreNamedNoneVanishesAndEachLandslideIsInOneOfThem()
      throws IOException, InterruptedException {
    Map<String, Path> counties = counties(OutsideFiles.get("admin/counties"));
    Path landslides = OutsideFiles.get("hazard/global-landslide-catalog.csv");
    Path lake = directory.resolve("lake");
    Path description = directory.resolve("counties.yaml");
    Files.writeString(description, describe(counties));

    CensusProcess.Outcome ingest =
        CensusProcess.run("ingest", description.toString(), "--lake", lake.toString());
    assertThat(ingest.status()).as(ingest.output()).isZero();
    assertThat(ingest.output())
        .contains("46 read = 46 accepted + 0 quarantined + 0 duplicate (balanced)");
    SparkSession spark = TestLake.session(lake);
    List<Row> invalid =
        spark
            .sql(
                "SELECT county_code, observed, proposal FROM ops.finding"
                    + " WHERE rule = 'geometry_invalid' AND county_code LIKE '3703%'"
                    + " ORDER BY county_code")
            .collectAsList();
    assertThat(invalid)
        .extracting(row -> row.getString(0))
        .containsExactlyElementsOf(INVALID_OF_ZIBO);
    assertThat(invalid)
        .allSatisfy(
            row -> {
              assertThat(row.getString(1)).startsWith("环自相交，位于 (");
              assertThat(row.getString(2)).isEqualTo("采用修复后的图形，面积变化 0.0000%");
            });

    CensusProcess.Outcome join =
        CensusProcess.run(
            "join",
            "--left",
            landslides.toString(),
            "--right",
            "staging.admin_unit",
            "--predicate",
            "within",
            "--summary",
            "--lake",
            lake.toString());
    assertThat(join.status()).as(join.output()).isZero();
    assertThat(join.output()).contains("\n10988,46,11,11,10,");
  }

  private static String describe(Map<String, Path> counties) {
    String codes = counties.keySet().stream().collect(Collectors.joining("\", \"", "\"", "\""));
    StringBuilder text = new StringBuilder("census: counties\nyear: 2015\n");
    text.append("logical_date: 2015-12-31\ncounties: [").append(codes).append("]\nsources:\n");
    counties.forEach(
        (code, file) ->
            text.append(
                """
                  - id: admin_unit-%1$s
                    dataset: admin_unit
                    county: "%1$s"
                    file: %2$s
                    constants: {admin_code: "%1$s000000", level: county}
                """
                    .formatted(code, file)));
    return text.toString();
  }

  private static Map<String, Path> counties(Path folder) throws IOException {
    ObjectMapper json = new ObjectMapper();
    Map<String, Path> counties = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".geojson")).toList()) {
        JsonNode county = json.readTree(file.toFile()).get("features").get(0);
        counties.put(county.get("id").asText(), file);
      }
    }
    return counties;
  }
}
