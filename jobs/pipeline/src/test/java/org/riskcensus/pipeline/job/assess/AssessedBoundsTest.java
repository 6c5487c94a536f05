package org.riskcensus.pipeline.job.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.riskcensus.pipeline.LocalSpark;
import org.riskcensus.pipeline.config.CellSizes;
import org.riskcensus.pipeline.method.AssessmentMethods;
import org.riskcensus.pipeline.method.OwnHazard;
import org.riskcensus.pipeline.spatial.UnitTree;

class AssessedBoundsTest {

  private static final CellSizes CELL = CellSizes.of(400);

  private final AssessmentMethods own = AssessmentMethods.load(OwnHazard.files());
  private final AssessConfig config = new AssessConfig(2025, CELL, own, OwnHazard.files());
  private final StagingTables staging =
      new TwoCounties(new StagingTables(LocalSpark.session(), OwnHazard.contracts())).tables;

  /** A hospital that is filed far outside of its county is still told which hazard it is in. */
  private void facilityOutside() {
    staging.add(
        "facility",
        TwoCounties.COUNTY,
        TwoCounties.box(-3000, -2000, -2900, -1900),
        "object_id",
        "H2",
        "name",
        "医院",
        "kind",
        "hospital",
        "capacity",
        10);
  }

  private AssessmentGrids grids(AssessmentMethods methods) {
    AssessConfig by = new AssessConfig(2025, CELL, methods);
    return AssessmentGrids.of(staging, by, Exposures.divisible(staging));
  }

  private Dataset<Row> hazards(AssessmentGrids grids) {
    return CellPieces.ofHazards(HazardAreas.of(staging, own), grids);
  }

  private List<String> facts(Dataset<Row> hazards) {
    AssessmentGrids grids = grids(own);
    Dataset<Row> units = staging.staging("admin_unit");
    Dataset<Row> objects =
        Exposures.divisible(staging)
            .where("geometry IS NOT NULL")
            .union(Exposures.indivisibleShapes(staging));
    Dataset<Row> pieces =
        CellPieces.ofCounties(units, CELL)
            .union(CellPieces.ofUnits(new UnitTree(units).finest(), grids))
            .union(hazards)
            .union(CellPieces.ofExposure(objects, grids));
    return CellFacts.of(pieces, own.risk().minCellShare(), CELL).collectAsList().stream()
        .map(Row::toString)
        .sorted()
        .toList();
  }

  /** A circle of 20 km has 7,854 cells of 400 m, of which about 60 by 10 meet the bounds. */
  @Test
  @Tag("long")
  void whatActsFarAroundIsCutWithinTheBoundsAndGivesTheSameFacts() {
    facilityOutside();
    staging.add(
        "hail_point",
        TwoCounties.COUNTY,
        TwoCounties.point(1000, 750),
        "object_id",
        "H1",
        "name",
        "东镇雹点",
        "diameter_mm",
        35.0,
        "reach_m",
        20_000.0);
    Dataset<Row> whole = hazards(grids(AssessmentMethods.load()));
    Dataset<Row> cut = hazards(grids(own));
    assertThat(whole.where("code = 'hail'").count()).isGreaterThan(7000);
    assertThat(cut.where("code = 'hail'").count()).isBetween(500L, 1500L);
    List<String> facts = facts(cut);
    assertThat(facts).isEqualTo(facts(whole));
    assertThat(facts).anyMatch(fact -> fact.contains("TOUCH") && fact.contains("facility:H2"));
  }

  @Test
  void theBoundsHoldUnitsAndIndivisibleObjects() {
    facilityOutside();
    Envelope bounds = AssessedBounds.find(staging, config).orElseThrow();
    assertThat(bounds.getMinX()).isCloseTo(TwoCounties.X - 3000, within(1e-3));
    assertThat(bounds.getMinY()).isCloseTo(TwoCounties.Y - 2000, within(1e-3));
    assertThat(bounds.getMaxX()).isCloseTo(TwoCounties.X + 51_000, within(1e-3));
    assertThat(bounds.getMaxY()).isCloseTo(TwoCounties.Y + 1509, within(10.0));
  }

  @Test
  void methodsWithoutAnInfluenceNeedNoBounds() {
    assertThat(AssessedBounds.find(staging, new AssessConfig(2025, CELL, AssessmentMethods.load())))
        .isEmpty();
  }
}
