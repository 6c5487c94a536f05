package org.riskcensus.pipeline.job.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.finding.Finding;
import org.riskcensus.formats.read.RowReader;
import org.riskcensus.formats.read.RowReaders;
import org.riskcensus.formats.read.SourceRow;
import org.riskcensus.pipeline.config.CensusDescription;
import org.riskcensus.pipeline.config.CensusDescriptionReader;
import org.riskcensus.pipeline.config.SourceDescription;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.FiledMapping;
import org.riskcensus.pipeline.contract.RowConformer;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * The files under {@code data-samples/}: what the generator makes, and wrong only where it says.
 */
class CommittedSampleTest {

  private static final Path SAMPLES = Path.of("..", "..", "data-samples");
  private static final Set<String> VALUE_RULES =
      Set.of("required", "type", "code", "range", "pattern");

  private final Contracts contracts = Contracts.load();

  @Test
  void theGeneratorMakesTheCommittedFilesByteForByte(@TempDir Path out) throws IOException {
    SampleJob.run(new SampleConfig(SampleConfig.COUNTIES, 1, SampleConfig.DEFAULT_SEED, out));
    Set<String> committed = new TreeSet<>(files(SAMPLES));
    committed.remove("README.md");
    assertThat(files(out)).isEqualTo(committed);
    List<String> differing = new ArrayList<>();
    for (String file : committed) {
      if (!content(out.resolve(file)).equals(content(SAMPLES.resolve(file)))) {
        differing.add(file);
      }
    }
    assertThat(differing).isEmpty();
  }

  @Test
  void theSampleIsSmall() throws IOException {
    long bytes = 0;
    for (String file : files(SAMPLES)) {
      bytes += Files.size(SAMPLES.resolve(file));
    }
    assertThat(bytes).isLessThan(10_000_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {2024, 2025})
  void rowsAreWrongExactlyWhereTheExpectedFindingsSay(int year) throws IOException {
    Problems problems = new Problems();
    CensusDescription census =
        CensusDescriptionReader.read(
            SAMPLES.resolve("census-" + year + ".yaml"), Map.of(), problems);
    assertThat(problems.list()).isEmpty();
    Set<String> found = new TreeSet<>();
    Map<String, Long> rows = new TreeMap<>();
    for (SourceDescription source : census.sources()) {
      rows.put(source.id(), audit(source, found));
    }
    assertThat(found).isEqualTo(expectedFindings(year));
    assertThat(rows).isEqualTo(expectedRows(year));
  }

  /** Judges values by the contract, geometry by validity, ids by having been seen. */
  private long audit(SourceDescription source, Set<String> found) throws IOException {
    FiledMapping mapping = new FiledMapping(source.columns(), source.values(), source.units());
    RowConformer conformer =
        RowConformer.of(contracts.get("staging." + source.dataset()), contracts, mapping);
    Map<Object, Long> ids = new HashMap<>();
    long rows = 0;
    try (RowReader reader = RowReaders.open(source.spec())) {
      while (reader.hasNext()) {
        SourceRow row = reader.next();
        rows++;
        long number = row.rowNumber();
        assertThat(number).isGreaterThanOrEqualTo(rows);
        assertThat(row.problem()).isNull();
        Map<String, String> values = new LinkedHashMap<>(row.attributes());
        source.constants().forEach((c, v) -> values.put(c, v.replace("{row}", "" + number)));
        String at = source.id() + "," + number + ",";
        for (Finding finding : conformer.conform(values).findings()) {
          found.add(at + finding.rule() + "," + finding.field());
        }
        Geometry geometry = row.geometry();
        if (geometry != null && !geometry.isValid()) {
          found.add(at + "geometry_invalid,geometry");
        }
        Object id = conformer.conform(values).byName().get("object_id");
        if (id != null && ids.put(id, number) != null) {
          found.add(at + "duplicate_key,object_id");
        }
      }
    }
    return rows;
  }

  private static Set<String> expectedFindings(int year) throws IOException {
    Set<String> expected = new TreeSet<>();
    for (String[] line : table("findings.csv", year)) {
      boolean judgedHere =
          VALUE_RULES.contains(line[3])
              || line[3].equals("geometry_invalid")
              || line[3].equals("duplicate_key");
      if (judgedHere) {
        expected.add(String.join(",", line[1], line[2], line[3], line[5]));
      }
    }
    return expected;
  }

  private static Map<String, Long> expectedRows(int year) throws IOException {
    Map<String, Long> expected = new TreeMap<>();
    for (String[] line : table("row_account.csv", year)) {
      long[] n = Arrays.stream(line).skip(2).mapToLong(Long::parseLong).toArray();
      assertThat(n[0]).as(line[1]).isEqualTo(n[1] + n[2] + n[3]);
      expected.put(line[1], n[0]);
    }
    return expected;
  }

  private static List<String[]> table(String name, int year) throws IOException {
    return Files.readAllLines(SAMPLES.resolve("expected").resolve(name), StandardCharsets.UTF_8)
        .stream()
        .filter(line -> line.startsWith(year + ","))
        .map(line -> line.split(",", -1))
        .toList();
  }

  private static Set<String> files(Path root) throws IOException {
    try (Stream<Path> found = Files.walk(root)) {
      return new TreeSet<>(
          found
              .filter(Files::isRegularFile)
              .map(file -> root.relativize(file).toString().replace('\\', '/'))
              .toList());
    }
  }

  /** The bytes; of a workbook those of its parts, since compression differs between machines. */
  private static List<String> content(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (!file.toString().endsWith(".xlsx")) {
      return List.of(new String(bytes, StandardCharsets.ISO_8859_1));
    }
    List<String> parts = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file);
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.add(entry.getName() + new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts;
  }
}
