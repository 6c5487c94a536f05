package org.riskcensus.pipeline.job.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.formats.crs.Crs;
import org.riskcensus.formats.crs.CrsGuess;
import org.riskcensus.formats.read.RowReader;
import org.riskcensus.formats.read.RowReaders;
import org.riskcensus.formats.read.UnreadableFileException;
import org.riskcensus.pipeline.config.CensusDescription;
import org.riskcensus.pipeline.config.SourceDescription;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.FindingWords;
import org.riskcensus.pipeline.contract.Language;
import org.riskcensus.pipeline.contract.Rules;
import org.riskcensus.pipeline.contract.TableContract;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * Checks every source of a description against its file's header and its table's contract, before
 * any row is read: all problems of all sources are found in one pass.
 */
public final class SourceCheck {

  private static final int LOOKED_AT = 100;
  private static final String ANY_CRS = "declare it, such as EPSG:4548";

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
      problem(source, contracts.noDataset(source.dataset()));
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
      ColumnsCheck.check(source, contract, reader.fields()).forEach(m -> problem(source, m));
      boolean needsGeometry = contract.geometry().required();
      if (needsGeometry && !reader.hasGeometry()) {
        problem(
            source,
            "the file has no geometry but "
                + contract.name()
                + " needs one; name its coordinate columns, by --option x=FIELD --option y=FIELD or"
                + " in a description under options: {x: ..., y: ...}; it has "
                + ColumnsCheck.told(reader.fields()));
      }
      if (contract.geometry().present() && reader.hasGeometry() && reader.crs().isEmpty()) {
        problem(
            source,
            "the file names no reference system (--crs on the command line, crs: in a description);"
                + " "
                + declaration(reader, source.dataset()));
      }
    } catch (UnreadableFileException e) {
      problem(source, String.valueOf(e.getMessage()));
    } catch (IOException | UncheckedIOException e) {
      problem(source, source.file() + " cannot be read: " + e.getMessage());
    }
  }

  /** How to declare a system, by the first position of the file where it tells one. */
  private String declaration(RowReader reader, String dataset) {
    FindingWords english = FindingWords.of(Rules.ofProject(), contracts, Language.EN);
    return place(reader)
        .flatMap(CrsGuess::of)
        .map(guess -> english.say(GeometryConformer.advice(guess), dataset))
        .orElse(ANY_CRS);
  }

  private static Optional<Coordinate> place(RowReader reader) {
    for (int rows = 0; rows < LOOKED_AT && reader.hasNext(); rows++) {
      Geometry geometry = reader.next().geometry();
      if (geometry != null && !geometry.isEmpty()) {
        return Optional.of(geometry.getCoordinate());
      }
    }
    return Optional.empty();
  }

  private void problem(SourceDescription source, String message) {
    problems.add(census.path(), source.line(), "source '" + source.id() + "': " + message);
  }
}
