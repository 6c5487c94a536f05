package org.riskcensus.pipeline.job.assess.change;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.core.risk.RiskKind;
import org.riskcensus.formats.map.ClassArea;
import org.riskcensus.formats.map.LevelChange;
import org.riskcensus.formats.map.MapColour;
import org.riskcensus.formats.map.MapContent;
import org.riskcensus.formats.map.MapSheet;
import org.riskcensus.formats.map.MapSheetRenderer;
import org.riskcensus.formats.map.NamedArea;
import org.riskcensus.formats.map.Paper;
import org.riskcensus.formats.map.SheetText;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.Language;
import org.riskcensus.pipeline.lakehouse.ReleaseRun;
import org.riskcensus.pipeline.words.MapPhrases;

/** Change maps 变化图: a sheet a county with the areas whose level rose, fell, came or went. */
final class ChangeMaps {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final double NO_REST = 1e-6;

  private final Changes changes;
  private final MapPhrases phrases;
  private final String hazard;

  ChangeMaps(Changes changes, Contracts contracts, Language language) {
    this.changes = changes;
    this.phrases = MapPhrases.in(language, contracts);
    this.hazard = changes.config().hazard().orElse(RiskKind.COMPREHENSIVE);
  }

  /**
   * Draws the sheets; where there are several counties their codes are added to the name. The areas
   * of all are made at once and taken county by county, as one sheet shows no more.
   */
  List<Path> draw(Path file) throws IOException {
    Dataset<Row> areas =
        ChangeAreas.shown(changes, hazard).localCheckpoint(true, StorageLevel.MEMORY_AND_DISK());
    List<String> counties =
        changes
            .cells()
            .where(col("hazard").equalTo(hazard))
            .select("county_code")
            .distinct()
            .orderBy("county_code")
            .as(Encoders.STRING())
            .collectAsList();
    List<Path> files = new ArrayList<>();
    for (String county : counties) {
      Path sheet = counties.size() == 1 ? file : withCode(file, county);
      List<Row> own = areas.where(col("county_code").equalTo(county)).collectAsList();
      MapSheetRenderer.write(sheet, sheet(county, own));
      files.add(sheet);
    }
    return files;
  }

  private static Path withCode(Path file, String code) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return file.resolveSibling(name.substring(0, dot) + "_" + code + name.substring(dot));
  }

  private MapSheet sheet(String county, List<Row> areas) {
    List<Row> units =
        changes
            .to()
            .read("staging.admin_unit")
            .where(col("county_code").equalTo(county).and(col("geometry").isNotNull()))
            .where(col("level").notEqual("village"))
            .orderBy("admin_code")
            .collectAsList();
    NamedArea outline = named(units, "county").get(0);
    MapContent content =
        new MapContent(
            outline.outline(),
            legend(areas, squareMetres(county)),
            named(units, "township"),
            List.of());
    return new MapSheet(text(county, outline.name()), content, Paper.A4);
  }

  private static List<NamedArea> named(List<Row> units, String level) {
    return units.stream()
        .filter(unit -> unit.getAs("level").equals(level))
        .map(unit -> new NamedArea(unit.getAs("name"), Wkb.read(unit.<byte[]>getAs("geometry"))))
        .toList();
  }

  private double squareMetres(String county) {
    return changes
        .to()
        .read("marts.cell_exposure")
        .where(col("county_code").equalTo(county))
        .agg(sum("area_m2"))
        .first()
        .getDouble(0);
  }

  /** Every change in the order of the legend, and the rest, which the hazard does not reach. */
  private List<ClassArea> legend(List<Row> areas, double countySquareMetres) {
    Map<LevelChange, List<Polygon>> polygons = new EnumMap<>(LevelChange.class);
    Map<LevelChange, Double> squareMetres = new EnumMap<>(LevelChange.class);
    for (Row row : areas) {
      LevelChange change =
          LevelChange.valueOf(row.<String>getAs("change").toUpperCase(java.util.Locale.ROOT));
      squareMetres.merge(change, row.<Double>getAs("area_m2"), Double::sum);
      for (Object part : PolygonExtracter.getPolygons(Wkb.read(row.<byte[]>getAs("geometry")))) {
        polygons.computeIfAbsent(change, c -> new ArrayList<>()).add((Polygon) part);
      }
    }
    List<ClassArea> legend = new ArrayList<>();
    for (LevelChange change : LevelChange.values()) {
      if (change == LevelChange.NOT_COMPARABLE && !squareMetres.containsKey(change)) {
        continue;
      }
      Polygon[] parts = polygons.getOrDefault(change, List.of()).toArray(Polygon[]::new);
      legend.add(
          new ClassArea(
              phrases.name("level_change", change.code()),
              change.colour(),
              GEOMETRY.createMultiPolygon(parts),
              squareMetres.getOrDefault(change, 0.0) / 1e6));
    }
    double shown = squareMetres.values().stream().mapToDouble(Double::doubleValue).sum();
    double rest = countySquareMetres - shown;
    if (rest > NO_REST * countySquareMetres) {
      legend.add(new ClassArea(phrases.outside(), MapColour.OUTSIDE, null, rest / 1e6));
    }
    return legend;
  }

  private SheetText text(String county, String countyName) {
    ReleaseRun run = changes.to().tables().findRun(county).orElseThrow();
    return phrases.sheet(
        "change",
        countyName,
        phrases.hazard(hazard),
        phrases.subtitle(run.title(), changes.config().from(), changes.config().to()),
        new MapPhrases.Imprint(
            run.date(),
            changes.from().tables().tag() + " → " + changes.to().tables().tag(),
            run.synthetic()));
  }
}
