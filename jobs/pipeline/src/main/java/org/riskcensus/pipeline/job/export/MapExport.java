package org.riskcensus.pipeline.job.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.riskcensus.formats.map.ClassArea;
import org.riskcensus.formats.map.MapContent;
import org.riskcensus.formats.map.MapSheet;
import org.riskcensus.formats.map.MapSheetRenderer;
import org.riskcensus.formats.map.SheetText;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.lakehouse.SideBySide;
import org.riskcensus.pipeline.words.MapPhrases;

/**
 * Map sheets of a release: for every county and hazard the four-colour map of risk levels (风险等级图)
 * and the prevention zoning map (防治区划图), the zoning of floods (洪水区划图), susceptibility (易发性分区图)
 * where it was computed, and what shelters and stations cover (覆盖图). They show classes and
 * boundaries only; places of single objects are restricted data and stay off the sheets.
 */
public final class MapExport {

  private final SparkSession spark;
  private final Contracts contracts;
  private final MapExportConfig config;
  private final MapPhrases phrases;

  /** Draws from the lake of a session. */
  public MapExport(SparkSession spark, Contracts contracts, MapExportConfig config) {
    this.spark = spark;
    this.contracts = contracts;
    this.config = config;
    this.phrases = MapPhrases.in(config.language(), contracts);
  }

  /** Draws all sheets, a county's side by side; returns the files, by county. */
  public List<Path> run() {
    return run(county -> true);
  }

  /** Draws the sheets of the counties whose six-digit code is wanted. */
  public List<Path> run(Predicate<String> wanted) {
    Release release = new Release(spark, config.year());
    Contracts released = release.contracts(contracts);
    Map<String, CountyBase> bases =
        CountyBase.list(release.read("staging.admin_unit")).stream()
            .collect(Collectors.toMap(CountyBase::code, base -> base));
    DrawnServices drawn =
        DrawnServices.of(release.tag(), release.kept(DrawnServices.FILE), contracts);
    List<Path> files = new ArrayList<>();
    CountyClasses.each(
        release,
        county -> {
          CountyBase base = bases.get(county.county());
          if (base != null && wanted.test(county.county())) {
            Set<String> services = drawn.in(county.county());
            SideBySide.all(sheets(base, county, released, services)).forEach(files::addAll);
          }
        });
    return files;
  }

  private List<Callable<List<Path>>> sheets(
      CountyBase base, CountyClasses county, Contracts released, Set<String> drawn) {
    List<Callable<List<Path>>> sheets = new ArrayList<>();
    for (String hazard : county.subjects(MapTheme.ZONE)) {
      double area = county.classes(MapTheme.ZONE, hazard).squareMetres();
      for (MapTheme theme : List.of(MapTheme.ZONE, MapTheme.LEVEL)) {
        List<ClassArea> legend =
            county.classes(theme, hazard).legend(theme, released, phrases, area);
        sheets.add(() -> draw(base, theme, hazard, legend));
      }
    }
    for (String hazard : county.subjects(MapTheme.FLOOD_ZONE)) {
      double area = county.classes(MapTheme.ZONE, hazard).squareMetres();
      List<ClassArea> legend =
          county
              .classes(MapTheme.FLOOD_ZONE, hazard)
              .legend(MapTheme.FLOOD_ZONE, released, phrases, area);
      sheets.add(() -> draw(base, MapTheme.FLOOD_ZONE, hazard, legend));
    }
    for (String hazard : county.subjects(MapTheme.SUSCEPTIBILITY)) {
      ClassAreas classes = county.classes(MapTheme.SUSCEPTIBILITY, hazard);
      List<ClassArea> legend =
          classes.legend(MapTheme.SUSCEPTIBILITY, released, phrases, classes.squareMetres());
      sheets.add(() -> draw(base, MapTheme.SUSCEPTIBILITY, hazard, legend));
    }
    for (String service : county.subjects(MapTheme.COVERAGE)) {
      ClassAreas classes = county.classes(MapTheme.COVERAGE, service);
      if (drawn.contains(service)) {
        List<ClassArea> legend =
            classes.legend(MapTheme.COVERAGE, released, phrases, classes.squareMetres());
        sheets.add(() -> draw(base, MapTheme.COVERAGE, service, legend));
      }
    }
    return sheets;
  }

  /** The sheet as image and as PDF. */
  private List<Path> draw(CountyBase base, MapTheme theme, String subject, List<ClassArea> legend)
      throws IOException {
    MapContent content =
        new MapContent(base.county().outline(), legend, base.townships(), List.of());
    MapSheet sheet = new MapSheet(text(base, theme, subject), content, config.paper());
    String name =
        "%s_%s_%s%s".formatted(base.code(), subject, theme.code(), config.language().suffix());
    List<Path> files =
        Stream.of(".png", ".pdf").map(end -> config.directory().resolve(name + end)).toList();
    for (Path file : files) {
      MapSheetRenderer.write(file, sheet);
    }
    return files;
  }

  private SheetText text(CountyBase base, MapTheme theme, String subject) {
    String name =
        theme == MapTheme.COVERAGE
            ? phrases.name(theme.subjects(), subject)
            : phrases.hazard(subject);
    return phrases.sheet(
        theme.code(),
        base.county().name(),
        name,
        phrases.subtitle(config.census(), config.year()),
        new MapPhrases.Imprint(config.date(), "census-" + config.year(), config.synthetic()));
  }
}
