package org.riskcensus.pipeline.job.expectedloss;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.hazard.Curve;
import org.riskcensus.core.raster.GridFrame;
import org.riskcensus.formats.read.RasterGrid;
import org.riskcensus.formats.read.SourceHeader;
import org.riskcensus.formats.read.UnreadableFileException;
import org.riskcensus.formats.write.LayerWriters;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * A request held against the headers of its files before any work: every problem of every file is
 * found in one pass.
 *
 * @param task what the tasks do
 * @param out the file to write
 * @param crs reference system of the assets; null where no file names one
 * @param notes what was assumed, for the user
 */
public record ExpectedLossPlan(LossTask task, Path out, @Nullable String crs, List<String> notes) {

  /**
   * Checks a request.
   *
   * @param problems found already
   * @throws org.riskcensus.pipeline.yaml.DefinitionException with every problem
   */
  public static ExpectedLossPlan of(ExpectedLossConfig config, Problems problems) {
    return new Check(config, problems).plan();
  }

  private static final class Check {

    private final ExpectedLossConfig config;
    private final Problems problems;
    private final List<String> notes = new ArrayList<>();
    private final GridSystems systems;

    Check(ExpectedLossConfig config, Problems problems) {
      this.config = config;
      this.problems = problems;
      this.systems = new GridSystems(problems, notes);
    }

    ExpectedLossPlan plan() {
      checkOut();
      List<GridFrame> frames = grids();
      Map<String, Curve> curves = DamageCurves.read(config.curves(), problems);
      Optional<SourceHeader> header = header();
      List<String> fields = header.map(SourceHeader::fields).orElse(List.of());
      AssetFields named = header.isPresent() ? fields(fields) : config.fields();
      String curve = named.curve() == null ? curve(curves) : null;
      GridSystems.Resolved systems =
          this.systems.resolve(config.assets().path(), header.flatMap(SourceHeader::crs), fields);
      if (systems.assets() == null && !isCsv()) {
        problems.add("--out", 0, "no file names a reference system to write; give --crs EPSG:N");
      }
      problems.refuse();
      LossTask task =
          new LossTask(
              config.assets(),
              named,
              config.hazards(),
              curves,
              curve,
              config.method(),
              systems.toGrid(),
              frames.get(0));
      return new ExpectedLossPlan(task, config.out(), systems.assets(), List.copyOf(notes));
    }

    private boolean isCsv() {
      return LossLayer.isCsv(config.out());
    }

    private void checkOut() {
      if (!LayerWriters.writes(config.out())) {
        problems.add("--out", 0, config.out() + ": use one of " + LayerWriters.extensions());
      }
      Map<Double, String> seen = new LinkedHashMap<>();
      for (HazardSource hazard : config.hazards()) {
        String before = seen.put(hazard.years(), hazard.label());
        if (before != null) {
          problems.add("--hazard", 0, "return period " + hazard.label() + " is given twice");
        }
      }
    }

    private List<GridFrame> grids() {
      List<GridFrame> frames = new ArrayList<>();
      for (HazardSource hazard : config.hazards()) {
        String file = hazard.spec().path();
        try (RasterGrid grid = RasterGrid.open(hazard.spec())) {
          frames.add(grid.frame());
          systems.addGrid(file, grid.crs());
        } catch (UnreadableFileException e) {
          problems.add(file, 0, FileProblem.reason(hazard.spec(), e));
        } catch (IOException e) {
          problems.add(file, 0, "cannot be read: " + e.getMessage());
        }
      }
      return frames;
    }

    private Optional<SourceHeader> header() {
      String file = config.assets().path();
      try {
        SourceHeader header = SourceHeader.of(config.assets());
        if (!header.hasGeometry()) {
          problems.add(
              file,
              0,
              "has no geometry; name its coordinate columns: --option x=FIELD --option y=FIELD"
                  + ", or --option wkt=FIELD; it has "
                  + header.fields());
        }
        return Optional.of(header);
      } catch (UnreadableFileException e) {
        problems.add(file, 0, FileProblem.reason(config.assets(), e));
        return Optional.empty();
      }
    }

    private AssetFields fields(List<String> fields) {
      AssetFields asked = config.fields();
      String id = asked.id();
      return new AssetFields(
          id == null
              ? FieldNames.find(fields, "object_id")
                  .or(() -> FieldNames.find(fields, "id"))
                  .orElse(null)
              : field("--id", id, fields),
          field("--value", asked.value(), fields),
          asked.curve() == null ? null : field("--class", asked.curve(), fields));
    }

    private String field(String option, String name, List<String> fields) {
      Optional<String> found = FieldNames.find(fields, name);
      if (found.isEmpty()) {
        problems.add(
            config.assets().path(),
            0,
            "has no field '" + name + "' (" + option + "); it has " + fields);
      }
      return found.orElse(name);
    }

    private @Nullable String curve(Map<String, Curve> curves) {
      String asked = config.curve();
      if (asked != null && !curves.containsKey(asked) && !curves.isEmpty()) {
        problems.add("--curve", 0, "no curve '" + asked + "' among " + curves.keySet());
      }
      if (asked == null && curves.size() > 1) {
        problems.add(
            config.curves().path(),
            0,
            "has the curves "
                + curves.keySet()
                + "; name the field that chooses with --class, or one curve with --curve");
      }
      return asked != null ? asked : curves.keySet().stream().findFirst().orElse(null);
    }
  }
}
