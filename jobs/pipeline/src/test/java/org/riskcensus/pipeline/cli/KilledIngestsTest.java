package org.riskcensus.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.spark.Spark3Util;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.TableContract;
import org.riskcensus.pipeline.lakehouse.SparkSessions;
import org.riskcensus.pipeline.lakehouse.TestLake;

/**
 * An ingest killed (SIGKILL) at random moments and started again leaves what one undisturbed run
 * leaves: equal tables, balanced accounts, no branch.
 */
@Tag("long")
class KilledIngestsTest {

  private static final int KILLS = Integer.getInteger("census.kills", 50);
  private static final int KILLS_OF_A_LAKE = 5;
  private static final List<String> LEFT_OUT =
      List.of("input_snapshots", "attributes", "run_id", "file");

  @TempDir Path directory;

  @Test
  void killedAtAnyMomentAndStartedAgainItIsAsIfNothingHadHappened() throws Exception {
    Path description = census();
    long start = System.nanoTime();
    assertThat(ingest(description, directory.resolve("undisturbed"), Long.MAX_VALUE)).isTrue();
    long whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    Map<String, String> expected = contents(directory.resolve("undisturbed"));

    Random random = new Random(7);
    int kills = 0;
    for (int lake = 0; kills < KILLS; lake++) {
      Path place = directory.resolve("lake-" + lake);
      for (int i = 0; i < KILLS_OF_A_LAKE; i++) {
        // most of a run is the start of its process, which leaves no trace: the last two thirds
        kills += ingest(description, place, whole / 3 + random.nextLong(whole * 2 / 3)) ? 0 : 1;
      }
      assertThat(ingest(description, place, Long.MAX_VALUE)).as("lake " + lake).isTrue();
      assertThat(contents(place)).as("lake " + lake).isEqualTo(expected);
      assertThat(
              CensusProcess.run("maintain", "--before", "2100-01-01", "--lake", place.toString())
                  .status())
          .isZero();
      assertThat(branches(place)).as("lake " + lake).isEmpty();
      System.out.printf("lake %d: equal after %d kills in all%n", lake, kills);
    }
  }

  private Path census() throws IOException {
    Files.writeString(
        directory.resolve("units.geojson"),
        """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"admin_code":"370321000000","name":"桓台县","level":"county"},
         "geometry":{"type":"Polygon","coordinates":[[[118,36.9],[118.2,36.9],[118.2,37.1],[118,37.1],[118,36.9]]]}}]}
        """);
    Files.writeString(
        directory.resolve("buildings.csv"),
        """
        object_id,admin_code,structure,floors,floor_area_m2,use,value_wan,lon,lat
        B1,370321000000,adobe,1,100,dwelling,10,118.1,37.0
        B2,370321000000,adobe,1,100,dwelling,-10,118.1,37.0
        B1,370321000000,adobe,2,100,dwelling,10,118.1,37.0
        B3,370321000000,adobe,1,100,dwelling,10,119.1,37.0
        """);
    return Files.writeString(
        directory.resolve("census.yaml"),
        """
        census: tiny
        year: 2025
        logical_date: 2025-12-31
        counties: ["370321"]
        quality: {max_quarantined_share: 1}
        sources:
          - {id: units, dataset: admin_unit, county: "370321", file: units.geojson, crs: EPSG:4490}
          - {id: buildings, dataset: building, county: "370321", file: buildings.csv, crs: EPSG:4490}
        """);
  }

  /** Whether the ingest came to its end before it was killed. */
  private static boolean ingest(Path description, Path lake, long millis)
      throws IOException, InterruptedException {
    Process process =
        CensusProcess.start("ingest", description.toString(), "--lake", lake.toString());
    Path output = Files.createTempFile("ingest", ".log");
    try (var in = process.getInputStream()) {
      Thread drain =
          new Thread(
              () -> {
                try {
                  Files.copy(in, output, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                } catch (IOException e) {
                  // The stream ends with the process that is killed.
                  return;
                }
              });
      drain.start();
      boolean ended = process.waitFor(millis, TimeUnit.MILLISECONDS);
      if (!ended) {
        process.destroyForcibly().waitFor();
      }
      drain.join();
      if (ended) {
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
      }
      return ended;
    } finally {
      Files.deleteIfExists(output);
    }
  }

  private static Map<String, String> contents(Path lake) {
    SparkSession session = TestLake.session(lake);
    Map<String, String> contents = new TreeMap<>();
    for (TableContract table : Contracts.load().list()) {
      List<String> columns =
          java.util.Arrays.stream(table.sparkSchema().fieldNames())
              .filter(column -> !LEFT_OUT.contains(column))
              .toList();
      if (!table.name().equals("ops.release")) {
        contents.put(
            table.name(),
            session
                .sql(
                    "SELECT count(*), sum(CAST(xxhash64(%s) AS DECIMAL(38, 0))) FROM %s"
                        .formatted(String.join(", ", columns), table.name()))
                .head()
                .toString());
      }
    }
    contents.put(
        "balanced",
        session.sql("SELECT bool_and(balanced) FROM ops.row_account").head().toString());
    return contents;
  }

  private static List<String> branches(Path lake) {
    var catalog = Spark3Util.loadIcebergCatalog(TestLake.session(lake), SparkSessions.CATALOG);
    return Contracts.load().list().stream()
        .flatMap(
            table ->
                catalog.loadTable(TableIdentifier.parse(table.name())).refs().keySet().stream())
        .filter(ref -> ref.startsWith("run_"))
        .toList();
  }
}
