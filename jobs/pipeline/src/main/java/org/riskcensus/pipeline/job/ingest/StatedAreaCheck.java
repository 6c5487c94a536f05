package org.riskcensus.pipeline.job.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.finding.Finding;
import org.riskcensus.core.finding.Severity;
import org.riskcensus.core.finding.Wording;
import org.riskcensus.pipeline.contract.TableContract;

/**
 * Compares the area a filer states with the area of the geometry in the equal-area plane. A ratio
 * of about 15 is 亩 filed as 公顷 (15 亩 = 1 ha) and refused; another difference above the limit is a
 * warning. The limits are those of the rules {@code unit_slip_mu} and {@code area_mismatch}.
 */
final class StatedAreaCheck {

  private static final Map<String, Double> SQUARE_METRES =
      Map.of("area_ha", 10_000.0, "area_km2", 1_000_000.0);

  private final String column;
  private final double squareMetres;
  private final double maxDifference;
  private final double muPerHectare;
  private final double muTolerance;

  private StatedAreaCheck(String column, double squareMetres, RowRules rules) {
    this.column = column;
    this.squareMetres = squareMetres;
    this.maxDifference = rules.limit("area_mismatch", "max_difference");
    this.muPerHectare = rules.limit("unit_slip_mu", "mu_per_ha");
    this.muTolerance = rules.limit("unit_slip_mu", "tolerance");
  }

  /** The check of a table that states areas of polygons, if it does. */
  static Optional<StatedAreaCheck> of(TableContract contract, RowRules rules) {
    for (Map.Entry<String, Double> area : SQUARE_METRES.entrySet()) {
      if (contract.find(area.getKey()).isPresent()) {
        return Optional.of(new StatedAreaCheck(area.getKey(), area.getValue(), rules));
      }
    }
    return Optional.empty();
  }

  List<Finding> check(Map<String, @Nullable Object> row, @Nullable Geometry plane) {
    if (plane == null || plane.getDimension() < 2 || !(row.get(column) instanceof Number stated)) {
      return List.of();
    }
    double measured = plane.getArea() / squareMetres;
    double ratio = stated.doubleValue() / measured;
    Wording filed = Wording.of(stated);
    Wording expected = Wording.of(String.format(Locale.ROOT, "%.4f", measured));
    if (Math.abs(ratio - muPerHectare) <= muTolerance * muPerHectare && column.equals("area_ha")) {
      String hectares = String.format(Locale.ROOT, "%.4f", stated.doubleValue() / muPerHectare);
      Wording proposal = Wording.phrase("mu_as_hectares", hectares);
      return List.of(
          new Finding("unit_slip_mu", Severity.ERROR, column, filed, expected, proposal));
    }
    if (Math.abs(ratio - 1) <= maxDifference) {
      return List.of();
    }
    return List.of(new Finding("area_mismatch", Severity.WARNING, column, filed, expected, null));
  }
}
