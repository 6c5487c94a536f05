package org.riskcensus.pipeline.job.export;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.riskcensus.formats.map.ClassArea;
import org.riskcensus.formats.map.MapContent;
import org.riskcensus.formats.map.MapSheet;
import org.riskcensus.formats.map.MapSheetRenderer;
import org.riskcensus.formats.map.SheetText;
import org.riskcensus.pipeline.contract.Contracts;

/**
 * Map sheets of a release: for every county and hazard the four-colour map of risk levels (风险等级图)
 * and the prevention zoning map (防治区划图). They show classes and boundaries only; places of single
 * objects are restricted data and stay off the sheets.
 */
public final class MapExport {

  private static final String SOURCE = "县（区）自然灾害综合风险普查空间数据库";

  private final SparkSession spark;
  private final Contracts contracts;
  private final MapExportConfig config;

  /** Draws from the lake of a session. */
  public MapExport(SparkSession spark, Contracts contracts, MapExportConfig config) {
    this.spark = spark;
    this.contracts = contracts;
    this.config = config;
  }

  /** Draws all sheets; returns the files, by county. */
  public List<Path> run() throws IOException {
    Release release = new Release(spark, config.year());
    List<Path> files = new ArrayList<>();
    for (CountyBase base : CountyBase.list(release.read("staging.admin_unit"))) {
      Map<String, ClassAreas> zones = classes(release, MapTheme.ZONE, base);
      Map<String, ClassAreas> levels = classes(release, MapTheme.LEVEL, base);
      for (var zone : zones.entrySet()) {
        String hazard = zone.getKey();
        double county = zone.getValue().squareMetres();
        files.add(draw(base, MapTheme.ZONE, hazard, zone.getValue(), county));
        ClassAreas level = levels.getOrDefault(hazard, new ClassAreas());
        files.add(draw(base, MapTheme.LEVEL, hazard, level, county));
      }
    }
    return files;
  }

  private static Map<String, ClassAreas> classes(Release release, MapTheme theme, CountyBase base) {
    return ClassAreas.byHazard(
        release.read(theme.table()).where(col("county_code").equalTo(base.code())));
  }

  private Path draw(
      CountyBase base, MapTheme theme, String hazard, ClassAreas classes, double county)
      throws IOException {
    List<ClassArea> legend = classes.legend(theme, contracts.codeList(theme.codeList()), county);
    MapContent content =
        new MapContent(base.county().outline(), legend, base.townships(), List.of());
    String name =
        "%s_%s_%s.png".formatted(base.code(), hazard, theme.name().toLowerCase(Locale.ROOT));
    Path file = config.directory().resolve(name);
    MapSheetRenderer.write(file, new MapSheet(text(base, theme, hazard), content, config.paper()));
    return file;
  }

  private SheetText text(CountyBase base, MapTheme theme, String hazard) {
    String hazardName = contracts.codeList("risk_kind").get(hazard).zh();
    return new SheetText(
        theme.title(base.county().name(), hazard, hazardName),
        config.census() + "　" + config.year() + "年度",
        theme.legendTitle(),
        SOURCE,
        config.date(),
        "census-" + config.year(),
        config.synthetic());
  }
}
