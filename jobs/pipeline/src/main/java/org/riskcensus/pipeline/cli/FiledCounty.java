package org.riskcensus.pipeline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.riskcensus.formats.read.RowReader;
import org.riskcensus.formats.read.RowReaders;
import org.riskcensus.pipeline.config.SourceDescription;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.FiledMapping;
import org.riskcensus.pipeline.contract.TableContract;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * The county a single file belongs to: the one given, or the one all administrative codes in the
 * file begin with. A file of several counties needs a census description.
 */
final class FiledCounty {

  private static final String CODE = "admin_code";
  private static final int COUNTY_DIGITS = 6;

  private FiledCounty() {}

  /** The source placed in the county given. */
  static SourceDescription place(SourceDescription source, String county, Problems problems) {
    if (!county.matches("[0-9]{6}")) {
      problems.add("--county " + county, 0, "is not a six-digit code, such as 370321");
    }
    return in(source, county);
  }

  /** The source placed by its own codes; reads the file once. */
  static SourceDescription place(SourceDescription source, Problems problems) {
    Optional<TableContract> table = Contracts.load().find("staging." + source.dataset());
    Set<String> counties = new TreeSet<>();
    if (table.isPresent()) {
      try (RowReader rows = RowReaders.open(source.spec())) {
        counties.addAll(counties(rows, source, table.get()));
      } catch (IOException | UncheckedIOException e) {
        // What is wrong with the file is found and told by the check of the source that follows.
        return in(source, "000000");
      }
    }
    if (table.isPresent() && counties.size() != 1) {
      String found = counties.isEmpty() ? "no administrative code" : "codes of " + counties;
      problems.add(source.file(), 0, "the file has " + found + ": give --county");
    }
    return in(source, counties.size() == 1 ? counties.iterator().next() : "000000");
  }

  private static Set<String> counties(
      RowReader rows, SourceDescription source, TableContract table) {
    Set<String> counties = new TreeSet<>();
    String constant = source.constants().get(CODE);
    if (constant != null) {
      add(constant, counties);
      return counties;
    }
    FiledMapping mapping = new FiledMapping(source.columns(), Map.of(), Map.of());
    Optional<String> field =
        rows.fields().stream()
            .filter(f -> mapping.find(table, f).filter(c -> c.name().equals(CODE)).isPresent())
            .findFirst();
    while (field.isPresent() && rows.hasNext()) {
      add(rows.next().attributes().getOrDefault(field.get(), ""), counties);
    }
    return counties;
  }

  private static void add(String code, Set<String> counties) {
    if (code.strip().matches("[0-9]{12}")) {
      counties.add(code.strip().substring(0, COUNTY_DIGITS));
    }
  }

  private static SourceDescription in(SourceDescription source, String county) {
    return new SourceDescription(
        source.id(),
        source.dataset(),
        county,
        source.file(),
        source.spec(),
        source.columns(),
        source.values(),
        source.units(),
        source.constants(),
        source.line());
  }
}
