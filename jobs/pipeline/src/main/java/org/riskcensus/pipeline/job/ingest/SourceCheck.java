package org.riskcensus.pipeline.job.ingest;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.riskcensus.formats.crs.Crs;
import org.riskcensus.formats.read.RowReader;
import org.riskcensus.formats.read.RowReaders;
import org.riskcensus.formats.read.UnreadableFileException;
import org.riskcensus.pipeline.config.CensusDescription;
import org.riskcensus.pipeline.config.SourceDescription;
import org.riskcensus.pipeline.contract.ColumnContract;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.TableContract;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * Checks every source of a description against its file's header and its table's contract, before
 * any row is read: all problems of all sources are found in one pass.
 */
public final class SourceCheck {

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
                + " needs one; name the coordinate columns under options: {x: ..., y: ...}");
      }
      if (reader.hasGeometry() && reader.crs().isEmpty() && source.spec().crs() == null) {
        problem(source, "the file names no reference system; declare it, as in crs: EPSG:4548");
      }
    } catch (UnreadableFileException e) {
      problem(source, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      problem(source, source.file() + " cannot be read: " + e.getMessage());
    }
  }

  private void columns(SourceDescription source, TableContract contract, List<String> fields) {
    Set<String> filled = new TreeSet<>(source.constants().keySet());
    source
        .columns()
        .forEach(
            (field, column) -> {
              filled.add(column);
              if (!fields.contains(field)) {
                problem(
                    source,
                    "column mapping: the file has no field '" + field + "'; it has " + fields);
              }
            });
    for (String field : fields) {
      if (!source.columns().containsKey(field)) {
        contract.findColumn(field).ifPresent(column -> filled.add(column.name()));
      }
    }
    List<String> mapped = new ArrayList<>(filled);
    mapped.addAll(source.values().keySet());
    mapped.addAll(source.units().keySet());
    for (String column : new TreeSet<>(mapped)) {
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

  private void problem(SourceDescription source, String message) {
    problems.add(census.path(), source.line(), "source '" + source.id() + "': " + message);
  }
}
