package org.riskcensus.pipeline.job.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.formats.crs.Crs;
import org.riskcensus.formats.crs.CrsGuess;
import org.riskcensus.formats.read.RowReader;
import org.riskcensus.formats.read.RowReaders;
import org.riskcensus.formats.read.UnreadableFileException;
import org.riskcensus.pipeline.config.CensusDescription;
import org.riskcensus.pipeline.config.SourceDescription;
import org.riskcensus.pipeline.contract.ColumnContract;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.FiledMapping;
import org.riskcensus.pipeline.contract.TableContract;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * Checks every source of a description against its file's header and its table's contract, before
 * any row is read: all problems of all sources are found in one pass.
 */
public final class SourceCheck {

  private static final int LOOKED_AT = 100;
  private static final String ANY_CRS = "crs: EPSG:4548";

  private final CensusDescription census;
  private final Contracts contracts;
  private final Problems problems;

  private SourceCheck(CensusDescription census, Contracts contracts, Problems problems) {
    this.census = census;
    this.contracts = contracts;
    this.problems = problems;
  }

  /** Adds what is wrong with the sources of {@code census} to {@code problems}. */
  public static void check(CensusDescription census, Contracts contracts, Problems problems) {
    SourceCheck check = new SourceCheck(census, contracts, problems);
    census.sources().forEach(check::check);
  }

  private void check(SourceDescription source) {
    Optional<TableContract> contract = contracts.find("staging." + source.dataset());
    if (contract.isEmpty()) {
      Set<String> known =
          contracts.list("staging").stream()
              .map(TableContract::simpleName)
              .collect(Collectors.toCollection(TreeSet::new));
      problem(source, "there is no dataset '" + source.dataset() + "'; datasets are " + known);
    }
    declared(source);
    Path file = Path.of(source.spec().path());
    if (!Files.isRegularFile(file)) {
      problem(source, "there is no file " + source.file());
      return;
    }
    contract.ifPresent(table -> open(source, table));
  }

  private void declared(SourceDescription source) {
    String charset = source.spec().charset();
    if (charset != null && !isCharset(charset)) {
      problem(source, "charset '" + charset + "' is not known; write GB18030, GBK or UTF-8");
    }
    String crs = source.spec().crs();
    if (crs != null && Crs.find(crs).isEmpty()) {
      problem(source, "crs '" + crs + "' is not known; write a code such as EPSG:4548");
    }
  }

  private static boolean isCharset(String name) {
    try {
      return Charset.isSupported(name);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private void open(SourceDescription source, TableContract contract) {
    try (RowReader reader = RowReaders.open(source.spec())) {
      columns(source, contract, reader.fields());
      boolean needsGeometry = contract.geometry().required();
      if (needsGeometry && !reader.hasGeometry()) {
        problem(
            source,
            "the file has no geometry but "
                + contract.name()
                + " needs one; name the coordinate columns under options: {x: ..., y: ...}, it has "
                + reader.fields());
      }
      if (contract.geometry().present() && reader.hasGeometry() && reader.crs().isEmpty()) {
        problem(source, "the file names no reference system; declare it, as in " + likely(reader));
      }
    } catch (UnreadableFileException e) {
      problem(source, String.valueOf(e.getMessage()));
    } catch (IOException | UncheckedIOException e) {
      problem(source, source.file() + " cannot be read: " + e.getMessage());
    }
  }

  /** The declaration that would fit the first position of the file. */
  private static String likely(RowReader reader) {
    for (int rows = 0; rows < LOOKED_AT && reader.hasNext(); rows++) {
      Geometry geometry = reader.next().geometry();
      if (geometry != null && !geometry.isEmpty()) {
        Coordinate place = geometry.getCoordinate();
        return CrsGuess.of(place).map(CrsGuess::advice).orElse(ANY_CRS);
      }
    }
    return ANY_CRS;
  }

  private void columns(SourceDescription source, TableContract contract, List<String> fields) {
    mappings(source, contract, fields);
    Set<String> filled = filled(source, contract, fields);
    Set<String> mapped = new TreeSet<>(filled);
    mapped.addAll(source.values().keySet());
    mapped.addAll(source.units().keySet());
    for (String column : mapped) {
      if (contract.filedColumns().stream().noneMatch(c -> c.name().equals(column))) {
        problem(source, contract.name() + " has no column '" + column + "' that can be filed");
      }
    }
    for (ColumnContract column : contract.filedColumns()) {
      if (column.required() && !filled.contains(column.name())) {
        problem(
            source,
            "no field for the mandatory column '"
                + column.name()
                + "' ("
                + column.label()
                + "); map one under columns:, the file has "
                + fields);
      }
    }
  }

  private static Set<String> filled(
      SourceDescription source, TableContract contract, List<String> fields) {
    Set<String> filled = new TreeSet<>(source.constants().keySet());
    filled.addAll(source.columns().values());
    for (String field : fields) {
      if (!source.columns().containsKey(field)) {
        contract.findColumn(field).ifPresent(column -> filled.add(column.name()));
      }
    }
    return filled;
  }

  /** Every field that the description names must be there, and no two may claim one column. */
  private void mappings(SourceDescription source, TableContract contract, List<String> fields) {
    for (String field : source.columns().keySet()) {
      unlessPresent(source, "column mapping", field, fields);
    }
    ConstantText.of(source.constants())
        .forEach(
            (column, text) ->
                text.fields().forEach(f -> unlessPresent(source, "constant " + column, f, fields)));
    FiledMapping mapping = new FiledMapping(source.columns(), Map.of(), Map.of());
    mapping
        .ambiguous(contract, fields)
        .forEach(
            (column, claims) -> {
              claims.removeIf(field -> !source.columns().containsKey(field.strip()));
              if (claims.size() != 1) {
                problem(
                    source,
                    "several fields stand for the column '"
                        + column
                        + "'; map the one that is meant under columns:, or rename the others");
              }
            });
  }

  private void unlessPresent(
      SourceDescription source, String where, String field, List<String> fields) {
    if (!fields.contains(field)) {
      problem(source, where + ": the file has no field '" + field + "'; it has " + fields);
    }
  }

  private void problem(SourceDescription source, String message) {
    problems.add(census.path(), source.line(), "source '" + source.id() + "': " + message);
  }
}
