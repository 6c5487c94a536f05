package org.riskcensus.pipeline.job.export;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The classes that the sheets of one county show. Zones, levels and coverage of all counties come
 * in one read, a county after the other, so that memory is bounded by a county.
 */
final class CountyClasses {

  private final String county;
  private final Map<MapTheme, Map<String, ClassAreas>> themes = new EnumMap<>(MapTheme.class);

  private CountyClasses(String county) {
    this.county = county;
  }

  /** Hands the counties of a release to {@code out}, by code. */
  static void each(Release release, Consumer<CountyClasses> out) {
    Dataset<Row> all =
        Stream.of(
                MapTheme.ZONE,
                MapTheme.LEVEL,
                MapTheme.FLOOD_ZONE,
                MapTheme.SUSCEPTIBILITY,
                MapTheme.COVERAGE)
            .filter(theme -> release.has(theme.table()))
            .map(theme -> rows(release, theme))
            .reduce(Dataset::union)
            .orElseThrow()
            .orderBy("county_code", "theme", "subject", "class", "area_id");
    CountyClasses county = null;
    for (Iterator<Row> rows = all.toLocalIterator(); rows.hasNext(); ) {
      Row row = rows.next();
      if (county == null || !county.county.equals(row.getString(0))) {
        if (county != null) {
          out.accept(county);
        }
        county = new CountyClasses(row.getString(0));
      }
      county.add(row);
    }
    if (county != null) {
      out.accept(county);
    }
  }

  private static Dataset<Row> rows(Release release, MapTheme theme) {
    return release
        .read(theme.table())
        .select(
            col("county_code"),
            lit(theme.name()).as("theme"),
            col(theme.subjectColumn()).as("subject"),
            col("class"),
            col("area_m2"),
            col("geometry"),
            col(theme.keyColumn()).as("area_id"));
  }

  private void add(Row row) {
    themes
        .computeIfAbsent(MapTheme.valueOf(row.getString(1)), theme -> new TreeMap<>())
        .computeIfAbsent(row.getString(2), subject -> new ClassAreas())
        .add(row.getString(3), row.getDouble(4), row.<byte[]>getAs(5));
  }

  String county() {
    return county;
  }

  /** The hazards that were assessed, as those that have zones; the services that are known. */
  List<String> subjects(MapTheme theme) {
    return new ArrayList<>(themes.getOrDefault(theme, Map.of()).keySet());
  }

  /** The classes of a map; none where the hazard reaches no place. */
  ClassAreas classes(MapTheme theme, String subject) {
    return themes.getOrDefault(theme, Map.of()).getOrDefault(subject, new ClassAreas());
  }
}
