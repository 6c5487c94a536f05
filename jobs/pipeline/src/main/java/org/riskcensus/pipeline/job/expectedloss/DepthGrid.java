package org.riskcensus.pipeline.job.expectedloss;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.damage.DepthRule;
import org.riskcensus.core.damage.Inundation;
import org.riskcensus.core.damage.WetCells;
import org.riskcensus.core.raster.CellRun;
import org.riskcensus.core.raster.GridFrame;
import org.riskcensus.core.raster.TouchedCells;
import org.riskcensus.formats.read.RasterGrid;
import org.riskcensus.formats.read.SourceSpec;
import org.riskcensus.formats.read.UnreadableFileException;

/** An open depth grid and how it is asked. Not thread-safe; each task opens its own. */
final class DepthGrid implements Closeable {

  /** No water stands deeper on land; such numbers are no-data values that were not declared. */
  private static final double DEEPEST_METRES = 1000;

  private final SourceSpec source;
  private final RasterGrid raster;
  private final GridFrame frame;
  private final LossMethod method;

  private DepthGrid(SourceSpec source, RasterGrid raster, LossMethod method) {
    this.source = source;
    this.raster = raster;
    this.frame = raster.frame();
    this.method = method;
  }

  static DepthGrid open(HazardSource hazard, LossMethod method) throws UnreadableFileException {
    return new DepthGrid(hazard.spec(), RasterGrid.open(hazard.spec()), method);
  }

  /** The water at a geometry in the grid's reference system; empty where it lies off the grid. */
  Optional<Inundation> find(Geometry geometry) throws UnreadableFileException {
    WetCells cells = new WetCells();
    boolean met =
        method.depth() == DepthRule.CENTROID
            ? addCentroid(geometry, cells)
            : addTouched(geometry, cells);
    return met ? Optional.of(cells.by(method.depth(), method.digits())) : Optional.empty();
  }

  private boolean addCentroid(Geometry geometry, WetCells cells) throws UnreadableFileException {
    Optional<GridFrame.Cell> cell = frame.find(geometry.getCentroid().getCoordinate());
    if (cell.isPresent()) {
      cells.add(depthMetres(cell.get().column(), cell.get().row()));
    }
    return cell.isPresent();
  }

  private boolean addTouched(Geometry geometry, WetCells cells) throws UnreadableFileException {
    List<CellRun> runs = TouchedCells.of(geometry, frame);
    for (CellRun run : runs) {
      for (int column = run.first(); column <= run.last(); column++) {
        cells.add(depthMetres(column, run.row()));
      }
    }
    return !runs.isEmpty();
  }

  /** Whether part of a geometry that meets the grid lies off it. */
  boolean cuts(Geometry geometry) {
    return method.depth() != DepthRule.CENTROID
        && !frame.extent().contains(geometry.getEnvelopeInternal());
  }

  private double depthMetres(int column, int row) throws UnreadableFileException {
    double depth = raster.value(column, row);
    if (depth > DEEPEST_METRES) {
      throw new UnreadableFileException(
          source.path(),
          "a depth of " + depth + " m in row " + (row + 1) + ", column " + (column + 1),
          "depths are metres below " + (int) DEEPEST_METRES + "; declare the no-data value");
    }
    return depth;
  }

  @Override
  public void close() throws IOException {
    raster.close();
  }
}
