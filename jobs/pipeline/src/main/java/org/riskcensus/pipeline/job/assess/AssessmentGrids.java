package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.grid.CellGrid;
import org.riskcensus.core.grid.Piece;
import org.riskcensus.core.grid.Tessellator;
import org.riskcensus.pipeline.config.CellSizes;

/**
 * Along which grids what is filed has to be cut: each county is assessed on the cells of its own
 * side, and whatever reaches into it, of any county, is cut along these too. So a county comes out
 * as if all counties had its side.
 */
final class AssessmentGrids implements Serializable {

  private static final long serialVersionUID = 1L;

  /**
   * One grid, and where something on it is looked at (m of the plane).
   *
   * @param counties bounds of what each of its counties filed; null where there is one grid for all
   * @param all bounds of them together; null where a hazard is cut as a whole
   */
  private record Reach(CellGrid grid, @Nullable List<Envelope> counties, @Nullable Envelope all)
      implements Serializable {

    boolean meets(Envelope plane) {
      return counties == null || counties.stream().anyMatch(plane::intersects);
    }
  }

  private final CellSizes sizes;
  private final List<Reach> reaches;

  private AssessmentGrids(CellSizes sizes, List<Reach> reaches) {
    this.sizes = sizes;
    this.reaches = reaches;
  }

  /**
   * The grids of a run.
   *
   * @param divisible divisible objects, as of {@link Exposures#divisible}
   */
  static AssessmentGrids of(Inputs inputs, AssessConfig config, Dataset<Row> divisible) {
    CellSizes sizes = config.cells();
    if (sizes.differ()) {
      Dataset<Row> objects =
          divisible
              .where(col("geometry").isNotNull())
              .select(col("origin").as("county_code"), col("geometry"));
      return new AssessmentGrids(
          sizes,
          reaches(sizes, AssessedBounds.byCounty(AssessedBounds.shapes(inputs).union(objects))));
    }
    Optional<Envelope> bounds = AssessedBounds.find(inputs, config);
    CellGrid one = CellGrid.ofSide(sizes.everywhere());
    return new AssessmentGrids(sizes, List.of(new Reach(one, null, bounds.orElse(null))));
  }

  private static List<Reach> reaches(CellSizes sizes, Map<String, Envelope> byCounty) {
    Map<Integer, List<Envelope>> bySide = new TreeMap<>(Comparator.naturalOrder());
    byCounty.forEach(
        (county, bounds) ->
            bySide.computeIfAbsent(sizes.metres(county), side -> new ArrayList<>()).add(bounds));
    List<Reach> reaches = new ArrayList<>();
    bySide.forEach(
        (side, counties) -> {
          Envelope all = new Envelope();
          counties.forEach(all::expandToInclude);
          reaches.add(new Reach(CellGrid.ofSide(side), counties, all));
        });
    return reaches;
  }

  /** Cuts what only its own county asks for. */
  void cutOwn(String county, Geometry plane, Consumer<Piece> out) {
    Tessellator.tessellate(plane, sizes.grid(county), out);
  }

  /** Cuts a unit or a divisible object, which its own county asks for and any that it reaches. */
  void cut(String county, Geometry plane, Consumer<Piece> out) {
    CellGrid own = sizes.grid(county);
    Tessellator.tessellate(plane, own, out);
    for (Reach reach : reaches) {
      if (!reach.grid().equals(own) && reach.meets(plane.getEnvelopeInternal())) {
        Tessellator.tessellate(plane, reach.grid(), out);
      }
    }
  }

  /** Cuts a hazard area, which every county asks for that it reaches. */
  void cutHazard(Geometry plane, Consumer<Piece> out) {
    for (Reach reach : reaches) {
      if (reach.all() == null) {
        Tessellator.tessellate(plane, reach.grid(), out);
      } else if (reach.meets(plane.getEnvelopeInternal())) {
        Tessellator.tessellate(plane, reach.grid(), reach.all(), out);
      }
    }
  }
}
