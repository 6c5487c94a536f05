package org.riskcensus.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.riskcensus.pipeline.job.maintain.MaintainJob;
import org.riskcensus.pipeline.lakehouse.SparkSessions;
import org.riskcensus.pipeline.lakehouse.TestLake;
import org.riskcensus.pipeline.progress.Progress;

/**
 * An ingest killed (SIGKILL) at a random moment and started again leaves what an undisturbed one
 * leaves: equal tables, balanced accounts, no branch. Each lake is killed twice, while it takes in
 * its first files and while a corrected file takes the place of one. The moment is a share of the
 * processor time of the undisturbed run, which is the same on a busy machine and an idle one.
 */
@Tag("long")
class KilledIngestsTest {

  private static final int KILLS = Integer.getInteger("census.kills", 50);
  private static final long POLL_MILLIS = 10;
  private static final List<String> LEFT_OUT =
      List.of("input_snapshots", "attributes", "run_id", "file");

  private final Random random = new Random(Long.getLong("census.kills.seed", 7));
  private final Map<String, Integer> killedAfter = new TreeMap<>();
  private int kills;

  @TempDir Path directory;

  @Test
  void killedAtAnyMomentAndStartedAgainItIsAsIfNothingHadHappened() throws Exception {
    Path undisturbed = directory.resolve("undisturbed");
    List<Path> filings = List.of(census("filed", "-10"), census("corrected", "12"));
    List<Duration> wholes = new ArrayList<>();
    List<Map<String, String>> expected = new ArrayList<>();
    for (Path filing : filings) {
      wholes.add(ingest(filing, undisturbed, Duration.ofDays(1)).orElseThrow());
      expected.add(contents(undisturbed));
    }
    assertThat(expected.get(0)).isNotEqualTo(expected.get(1));

    for (int lake = 0; kills < KILLS; lake++) {
      Path place = directory.resolve("lake-" + lake);
      for (int i = 0; i < filings.size(); i++) {
        // the first third of a run is the start of its process, which leaves no trace
        Duration third = wholes.get(i).dividedBy(3);
        Duration moment = third.plusMillis(random.nextLong(third.toMillis() * 2));
        kills += ingest(filings.get(i), place, moment).isPresent() ? 0 : 1;
        CensusRun.check(filings.get(i), Map.of(), Progress.SILENT)
            .execute(TestLake.session(place), Step.INGEST, Step.INGEST, directory);
        assertThat(contents(place)).as(place + " " + moment).isEqualTo(expected.get(i));
        MaintainJob.run(
            TestLake.session(place), Contracts.load(), Instant.parse("2100-01-01T00:00:00Z"));
        assertThat(branches(place)).as(place + " " + moment).isEmpty();
        assertThat(contents(place)).as(place + " maintained").isEqualTo(expected.get(i));
      }
      System.out.printf("equal after %d kills; last words: %s%n", kills, killedAfter);
    }
  }

  private Path census(String name, String value) throws IOException {
    Files.writeString(
        directory.resolve("units.geojson"),
        """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"admin_code":"370321000000","name":"桓台县","level":"county"},
         "geometry":{"type":"Polygon","coordinates":[[[118,36.9],[118.2,36.9],[118.2,37.1],[118,37.1],[118,36.9]]]}}]}
        """);
    Files.writeString(
        directory.resolve(name + ".csv"),
        """
        object_id,admin_code,structure,floors,floor_area_m2,use,value_wan,lon,lat
        B1,370321000000,adobe,1,100,dwelling,10,118.1,37.0
        B2,370321000000,adobe,1,100,dwelling,%s,118.1,37.0
        B1,370321000000,adobe,2,100,dwelling,10,118.1,37.0
        B3,370321000000,adobe,1,100,dwelling,10,119.1,37.0
        """
            .formatted(value));
    return Files.writeString(
        directory.resolve(name + ".yaml"),
        """
        census: tiny
        year: 2025
        logical_date: 2025-12-31
        counties: ["370321"]
        quality: {max_quarantined_share: 1}
        sources:
          - {id: units, dataset: admin_unit, county: "370321", file: units.geojson, crs: EPSG:4490}
          - {id: buildings, dataset: building, county: "370321", file: %s.csv, crs: EPSG:4490}
        """
            .formatted(name));
  }

  /** The processor time of an ingest; empty when it was killed, having used up its own. */
  private Optional<Duration> ingest(Path description, Path lake, Duration allowed)
      throws IOException, InterruptedException {
    Path output = directory.resolve("output.log");
    Process process =
        CensusProcess.start(output, "ingest", description.toString(), "--lake", lake.toString());
    Duration used = Duration.ZERO;
    while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
      used = process.info().totalCpuDuration().orElse(used);
      if (used.compareTo(allowed) > 0) {
        process.destroyForcibly().waitFor();
        killedAfter.merge(lastWords(output), 1, Integer::sum);
        return Optional.empty();
      }
    }
    assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    return Optional.of(used);
  }

  /** The table that was told last to be written. */
  private static String lastWords(Path output) throws IOException {
    List<String> tables =
        Files.readAllLines(output).stream()
            .filter(line -> line.matches(" +ingest +\\S+[.]\\S+ .*"))
            .map(line -> line.trim().split(" +")[1])
            .toList();
    return tables.isEmpty() ? "-" : tables.get(tables.size() - 1);
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
