package org.riskcensus.pipeline.job.zonal;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.TaskCompletionListener;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.raster.CellRun;
import org.riskcensus.core.raster.GridFrame;
import org.riskcensus.core.raster.TouchedCells;
import org.riskcensus.core.raster.ZoneCells;
import org.riskcensus.core.raster.ZoneStatistics;
import org.riskcensus.formats.crs.CoordinateTransform;
import org.riskcensus.formats.read.RasterGrid;
import org.riskcensus.formats.read.SourceSpec;
import org.riskcensus.formats.read.UnreadableFileException;
import org.riskcensus.pipeline.spatial.SpatialSide;

/**
 * The zones of a partition, each with its statistics, or with a row a class. A point takes the cell
 * it lies in, a line those whose interior it crosses, each as a whole. Only the blocks of the
 * raster used last are in memory. Not thread-safe; the raster is open as long as the task.
 */
final class ZoneRows implements Iterator<Row> {

  /** What each task is told. */
  record Task(
      SourceSpec raster,
      @Nullable CoordinateTransform toRaster,
      ZoneCells.Method method,
      boolean byClass)
      implements Serializable {}

  private final Task task;
  private final Iterator<Row> zones;
  private final RasterGrid raster;
  private final GridFrame frame;
  private final ArrayDeque<Row> ready = new ArrayDeque<>();

  ZoneRows(Task task, Iterator<Row> zones) throws IOException {
    this.task = task;
    this.zones = zones;
    this.raster = RasterGrid.open(task.raster());
    this.frame = raster.frame();
    TaskCompletionListener end = context -> close();
    TaskContext.get().addTaskCompletionListener(end);
  }

  /** The columns of zones with those of the statistics. */
  static StructType schema(StructType zones, boolean byClass) {
    StructType schema = zones;
    for (String name :
        byClass
            ? new String[] {"class", "count", "share"}
            : new String[] {"count", "no_value", "sum", "mean", "min", "max"}) {
      schema = schema.add(name, DataTypes.DoubleType, true);
    }
    return schema;
  }

  private void close() {
    try {
      raster.close();
    } catch (IOException e) {
      throw new UncheckedIOException("closing " + task.raster().path(), e);
    }
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && zones.hasNext()) {
      Row zone = zones.next();
      ZoneStatistics statistics = statistics(zone);
      if (task.byClass()) {
        addClasses(zone, statistics);
      } else {
        ready.add(row(zone, values(statistics)));
      }
    }
    return !ready.isEmpty();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }

  private static @Nullable Double[] values(ZoneStatistics found) {
    boolean any = found.any();
    return new @Nullable Double[] {
      found.count(),
      found.without(),
      any ? found.sum() : null,
      any ? found.mean() : null,
      any ? found.min() : null,
      any ? found.max() : null
    };
  }

  /** A row a class; a zone without any value has one row without a class. */
  private void addClasses(Row zone, ZoneStatistics found) {
    for (Map.Entry<Double, Double> one : found.classes().entrySet()) {
      double share = one.getValue() / found.count();
      ready.add(row(zone, new @Nullable Double[] {one.getKey(), one.getValue(), share}));
    }
    if (found.classes().isEmpty()) {
      ready.add(row(zone, new @Nullable Double[] {null, null, null}));
    }
  }

  private static Row row(Row zone, @Nullable Double[] statistics) {
    @Nullable Object[] values = new @Nullable Object[zone.length() + statistics.length];
    for (int i = 0; i < zone.length(); i++) {
      values[i] = zone.get(i);
    }
    System.arraycopy(statistics, 0, values, zone.length(), statistics.length);
    return RowFactory.create(values);
  }

  private ZoneStatistics statistics(Row zone) {
    ZoneStatistics statistics = new ZoneStatistics(task.byClass());
    Geometry filed = SpatialSide.geometry(zone);
    if (filed == null) {
      return statistics;
    }
    CoordinateTransform toRaster = task.toRaster();
    Geometry shape = toRaster == null ? filed : toRaster.apply(filed);
    try {
      add(shape, statistics);
    } catch (UnreadableFileException e) {
      throw new UncheckedIOException(e);
    }
    return statistics;
  }

  private void add(Geometry shape, ZoneStatistics statistics) throws UnreadableFileException {
    if (shape.getDimension() == 2) {
      ZoneCells.<UnreadableFileException>visit(
          shape,
          frame,
          task.method(),
          (column, row, weight) -> statistics.add(raster.value(column, row), weight));
      return;
    }
    for (CellRun run : TouchedCells.of(shape, frame)) {
      for (int column = run.first(); column <= run.last(); column++) {
        statistics.add(raster.value(column, run.row()), 1);
      }
    }
  }
}
