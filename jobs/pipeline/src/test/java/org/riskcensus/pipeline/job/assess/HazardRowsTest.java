package org.riskcensus.pipeline.job.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.core.hazard.HazardArea;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.method.AssessedHazard;
import org.riskcensus.pipeline.method.AssessmentMethods;
import org.riskcensus.pipeline.method.OwnHazard;
import org.riskcensus.pipeline.spatial.PlaneProjection;

class HazardRowsTest {

  private static final StructType ZONE =
      StructType.fromDDL(
          "object_id STRING, county_code STRING, geometry BINARY, dry_days DOUBLE, irrigation INT");
  private static final Geometry SHAPE = TwoCounties.box(0, 0, 100, 100);

  /** Irrigation in whole numbers, 1 none to 3 full, and a hazard that acts as far as they say. */
  private static AssessedHazard drought() {
    SchemaFiles files = OwnHazard.files();
    Map<String, String> texts = new TreeMap<>();
    texts.put(
        "staging/drought_zone.yaml",
        files
            .text("staging/drought_zone.yaml")
            .replace("type: string, codes", "type: int, unit: \"1\", required: true, codes"));
    texts.put(
        "codes/irrigation.yaml",
        files
            .text("codes/irrigation.yaml")
            .replace("code: none", "code: \"1\"")
            .replace("code: partial", "code: \"2\"")
            .replace("code: full", "code: \"3\""));
    texts.put(
        "methods/drought.yaml",
        files
            .text("methods/drought.yaml")
            .replace(
                "{none: 1.0, partial: 0.5, full: 0.1}, missing: 1.0", "{1: 1.0, 2: 0.5, 3: 0.1}")
            .replace(
                "parameters:\n",
                "parameters:\n  influence_m: {value: {column: irrigation, classes: {1: 30, 2: 10, 3: 0}},"
                    + " standard: s, version: v, evidence: D}\n"));
    return AssessmentMethods.load(files.with(texts)).hazards().stream()
        .filter(hazard -> hazard.code().equals("drought"))
        .findFirst()
        .orElseThrow();
  }

  private static HazardArea area(int irrigation) {
    byte[] stored = Wkb.write(PlaneProjection.toLonLat(SHAPE));
    Object[] values = {"D1", "370321", stored, 90.0, irrigation};
    Row row = new GenericRowWithSchema(values, ZONE);
    return HazardRows.assess(drought()).apply(row).orElseThrow();
  }

  /** By hand: 90 days are 0.75, so 0.7 · 0.75 + 0.3 · 0.5, and 10 m around a square of 100 m. */
  @Test
  void wholeNumbersMayBeTheCodesOfAList() {
    assertThat(area(2).index()).isCloseTo(0.675, within(1e-12));
    assertThat(area(2).geometry().getArea())
        .isCloseTo(10_000 + 4 * 100 * 10 + Math.PI * 10 * 10, within(1.0));
    assertThat(area(3).index()).isCloseTo(0.555, within(1e-12));
    assertThat(area(3).geometry().getArea()).isCloseTo(10_000, within(1e-3));
  }
}
