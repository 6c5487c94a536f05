package org.riskcensus.core.hazard;

import java.io.Serializable;
import java.util.Optional;

/**
 * Subsidence 地面沉降: rate and cumulative subsidence each give an index by a curve, and the stronger
 * criterion wins. The nodes of the curves put the thresholds of strong and medium on the breaks of
 * the levels, so a strong zone has level 4, a medium one 3, a weak one 2 or 1.
 *
 * @param rate curve of the rate in mm/a
 * @param cumulative curve of the cumulative subsidence in mm
 * @param levels breaks of the index
 */
public record SubsidenceMethod(Curve rate, Curve cumulative, LevelBreaks levels)
    implements Serializable {

  /** The hazard area of a zone; empty when nothing is known or the ground does not sink. */
  public Optional<HazardArea> assess(SubsidenceZone zone) {
    Double speed = zone.rateMillimetresPerYear();
    Double total = zone.cumulativeMillimetres();
    double index =
        Math.max(speed == null ? 0 : rate.at(speed), total == null ? 0 : cumulative.at(total));
    if (index == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new HazardArea(
            HazardKind.SUBSIDENCE,
            zone.objectId(),
            zone.countyCode(),
            zone.geometry(),
            index,
            levels.levelOf(index),
            0));
  }
}
