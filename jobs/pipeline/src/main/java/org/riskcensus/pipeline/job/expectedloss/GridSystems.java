package org.riskcensus.pipeline.job.expectedloss;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.riskcensus.formats.crs.CoordinateTransform;
import org.riskcensus.formats.crs.Crs;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * The reference systems of the grids, which must be one, and of the assets. A file that names none
 * takes the one of the others, with a note; fields called longitude and latitude stand for WGS 84.
 */
final class GridSystems {

  private static final String WGS_84 = "EPSG:4326";
  private static final List<List<String>> DEGREES =
      List.of(List.of("lon", "lat"), List.of("longitude", "latitude"), List.of("经度", "纬度"));

  private final Problems problems;
  private final List<String> notes;
  private final Map<String, List<String>> gridsByCrs = new TreeMap<>();
  private final List<String> gridsWithout = new ArrayList<>();

  GridSystems(Problems problems, List<String> notes) {
    this.problems = problems;
    this.notes = notes;
  }

  void addGrid(String file, Optional<String> code) {
    if (code.isEmpty()) {
      gridsWithout.add(file);
    } else {
      known(file, code.get())
          .ifPresent(
              crs -> gridsByCrs.computeIfAbsent(crs.code(), c -> new ArrayList<>()).add(file));
    }
  }

  private Optional<Crs> known(String file, String code) {
    Optional<Crs> crs = Crs.find(code);
    if (crs.isEmpty()) {
      problems.add(file, 0, code + " is no known reference system; write a code as EPSG:4548");
    }
    return crs;
  }

  /**
   * The systems of assets and grids, both null where neither is named.
   *
   * @param assets of the assets
   * @param toGrid null where they are one
   */
  record Resolved(@Nullable String assets, @Nullable CoordinateTransform toGrid) {}

  Resolved resolve(String file, Optional<String> code, List<String> fields) {
    if (gridsByCrs.size() > 1) {
      problems.add("--hazard", 0, "the grids are in different reference systems: " + gridsByCrs);
      return new Resolved(null, null);
    }
    Optional<Crs> grid = gridsByCrs.keySet().stream().findFirst().map(Crs::of);
    Optional<Crs> assets = code.flatMap(c -> known(file, c));
    if (code.isEmpty()) {
      assets = assumed(file, fields, grid);
    }
    if (!gridsWithout.isEmpty()) {
      String taken = grid.or(assetsOf(assets)).map(Crs::code).orElse("that of the assets");
      notes.add("no reference system named in " + gridsWithout + ": taken for " + taken);
    }
    return assets.isEmpty() || grid.isEmpty()
        ? new Resolved(assets.map(Crs::code).orElse(null), null)
        : new Resolved(assets.get().code(), transform(assets.get(), grid.get()));
  }

  private static java.util.function.Supplier<Optional<Crs>> assetsOf(Optional<Crs> assets) {
    return () -> assets;
  }

  private Optional<Crs> assumed(String file, List<String> fields, Optional<Crs> grid) {
    for (List<String> pair : DEGREES) {
      if (FieldNames.find(fields, pair.get(0)).isPresent()
          && FieldNames.find(fields, pair.get(1)).isPresent()) {
        notes.add(file + " names no reference system: " + pair + " taken for " + WGS_84);
        return Optional.of(Crs.of(WGS_84));
      }
    }
    notes.add(
        file
            + " names no reference system: taken for that of the grids"
            + grid.map(crs -> ", " + crs.code()).orElse(""));
    return grid;
  }

  private @Nullable CoordinateTransform transform(Crs assets, Crs grid) {
    if (assets.equals(grid)) {
      return null;
    }
    try {
      CoordinateTransform transform = CoordinateTransform.between(assets, grid);
      transform.caveat().ifPresent(notes::add);
      return transform;
    } catch (IllegalArgumentException e) {
      problems.add("--assets", 0, String.valueOf(e.getMessage()));
      return null;
    }
  }
}
