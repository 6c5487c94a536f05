package org.riskcensus.pipeline.job.expectedloss;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.damage.AnnualLoss;
import org.riskcensus.core.hazard.Curve;
import org.riskcensus.core.raster.GridFrame;
import org.riskcensus.formats.crs.CoordinateTransform;
import org.riskcensus.formats.read.SourceSpec;

/**
 * What a task needs to compute the losses of some assets: checked, and serialisable.
 *
 * @param fields with the names as they are in the file
 * @param hazards by ascending return period
 * @param curves all of them by name
 * @param curve the one that goes for all assets; null where a field names it
 * @param toGrid from the assets' reference system to that of the grids; null where they are one
 * @param frame the cells of the first grid, which orders the work
 */
record LossTask(
    SourceSpec assets,
    AssetFields fields,
    List<HazardSource> hazards,
    Map<String, Curve> curves,
    @Nullable String curve,
    LossMethod method,
    @Nullable CoordinateTransform toGrid,
    GridFrame frame)
    implements Serializable {

  AnnualLoss annualLoss() {
    return AnnualLoss.of(
        hazards.stream().map(HazardSource::years).toList(),
        method.integration(),
        method.belowFirst());
  }
}
