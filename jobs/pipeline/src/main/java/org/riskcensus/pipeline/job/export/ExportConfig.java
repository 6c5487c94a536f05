package org.riskcensus.pipeline.job.export;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.riskcensus.formats.crs.Crs;
import org.riskcensus.formats.write.LayerWriters;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.Language;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.contract.TableContract;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * Which rows of which table go to which file.
 *
 * @param table such as {@code marts.zone}
 * @param where SQL condition on its columns
 * @param year release of that census year; empty takes the rows of all years as they are now
 * @param crs reference system of the geometry in the file, such as {@code EPSG:4548}
 * @param out the file; its extension decides the format
 * @param legend language of the style that maps carry; empty writes none
 */
public record ExportConfig(
    String table,
    Optional<String> where,
    OptionalInt year,
    String crs,
    Path out,
    Optional<Language> legend) {

  /** Geometry as the lake keeps it. */
  public static final String LAKE_CRS = "EPSG:4490";

  /** All rows of one release, coordinates as they are, with a Chinese legend. */
  public static ExportConfig of(String table, int year, Path out) {
    return new ExportConfig(
        table, Optional.empty(), OptionalInt.of(year), LAKE_CRS, out, Optional.of(Language.ZH));
  }

  /** Adds everything that is wrong, before Spark is started. */
  public void check(Contracts contracts, Problems problems) {
    Optional<TableContract> contract = contracts.find(table);
    if (contract.isEmpty()) {
      problems.add(
          "--table",
          0,
          "there is no table %s; `sql \"SHOW TABLES IN marts\"`%s"
              .formatted(table, SchemaFiles.whereOwnAre()));
    } else if (year.isPresent() && contract.get().find("census_year").isEmpty()) {
      problems.add("--year", 0, table + " is not kept by census year");
    }
    if (Crs.find(crs).isEmpty()) {
      problems.add("--crs", 0, crs + " is no known reference system; write EPSG:4548");
    }
    if (!LayerWriters.writes(out)) {
      problems.add("--out", 0, out + ": use one of " + LayerWriters.extensions());
    }
  }
}
