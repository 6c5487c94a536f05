package org.riskcensus.pipeline.job.zonal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.raster.ZoneCells;
import org.riskcensus.formats.crs.Crs;
import org.riskcensus.formats.read.RasterGrid;
import org.riskcensus.formats.read.SourceSpec;
import org.riskcensus.formats.write.LayerWriters;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.layer.CommonCrs;
import org.riskcensus.pipeline.layer.LayerInput;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * Zonal statistics that can be carried out.
 *
 * @param zones the zones
 * @param raster the raster
 * @param crs the raster's reference system, and how zones get there
 * @param method how cells belong to a zone
 * @param byClass whether cells are counted by value
 * @param out the file to write
 */
public record ZonalConfig(
    LayerInput zones,
    SourceSpec raster,
    CommonCrs crs,
    ZoneCells.Method method,
    boolean byClass,
    Path out) {

  /**
   * Checks a request, headers and all.
   *
   * @throws org.riskcensus.pipeline.yaml.DefinitionException with everything that is wrong in it
   */
  public static ZonalConfig check(ZonalRequest request, Contracts contracts) {
    Problems problems = new Problems();
    Optional<ZoneCells.Method> method =
        Arrays.stream(ZoneCells.Method.values())
            .filter(m -> m.name().equals(request.method().toUpperCase(Locale.ROOT)))
            .findFirst();
    if (method.isEmpty()) {
      problems.add("--method", 0, "'" + request.method() + "' is none; choose among centre, area");
    }
    if (!LayerWriters.writes(request.out())) {
      problems.add("--out", 0, request.out() + ": use one of " + LayerWriters.extensions());
    }
    Optional<LayerInput> zones = LayerInput.open(request.zones(), contracts, problems);
    Optional<LayerInput> raster = raster(request, problems);
    problems.refuse();
    LayerInput grid = raster.orElseThrow();
    return new ZonalConfig(
        zones.orElseThrow(),
        spec(request),
        CommonCrs.of(grid, zones.get()),
        method.orElseThrow(),
        request.byClass(),
        request.out());
  }

  private static SourceSpec spec(ZonalRequest request) {
    return new SourceSpec(request.raster(), null, null, request.rasterCrs().orElse(null), Map.of());
  }

  /** The raster as a layer without fields: what settles the reference systems. */
  private static Optional<LayerInput> raster(ZonalRequest request, Problems problems) {
    try (RasterGrid grid = RasterGrid.open(spec(request))) {
      Optional<Crs> crs = grid.crs().flatMap(Crs::find);
      if (grid.crs().isPresent() && crs.isEmpty()) {
        problems.add(
            "--raster",
            0,
            request.raster()
                + " is in "
                + grid.crs().get()
                + ", which is not known; say what it is with --raster-crs EPSG:N");
        return Optional.empty();
      }
      @Nullable Crs known = crs.orElse(null);
      return Optional.of(
          new LayerInput(request.raster(), spec(request), List.of(), Map.of(), known, false));
    } catch (IOException e) {
      problems.add("--raster", 0, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** The system the zones are written in: their own, else the one they are taken to be in. */
  @Nullable Crs written() {
    return zones.crs() == null ? crs.crs() : zones.crs();
  }
}
