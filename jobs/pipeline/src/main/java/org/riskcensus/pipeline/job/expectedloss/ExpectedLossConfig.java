package org.riskcensus.pipeline.job.expectedloss;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riskcensus.formats.read.SourceSpec;

/**
 * What the user asks for; {@link ExpectedLossPlan#of} checks it against the files.
 *
 * @param assets any file of objects with geometry
 * @param fields what its fields say
 * @param hazards depth grids; kept by ascending return period, whatever the order given
 * @param curves table of {@code curve}, {@code depth_m}, {@code damage_ratio}
 * @param curve the one curve of it that goes for all assets; null for the only one or by field
 * @param out the file; its extension decides the format
 */
public record ExpectedLossConfig(
    SourceSpec assets,
    AssetFields fields,
    List<HazardSource> hazards,
    SourceSpec curves,
    @Nullable String curve,
    LossMethod method,
    Path out) {

  /** Sorts the hazards. */
  public ExpectedLossConfig {
    hazards = hazards.stream().sorted(Comparator.comparingDouble(HazardSource::years)).toList();
  }
}
