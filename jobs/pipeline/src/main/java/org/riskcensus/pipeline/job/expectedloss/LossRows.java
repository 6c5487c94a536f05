package org.riskcensus.pipeline.job.expectedloss;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.TaskCompletionListener;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.damage.AnnualLoss;
import org.riskcensus.core.damage.Inundation;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.core.hazard.Curve;
import org.riskcensus.formats.read.UnreadableFileException;

/**
 * Computes the losses of a partition of {@link AssetRows}: {@code row_number, object_id, curve,
 * value, filed}, then {@code damage} and {@code depth_m} (one a return period), {@code ead}, {@code
 * grids_missed} (return periods on whose grid the asset does not lie) and {@code cut} (whether part
 * of it lies off a grid). Grids are open as long as the task.
 */
final class LossRows implements Iterator<Row> {

  static final StructType SCHEMA =
      StructType.fromDDL(
          "row_number BIGINT NOT NULL, object_id STRING, curve STRING, value DOUBLE, filed BINARY,"
              + " damage ARRAY<DOUBLE>, depth_m ARRAY<DOUBLE>, ead DOUBLE, grids_missed INT,"
              + " cut BOOLEAN");

  private final LossTask task;
  private final Iterator<Row> assets;
  private final AnnualLoss annualLoss;
  private final List<DepthGrid> grids = new ArrayList<>();

  LossRows(LossTask task, Iterator<Row> assets) {
    this.task = task;
    this.assets = assets;
    this.annualLoss = task.annualLoss();
    TaskCompletionListener end = context -> close();
    TaskContext.get().addTaskCompletionListener(end);
  }

  private void close() {
    for (DepthGrid grid : grids) {
      try {
        grid.close();
      } catch (IOException e) {
        throw new UncheckedIOException("closing a depth grid", e);
      }
    }
  }

  @Override
  public boolean hasNext() {
    return assets.hasNext();
  }

  @Override
  public Row next() {
    Row asset = assets.next();
    try {
      return loss(asset, Wkb.read(asset.<byte[]>getAs("geometry")));
    } catch (UnreadableFileException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Row loss(Row asset, Geometry geometry) throws UnreadableFileException {
    double value = asset.getAs("value");
    Curve curve = Objects.requireNonNull(task.curves().get(asset.<String>getAs("curve")));
    int n = task.hazards().size();
    double[] damage = new double[n];
    Double[] depth = new Double[n];
    int missed = 0;
    boolean cut = false;
    for (int i = 0; i < n; i++) {
      DepthGrid grid = grid(i);
      Optional<Inundation> water = grid.find(geometry);
      Inundation met = water.orElse(Inundation.DRY);
      missed += water.isEmpty() ? 1 : 0;
      cut |= water.isPresent() && grid.cuts(geometry);
      depth[i] = met.depthMetres();
      damage[i] = met.share() == 0 ? 0 : value * curve.at(met.depthMetres()) * met.share();
    }
    return RowFactory.create(
        asset.getAs("row_number"),
        asset.getAs("object_id"),
        asset.getAs("curve"),
        value,
        asset.getAs("filed"),
        java.util.Arrays.stream(damage).boxed().toArray(Double[]::new),
        depth,
        annualLoss.of(damage),
        missed,
        cut);
  }

  private DepthGrid grid(int index) throws UnreadableFileException {
    while (grids.size() <= index) {
      grids.add(DepthGrid.open(task.hazards().get(grids.size()), task.method()));
    }
    return grids.get(index);
  }
}
