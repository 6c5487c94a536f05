package org.riskcensus.pipeline.job.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.riskcensus.pipeline.config.CensusDescription;
import org.riskcensus.pipeline.config.CensusDescriptionReader;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.Rules;
import org.riskcensus.pipeline.lakehouse.Lake;
import org.riskcensus.pipeline.lakehouse.TestLake;
import org.riskcensus.pipeline.progress.Progress;
import org.riskcensus.pipeline.yaml.Problems;

/** A county of two townships with three shelters, one of them 3 km beside its township. */
final class TinyCensus {

  static final String COUNTY = "370321000000";
  static final String EAST = "370321101000";
  static final String WEST = "370321102000";

  private final Path directory;
  private final SparkSession spark;

  TinyCensus(Path directory) throws IOException {
    this.directory = directory;
    this.spark = TestLake.session(directory.resolve("lake"));
    write(
        "units.csv",
        "admin_code,name,level,parent_code,wkt",
        unit(COUNTY, "县", "county", "", 118.00, 118.10),
        unit(WEST, "西镇", "township", COUNTY, 118.00, 118.05),
        unit(EAST, "东镇", "township", COUNTY, 118.05, 118.10));
    shelters("H1," + EAST, "H2," + EAST, "H3," + EAST);
  }

  private static String unit(
      String code, String name, String level, String parent, double west, double east) {
    double middle = level.equals("county") ? 118.05 : west;
    return ("%s,%s,%s,%s,\"POLYGON((%5$s 36.9,%7$s 36.9,%6$s 36.9,%6$s 37,%7$s 37,%5$s 37,"
            + "%5$s 36.9))\"")
        .formatted(code, name, level, parent, west, east, middle);
  }

  /** Files three shelters, each {@code id,unit}; the third lies in the west. */
  void shelters(String first, String second, String third) throws IOException {
    write(
        "shelters.csv",
        "object_id,admin_code,name,area_m2,capacity_persons,lon,lat",
        first + ",一中,5000,2000,118.08,36.95",
        second + ",二中,800,2000,118.06,36.92",
        third + ",三中,6000,2500,118.01,36.95");
  }

  private void write(String name, String... lines) throws IOException {
    Files.writeString(directory.resolve(name), String.join("\n", lines) + "\n");
  }

  /** Describes the census with these terms of quality. */
  CensusDescription describe(String... quality) throws IOException {
    Path file = directory.resolve("census.yaml");
    String text =
        """
        census: tiny
        year: 2025
        logical_date: 2025-12-31
        counties: ["370321"]
        quality:
          max_quarantined_share: 0.5
        %s
        sources:
          - {id: units, dataset: admin_unit, county: "370321", file: units.csv, crs: EPSG:4490}
          - {id: shelters, dataset: shelter, county: "370321", file: shelters.csv, crs: EPSG:4490, received: 2025-12-05}
        """
            .formatted(String.join("\n", quality).indent(2).stripTrailing());
    Files.writeString(file, text);
    Problems problems = new Problems();
    CensusDescription census = CensusDescriptionReader.read(file, Map.of(), problems);
    QualityTermsCheck.check(census, Contracts.load(), Rules.load(), problems);
    problems.refuse();
    return census;
  }

  /** Ingests and publishes as the run of this id. */
  void ingest(String run, CensusDescription census) {
    ingest(run, IngestConfig.of(census, Contracts.load()));
  }

  /** Ingests the file of shelters once more, alone, as another source. */
  void ingestSheltersAlone(String run, String source) throws IOException {
    Path file = directory.resolve("alone.yaml");
    String all = Files.readString(directory.resolve("census.yaml"));
    String units = all.lines().filter(line -> line.contains("id: units")).findFirst().orElseThrow();
    Files.writeString(file, all.replace(units + "\n", "").replace("id: shelters", "id: " + source));
    Problems problems = new Problems();
    CensusDescription alone = CensusDescriptionReader.read(file, Map.of(), problems);
    problems.refuse();
    ingest(run, IngestConfig.of(alone, Contracts.load()).onlyItsSource());
  }

  /** Ingests two files of shelters as those of the sources {@code shelters} and {@code others}. */
  void ingestTwo(String run, String ofShelters, String ofOthers) throws IOException {
    describe();
    Path file = directory.resolve("two.yaml");
    String one = Files.readString(directory.resolve("census.yaml"));
    String line = one.lines().filter(l -> l.contains("id: shelters")).findFirst().orElseThrow();
    String other = line.replace("id: shelters", "id: others").replace("shelters.csv", ofOthers);
    Files.writeString(file, one.replace("shelters.csv", ofShelters) + other + "\n");
    Problems problems = new Problems();
    CensusDescription two = CensusDescriptionReader.read(file, Map.of(), problems);
    problems.refuse();
    ingest(run, two);
  }

  private void ingest(String run, IngestConfig config) {
    Lake lake = TestLake.open(spark, run, "370321");
    new IngestJob(lake, config, Progress.SILENT).run();
    lake.publish();
  }

  SparkSession spark() {
    return spark;
  }

  List<Row> sql(String statement) {
    return spark.sql(statement).collectAsList();
  }

  List<String> told(String statement) {
    return sql(statement).stream().map(row -> row.mkString(" ")).toList();
  }
}
